"""What a question, a viewpoint and a reason must look like. People judge whether they are neutral."""

from dataclasses import dataclass

from college.ground.charter import Lengths
from college.ground.prose import clean, count_words
from college.ground.refusals import Refusal

#: Characters: shorter is not a sentence that others could weigh.
SHORTEST_QUESTION = 15
SHORTEST_REASON = 15
SHORTEST_STATEMENT_WORDS = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its scope, as it is kept."""

    words: str
    place: str
    period: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A viewpoint's name and statement, as they are kept, and the statement's words counted."""

    name: str
    statement: str
    words: int


def one_line(words: str) -> str:
    """A text of one line: spaces of any kind become one space."""
    return " ".join(clean(words).split())


def question(words: str, lengths: Lengths) -> str:
    """The wording as it is kept, or a refusal. A question ends with a question mark, in any script."""
    kept = one_line(words)
    if len(kept) < SHORTEST_QUESTION:
        raise Refusal("debates.question.too-short", least=SHORTEST_QUESTION)
    if len(kept) > lengths.question:
        raise Refusal("debates.question.too-long", length=len(kept), most=lengths.question)
    if not kept.endswith(("?", "？", "؟", ";", ";", "՞", "⸮")):
        raise Refusal("debates.question.no-question")
    return kept


def asked(words: str, place: str, period: str, lengths: Lengths) -> Asked:
    """Question and scope, or a refusal."""
    return Asked(question(words, lengths), scope(place, lengths), scope(period, lengths))


def scope(words: str, lengths: Lengths) -> str:
    """A place or a period, possibly empty."""
    kept = one_line(words)
    if len(kept) > lengths.scope:
        raise Refusal("debates.question.scope-too-long", length=len(kept), most=lengths.scope)
    return kept


def viewpoint_name(words: str, lengths: Lengths) -> str:
    """The name of a viewpoint, or a refusal."""
    kept = one_line(words)
    if not kept:
        raise Refusal("debates.viewpoint.no-name")
    if len(kept) > lengths.viewpoint_name:
        raise Refusal(
            "debates.viewpoint.name-too-long", length=len(kept), most=lengths.viewpoint_name
        )
    return kept


def stated(name: str, statement: str, lengths: Lengths) -> Stated:
    """Name and statement of a viewpoint, or a refusal; the same room for every viewpoint (law 2)."""
    name = viewpoint_name(name, lengths)
    kept = clean(statement)
    count = count_words(kept)
    if count < SHORTEST_STATEMENT_WORDS:
        raise Refusal("debates.viewpoint.too-short", words=count, least=SHORTEST_STATEMENT_WORDS)
    if count > lengths.viewpoint_statement:
        raise Refusal("debates.viewpoint.too-long", words=count, most=lengths.viewpoint_statement)
    return Stated(name, kept, count)


def reason(words: str, lengths: Lengths) -> str:
    """A reason others can weigh, or a refusal (law 4: nothing happens without one)."""
    kept = clean(words)
    if len(kept) < SHORTEST_REASON:
        raise Refusal("debates.reason.too-short", least=SHORTEST_REASON)
    if len(kept) > lengths.reason:
        raise Refusal("debates.reason.too-long", length=len(kept), most=lengths.reason)
    return kept
