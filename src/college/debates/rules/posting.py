"""What may be added when, how long it may be, and how often one person may add something."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from college.debates.rules.kinds import FORMS, Kind
from college.debates.rules.stages import Stage
from college.ground.charter import Lengths, Limits
from college.ground.prose import clean, count_words
from college.ground.refusals import Refusal

#: Terms are defined while a debate is framed. Closing is for answers, and for granting what was shown;
#: evidence comes in then only as part of an answer.
KINDS_AT: dict[Stage, frozenset[Kind]] = {
    Stage.FRAMING: frozenset({Kind.DEFINITION}),
    Stage.OPEN: frozenset(Kind),
    Stage.CLOSING: frozenset({Kind.ANSWER, Kind.CONCESSION}),
}
LONGEST_TERM = 80
LONGEST_LINE = 300
LONGEST_LOCATOR = 120
LONGEST_URL = 500
_NEW_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where a piece of evidence comes from, as people cite it. ``url`` may be empty; so may all but two."""

    title: str
    locator: str
    author: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""


def may_add(stage: Stage, kind: Kind, *, in_answer: bool = False) -> bool:
    """Whether a kind may be added at a stage; ``in_answer``: as part of an answer."""
    if in_answer and kind is Kind.EVIDENCE and stage is Stage.CLOSING:
        return True
    return kind in KINDS_AT.get(stage, frozenset())


def form(kind: Kind, value: str) -> str:
    if value not in FORMS[kind]:
        raise Refusal("debates.contribution.form", kind=kind.value)
    return str(value)


def claim(words: str, lengths: Lengths) -> str:
    """One assertion in one line, or a refusal."""
    kept = " ".join(clean(words).split())
    if not kept:
        raise Refusal("debates.claim.empty")
    if len(kept) > lengths.claim:
        raise Refusal("debates.claim.too-long", length=len(kept), most=lengths.claim)
    return kept


def text(words: str, lengths: Lengths, *, may_be_empty: bool = False) -> str:
    """Any other contribution's text, or a refusal."""
    kept = clean(words)
    if not kept and not may_be_empty:
        raise Refusal("debates.contribution.empty")
    count = count_words(kept)
    if count > lengths.text:
        raise Refusal("debates.contribution.too-long", words=count, most=lengths.text)
    # A "word" without spaces must not carry a book past the count.
    if len(kept) > lengths.text * 12:
        raise Refusal("debates.contribution.characters", length=len(kept), most=lengths.text * 12)
    return kept


def quotation(words: str, lengths: Lengths) -> str:
    """The exact words of a source."""
    kept = clean(words)
    if not kept:
        raise Refusal("debates.evidence.no-quotation")
    count = count_words(kept)
    if count > lengths.quotation or len(kept) > lengths.quotation * 12:
        raise Refusal("debates.evidence.quotation-too-long", words=count, most=lengths.quotation)
    return kept


def term(words: str) -> str:
    kept = " ".join(clean(words).split())
    if not kept:
        raise Refusal("debates.definition.no-term")
    if len(kept) > LONGEST_TERM:
        raise Refusal("debates.definition.term-too-long", length=len(kept), most=LONGEST_TERM)
    return kept


def reason(words: str, lengths: Lengths, *, may_be_empty: bool = False) -> str:
    """A sentence that says why (law 4), or a condition."""
    kept = clean(words)
    if not kept and not may_be_empty:
        raise Refusal("debates.contribution.no-reason")
    if len(kept) > lengths.reason:
        raise Refusal("debates.contribution.reason-too-long", length=len(kept), most=lengths.reason)
    return kept


def source(given: SourceLine) -> SourceLine:
    """A source with a title and a place in it, so that others can look it up; links only to the web."""
    line = SourceLine(
        **{name: " ".join(clean(getattr(given, name)).split()) for name in SourceLine.__slots__}
    )
    if not line.title:
        raise Refusal("debates.evidence.no-title")
    if not line.locator:
        raise Refusal("debates.evidence.no-locator")
    longest = {"locator": LONGEST_LOCATOR, "url": LONGEST_URL}
    for name in SourceLine.__slots__:
        most = longest.get(name, LONGEST_LINE)
        if len(getattr(line, name)) > most:
            raise Refusal("debates.evidence.line-too-long", field=name, most=most)
    if line.url and not line.url.startswith(("https://", "http://")):
        raise Refusal("debates.evidence.url")
    return line


def per_hour(limits: Limits, *, joined_at: datetime, now: datetime) -> int:
    """Contributions a member may add in an hour: fewer on the first day."""
    new = now - joined_at < _NEW_FOR
    return limits.newcomer_per_hour if new else limits.contributions_per_hour
