"""The College of ``summarising`` with a quiz on its summary's second version; written by hand.

Items 0 and 2 ask about A, 1 and 3 about B, 4 about both; with these the quiz is released. Item 5 is dropped.
A tally flags 0, which is kept, and 1, which is retired. Then a third version says another sentence 0:
items 0 and 2 are stale.
"""

from typing import Any

from tests.college_verify import verifying
from tests.college_verify.summarising import (
    AT,
    DEBATE,
    SUMMARY,
    TWO,
    A,
    B,
    Told,
    change,
    document,
    sentence,
)
from tests.college_verify.summarising import case as certified
from tests.college_verify.summarising import made as summarised

QUIZ, TALLY, THREE = "0qz0000000000", "0ta0000000000", "0versn0000003"
LATER = "2026-03-02T09:30:00.000Z"
CHECKS = {"quizzes", "effects", "entries", "texts"}
#: Of each item, whom it asks about, its sentence, and what that says.
_ITEMS = (
    (A, 0, "the only way"),
    (B, 1, "a third"),
    (A, 0, "It is the only"),
    (B, 1, "A bus"),
    ("", 3, "Nobody"),
    (B, 1, "bus costs"),
)


def item(number: int) -> str:
    return f"0tem{number:09d}"


def case(number: int) -> str:
    """Of an item's key; from 10 on of flags."""
    return f"0keycase{number:05d}"


def made() -> Told:
    """The honest record."""
    log = summarised()
    charter = log.data("record.college.founded")["charter"]
    change(log, charter, lambda told: told.update(quizzes={"fewest": 5}))
    for number in range(5):
        about = certified(number)
        verdict = log.data("committees.verdict.given", case=about)["verdict"]
        log.say("committees.verdict.enacted", "clock", case=about, verdict=verdict)
    log.say("quizzes.quiz.made", "import", quiz=QUIZ, summary=SUMMARY, debate=DEBATE)
    for number in range(5):
        ask(log, number)
        judge(log, number, case(number), "accepted", granted=True)
    items = [item(number) for number in range(5)]
    log.say("quizzes.quiz.released", "clock", quiz=QUIZ, debate=DEBATE, items=items)
    ask(log, 5)
    judge(log, 5, case(5), "dropped", granted=False)
    figures = {name: log.commit(document={"v": name}) for name in ("answers", "figures")}
    counts = {"number": 1, "takers": 900, "uncounted": 0}
    log.say("quizzes.tally.published", "clock", tally=TALLY, quiz=QUIZ, **counts, **figures)
    for number, told in ((0, "kept"), (1, "retired")):
        flag(log, number)
        judge(log, number, case(10 + number), told, granted=told == "retired")
    _third(log)
    return log


def ask(log: Told, number: int) -> None:
    file(log, case(number), "key")
    side, of, exact = _ITEMS[number]
    text = _text(log, of)
    source = {"statement": sentence(of), "text": text, "exact": exact, "prefix": "", "suffix": ""}
    words = {"stem": "Who argued it?", "explanation": "", "viewpoint": side}
    options = [{"words": words, "viewpoint": ""} for words in ("Yes", "No")]
    told = {"item": item(number), "quiz": QUIZ, "version": TWO}
    value = told | words | {"v": "college-quiz-item-v1", "kind": "who", "estimate": None}
    value |= {"options": options, "key": [0], "prompts": [], "sources": [source]}
    kept = log.commit(document=value)
    log.say("quizzes.item.asked", **told, viewpoint=side, document=kept, case=case(number))


def flag(log: Told, number: int) -> None:
    about = case(10 + number)
    file(log, about, "item")
    told = {"item": item(number), "quiz": QUIZ, "tally": TALLY, "viewpoint": A}
    log.say("quizzes.item.flagged", "clock", **told, harder=True, d=1700, case=about)


def file(log: Told, about: str, procedure: str) -> None:
    filed = {"procedure": procedure, "rule": procedure, "scope": DEBATE, "shown": []}
    log.say("committees.case.filed", "clock", case=about, **filed)


def judge(log: Told, number: int, about: str, told: str, *, granted: bool) -> None:
    verdict, ground = ("grant", "sound") if granted else ("keep", "none")
    given = {"step": "first", "verdict": verdict, "ground": ground, "provisional": False}
    log.say("committees.verdict.given", "clock", case=about, **given, due=AT)
    why = {} if told == "accepted" else {"reason": log.commit(text="Two are right.")}
    log.say(f"quizzes.item.{told}", "clock", item=item(number), quiz=QUIZ, case=about, **why)
    log.say("committees.verdict.enacted", "clock", case=about, verdict=verdict)


def found(log: Told, folder: Any) -> list[str]:
    """What fails of all that quizzes promise."""
    told = verifying.failures(log.publish(folder))
    return [f"{check}: {sentence_}" for check, _place, sentence_ in told if check in CHECKS]


def kept(log: Told, number: int) -> str:
    """The commitment of an item's document."""
    return str(log.data("quizzes.item.asked", item=item(number))["document"])


def _text(log: Told, number: int) -> str:
    sections = log.document(document(log, TWO))["sections"]
    said = [one for section in sections for one in section["statements"]]
    return next(one["text"] for one in said if one["statement"] == sentence(number))


def _third(log: Told) -> None:
    value = dict(log.document(document(log, TWO)), number=3)
    text = log.commit(text="It is one way across.")
    value["sections"] = [
        section
        | {
            "statements": [
                one | ({"text": text} if one["statement"] == sentence(0) else {})
                for one in section["statements"]
            ]
        }
        for section in value["sections"]
    ]
    log.say("summaries.version.worded", "clock", version=THREE, texts=[text])
    told = {"version": THREE, "summary": SUMMARY, "number": 3}
    made_ = {"document": log.commit(document=value), "coverage": log.commit(document={})}
    log.say("summaries.version.made", "clock", **told, debate=DEBATE, **made_)
    log.say("summaries.version.certified", "clock", **told, reserved=[])
    for number in (0, 2):
        log.say("quizzes.item.stale", "clock", item=item(number), quiz=QUIZ, version=THREE)
    log.say(
        "people.term.begun", "clock", term="0term00000000", member="0member000000", office="clerk"
    )
    log.entries[-1]["at"] = LATER
