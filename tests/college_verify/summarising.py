"""A College whose record tells of one debate with two versions of its summary; written by hand.

Its cases are told without draws and ballots, so only what summaries promise can be checked of it. The
figures of its coverage were counted with a pencil.
"""

from collections.abc import Callable
from typing import Any

from tests.college_verify import verifying, writing
from tests.college_verify.planting import ORIGIN, Copy, digest

AT = "2026-03-01T09:30:00.000Z"
DEBATE, ELSEWHERE, SUMMARY = "0debate000000", "0debate000001", "0smmary000000"
A, B, EDITOR = "0vewp00000000", "0vewp00000001", "0member000000"
ONE, TWO = "0versn0000001", "0versn0000002"
CHECKS = {"summaries", "coverage", "certificates", "effects", "entries", "texts"}


class Told(Copy):
    """``say`` and ``commit`` add to it. Texts by their words."""

    def say(self, kind: str, actor: str = EDITOR, **data: object) -> None:
        entry = {"actor": actor, "at": AT, "data": data, "kind": kind, "v": 1}
        self.entries.append(entry)

    def commit(self, **words: Any) -> str:
        """Publish ``text="…"`` or ``document={…}``; the same again is another commitment."""
        salt = writing.sha(len(self.texts).to_bytes(8, "big")).hex()
        ((name, value),) = words.items()
        packed = str(value).encode() if name == "text" else writing.canonical(value)
        made = writing.sha(bytes.fromhex(salt) + packed).hex()
        self.texts[made] = {"commitment": made, "state": "open", "salt": salt, name: value}
        return made

    def add(self, kind: str, key: str, viewpoint: str, debate: str = DEBATE, **more: Any) -> str:
        """A contribution; the commitment of its wording."""
        text = self.commit(text=f"The words of {key}.")
        shared = {"contribution": key, "debate": debate, "viewpoint": viewpoint, "stage": "open"}
        shared |= {"as_delegate": False, "text": text, "words": 4, "quotes": []}
        shared |= {"succeeds": "", "succeeds_text": ""}
        self.say(kind, **shared | more)
        return text


def key(number: int) -> str:
    return f"0cam{number:09d}"


def sentence(number: int) -> str:
    return f"0state{number:07d}"


def case(number: int) -> str:
    return f"0case{number:08d}"


def made() -> Told:
    """The honest record."""
    log = Told([], {})
    charter = log.commit(document={"name": "Test"})
    log.say("record.college.founded", "steward", origin=ORIGIN, preset="class", charter=charter)
    question = log.commit(text="Should the ferry run in winter?")
    log.say("debates.question.registered", debate=DEBATE, wording=question)
    for viewpoint, letter in ((A, "a"), (B, "b")):
        log.say("debates.viewpoint.admitted", viewpoint=viewpoint, debate=DEBATE, letter=letter)
    texts = _debate(log)
    log.say(
        "summaries.summary.begun",
        "clock",
        summary=SUMMARY,
        debate=DEBATE,
        round=1,
        drafting_until=AT,
    )
    seat = {"editor": "0edtr00000000", "summary": SUMMARY, "side": 1}
    log.say("summaries.editor.seated", **seat, member=EDITOR, viewpoint=A)
    why = log.commit(text="Its source could not be found.")
    log.say("summaries.omission.reasoned", summary=SUMMARY, contribution=key(4), text=why)
    words = [log.commit(text=said) for said in _SAID]
    _first(log, question, texts, words)
    _second(log, question, texts, words)
    return log


#: 6, 5, 4 and 3 words.
_SAID = (
    "It is the only way across.",
    "A bus costs a third.",
    "Both want a crossing.",
    "Nobody answered yet.",
)


def _debate(log: Told) -> dict[str, str]:
    """A's claim 0 with its reason, and what repeats it; B's claim, evidence, challenge; one elsewhere."""
    texts = {key(n): log.add("debates.claim.added", key(n), A, form="factual") for n in (0, 1)}
    reason = {"premises": [key(1)], "premise_texts": [texts[key(1)]]}
    reason |= {"conclusion": key(0), "conclusion_text": texts[key(0)], "form": "supports"}
    texts[key(2)] = log.add("debates.argument.added", key(2), A, **reason)
    texts[key(3)] = log.add("debates.claim.added", key(3), B, form="policy")
    source = {"source": log.commit(document={"title": "Accounts"}), "form": "for"}
    source |= {"quotation": log.commit(text="A third."), "bears_on": key(3)}
    texts[key(4)] = log.add(
        "debates.evidence.added", key(4), B, bears_on_text=texts[key(3)], **source
    )
    asked = {
        "form": "unclear",
        "target": key(0),
        "target_text": texts[key(0)],
        "due": AT,
        "joined": "",
    }
    texts[key(5)] = log.add("debates.challenge.put", key(5), B, **asked)
    texts[key(6)] = log.add("debates.claim.added", key(6), A, form="factual")
    texts[key(7)] = log.add("debates.claim.added", key(7), A, ELSEWHERE, form="factual")
    move = {"move": "0mve000000000", "debate": DEBATE}
    more = {"form": "group-repeats", "viewpoint": "", "contribution": key(6), "onto": key(0)}
    more |= {"question": "", "reason": log.commit(text="The same.")}
    log.say("debates.move.proposed", **move, moderator=EDITOR, **more)
    log.say("debates.move.seconded", **move, moderator=EDITOR)
    texts["newer"] = log.commit(text="The words of it, mended.")
    told = {"contribution": key(0), "debate": DEBATE, "number": 2, "words": 5}
    log.say("debates.contribution.revised", **told, text=texts["newer"])
    return texts


def _document(number: int, question: str, **parts: list[Any]) -> dict[str, Any]:
    order = (
        "question",
        "terms",
        "one",
        "other",
        "granted",
        "disputed",
        "turns",
        "evidence",
        "open",
        "minds",
    )
    names = {"one": ("holds", A), "other": ("holds", B)}
    sections = []
    for part in order:
        section, viewpoint = names.get(part, (part, ""))
        told = {"section": section, "viewpoint": viewpoint, "statements": parts.get(part, [])}
        sections.append(told)
    head = {"v": "college-summary-v1", "summary": SUMMARY, "debate": DEBATE, "number": number}
    return head | {"question": question, "sections": sections}


def statement(number: int, text: str, **links: str) -> dict[str, Any]:
    pinned = [{"contribution": name, "text": wording} for name, wording in links.items()]
    return {"statement": sentence(number), "text": text, "links": pinned}


def _row(viewpoint: str, counts: list[int], space: list[int]) -> dict[str, Any]:
    names = ("eligible", "represented", "main", "main_represented")
    return {"viewpoint": viewpoint, **dict(zip(names, counts, strict=True)), "space": space}


def _coverage(number: int, rows: list[Any], **more: Any) -> dict[str, Any]:
    head = {"v": "college-coverage-v1", "summary": SUMMARY, "number": number, "viewpoints": rows}
    return head | {"challenges": {"open": 1, "included": 0}} | more


def _first(log: Told, question: str, texts: dict[str, str], words: list[str]) -> None:
    """Version 1: refused by B, else granted."""
    document = _document(
        1,
        question,
        one=[statement(0, words[0], **{key(0): texts[key(0)], key(2): texts[key(2)]})],
        other=[statement(1, words[1], **{key(3): texts[key(3)]})],
        granted=[statement(2, words[2], **{key(0): texts["newer"], key(3): texts[key(3)]})],
    )
    left_out = [
        {"contribution": key(4), "reason": "editors", "repeats": ""},
        {"contribution": key(6), "reason": "repeats", "repeats": key(0)},
    ]
    rows = [_row(A, [3, 3, 1, 1], [8, 1]), _row(B, [2, 1, 1, 1], [7, 1])]
    _make(
        log,
        ONE,
        words[:3],
        document,
        _coverage(1, rows, statements=3, grounded=3, omissions=left_out),
    )
    attested = {
        "attestation": "0attest000000",
        "version": ONE,
        "viewpoint": B,
        "statement": sentence(1),
    }
    why = log.commit(text="We said half.")
    log.say("summaries.attestation.given", **attested, fairness="not-fair", comment=why)
    log.say(
        "summaries.attestation.answered",
        attestation="0attest000000",
        text=log.commit(text="Mended."),
    )
    note = {"comment": "0cmmen0000000", "version": ONE, "viewpoint": "", "words": 2}
    # 26 characters, a blank line, 20, a blank line, 21.
    log.say("summaries.comment.made", **note, text=log.commit(text="Which bus?"), start=28, end=71)
    for number, part in enumerate(((A, "holds"), (B, "holds"), ("", "form"))):
        _certify(log, ONE, number, *part, granted=number != 1)


def _second(log: Told, question: str, texts: dict[str, str], words: list[str]) -> None:
    """Version 2: B's section says something else and is granted, as the new form is; A's is as it was."""
    document = _document(
        2,
        question,
        one=[statement(0, words[0], **{key(0): texts[key(0)], key(2): texts[key(2)]})],
        other=[statement(1, words[1], **{key(3): texts[key(3)], key(4): texts[key(4)]})],
        open=[statement(3, words[3], **{key(5): texts[key(5)]})],
    )
    left_out = [{"contribution": key(6), "reason": "repeats", "repeats": key(0)}]
    rows = [_row(A, [3, 3, 1, 1], [6, 1]), _row(B, [2, 2, 1, 1], [8, 1])]
    more = {"statements": 3, "grounded": 3, "omissions": left_out}
    told = _coverage(2, rows, **more) | {"challenges": {"open": 1, "included": 1}}
    _make(log, TWO, words[3:], document, told)
    _certify(log, TWO, 3, B, "holds", granted=True)
    _certify(log, TWO, 4, "", "form", granted=True)
    log.say(
        "summaries.version.certified", "clock", version=TWO, summary=SUMMARY, number=2, reserved=[]
    )


def _make(log: Told, version: str, words: list[str], document: Any, coverage: Any) -> None:
    log.say("summaries.version.worded", "clock", version=version, texts=words)
    told = {"summary": SUMMARY, "debate": DEBATE, "number": document["number"]}
    told |= {"document": log.commit(document=document), "coverage": log.commit(document=coverage)}
    log.say("summaries.version.made", "clock", version=version, **told)


def _certify(
    log: Told, version: str, number: int, viewpoint: str, section: str, *, granted: bool
) -> None:
    about = {"version": version, "section": section, "viewpoint": viewpoint, "case": case(number)}
    procedure = "section" if viewpoint else "form"
    filed = {"procedure": procedure, "rule": procedure, "scope": "", "shown": []}
    log.say("committees.case.filed", "clock", case=case(number), **filed)
    log.say("summaries.certificate.asked", "clock", **about)
    verdict = ("grant", "sound") if granted else ("keep", "none")
    given = {
        "step": "first",
        "verdict": verdict[0],
        "ground": verdict[1],
        "provisional": False,
        "due": AT,
    }
    log.say("committees.verdict.given", "clock", case=case(number), **given)
    told = "granted" if granted else "refused"
    reason = "" if granted else log.commit(text="It is not what we say.")
    log.say(f"summaries.certificate.{told}", "clock", **about, reason=reason)


def recommitted(log: Told, commitment: str) -> None:
    """A document was changed: told as if it had always been so."""
    entry = log.texts.pop(commitment)
    new = digest(entry["salt"], entry["document"])
    log.texts[new] = entry | {"commitment": new}
    log.replace(commitment, new)


def found(log: Told, folder) -> list[str]:
    """What fails of all that summaries promise; the cases here have no ballots to be checked."""
    told = verifying.failures(log.publish(folder))
    return [f"{check}: {sentence_}" for check, _place, sentence_ in told if check in CHECKS]


def document(log: Told, version: str) -> str:
    return log.data("summaries.version.made", version=version)["document"]


def coverage(log: Told, version: str) -> str:
    return log.data("summaries.version.made", version=version)["coverage"]


def section(value: dict, part: tuple[str, str]) -> list:
    return next(
        s["statements"] for s in value["sections"] if (s["section"], s["viewpoint"]) == part
    )


def change(log: Told, commitment: str, how: Callable[[dict], object]) -> None:
    """A committed document says something else, and always did."""
    how(log.document(commitment))
    log.recommit(commitment)
