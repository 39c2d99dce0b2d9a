"""The College of ``summarising`` with a quiz of five items and three tallies.

Its record is written by hand, its documents by the house's rules. Item 0 is harder for A; the third tally
forgets the first.
"""

import json
import random
from typing import Any

from college.quizzes.rules import figures, tallies
from college.quizzes.rules.content import from_plain
from college.quizzes.rules.figures import Thresholds
from college.quizzes.rules.findings import findings
from college.quizzes.rules.tallies import Asked, Heard, Taken
from tests.college_verify import verifying
from tests.college_verify.quizzing import QUIZ, ask, case, file, item, judge, kept
from tests.college_verify.summarising import DEBATE, SUMMARY, A, B, Told, change
from tests.college_verify.summarising import made as summarised

CHECKS = {"answers", "figures", "entries", "texts"}
LIMITS = Thresholds(items=5, least_takers=30, trial=100, fair=150, model=300, spread=10)
#: Moments, and how many takers enter at each.
_DAYS = (("2026-03-02T09:30", 400), ("2026-03-03T09:30", 420), ("2026-05-31T10:00", 860))
_CLOCKS = {"tally": 86400, "answers_kept": 90 * 86400}


def tally(number: int) -> str:
    return f"0ta{number:010d}"


def made() -> Told:
    """The honest record."""
    log = summarised()
    charter = log.data("record.college.founded")["charter"]
    limits = {name: getattr(LIMITS, name) for name in Thresholds.__slots__}
    numbers = limits | {"fewest": 5, "batch": 10}
    change(log, charter, lambda told: told.update(quizzes=numbers, clocks=_CLOCKS))
    log.say("quizzes.quiz.made", "import", quiz=QUIZ, summary=SUMMARY, debate=DEBATE)
    for number in range(5):
        ask(log, number)
        judge(log, number, case(number), "accepted", granted=True)
    items = [item(number) for number in range(5)]
    log.say("quizzes.quiz.released", "clock", quiz=QUIZ, debate=DEBATE, items=items)
    people = [_taken(takers, seed) for seed, (_moment, takers) in enumerate(_DAYS, 1)]
    for number, (moment, _takers) in enumerate(_DAYS, 1):
        since = 2 if number == 3 else 1
        counted = [one for group in people[since - 1 : number] for one in group]
        first = len(log.entries)
        _publish(log, number, since, counted)
        for entry in log.entries[first:]:
            entry["at"] = f"{moment}:00.000Z"
    return log


def _asked(log: Told) -> list[Asked]:
    told = []
    for number in range(5):
        commitment = kept(log, number)
        told.append(Asked(item(number), commitment, from_plain(log.document(commitment))))
    return told


def _taken(number: int, seed: int) -> list[Taken]:
    chance, found = random.Random(seed), []
    for _ in range(number):
        side = chance.choice((A, B))
        ability = chance.gauss(0, 1)
        cells = {}
        for at in range(5):
            hard = 0.2 * at - 0.4 + (1.6 if at == 0 and side == A else 0)
            knows = chance.random() < 1 / (1 + 2.718281828 ** (hard - ability))
            cells[item(at)] = "0" if knows else chance.choice(("1", "1", "?"))
        del cells[item(chance.randrange(5))]
        found.append(Taken(side if chance.random() < 0.85 else "", cells))
    return found


def _publish(log: Told, number: int, since: int, taken: list[Taken]) -> None:
    asked = _asked(log)
    own = tallies.document(
        {"quiz": QUIZ, "tally": number, "since": since},
        asked,
        taken,
        viewpoints=[A, B],
        heard=[Heard(A, (12, 5), (0, 0)), Heard(B, (30, 20), (14, 13))],
        trial=LIMITS.trial,
        spread=LIMITS.spread,
    )
    before = [document(log, earlier, "answers") for earlier in range(number - 1, 0, -1)]
    compared = [one for one in map(log.document, before) if one["strata"]]
    answers = tallies.stepped(own, compared[0] if compared else None, trial=LIMITS.trial)
    told = figures.document(answers, {o.item: o.content.plain() for o in asked}, LIMITS)
    log.say(
        "quizzes.tally.published",
        "clock",
        tally=tally(number),
        quiz=QUIZ,
        number=number,
        takers=len(taken),
        uncounted=3,
        answers=log.commit(document=json.loads(json.dumps(answers))),
        figures=log.commit(document=json.loads(json.dumps(told))),
    )
    if number == 1:
        for one in findings(told):
            _flag(log, number, one)


def _flag(log: Told, number: int, found: Any) -> None:
    about = case(10 + number)
    file(log, about, "item")
    told = {"item": found.item, "quiz": QUIZ, "tally": tally(number), "viewpoint": found.viewpoint}
    log.say("quizzes.item.flagged", "clock", **told, harder=found.harder, d=found.d, case=about)


def found(log: Told, folder: Any) -> list[str]:
    """What fails of all that tallies promise."""
    told = verifying.failures(log.publish(folder))
    return [f"{check}: {sentence}" for check, _place, sentence in told if check in CHECKS]


def document(log: Told, number: int, name: str) -> str:
    """The commitment of one of a tally's two documents."""
    return str(published(log, number)[name])


def published(log: Told, number: int) -> Any:
    """What the entry of a tally holds."""
    return log.data("quizzes.tally.published", tally=tally(number))
