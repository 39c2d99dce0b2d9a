"""Arriving briefs, and briefs taken in."""

from college.debates.actions.briefs import take_in
from college.debates.models import Brief
from college.debates.rules.briefs import (
    ArrivingBrief,
    ArrivingPassage,
    ArrivingRemark,
    PassageKind,
    Rights,
)
from tests.factories.acts import MOMENT
from tests.factories.debates import Stand

ARTICLE = (
    "The ferry costs more than it earns. So does every road.",
    "Close it in winter and the far bank is an hour away.",
    "Those who own a car will hardly notice.",
)


def make_remark(
    key: str,
    parent: str | None = None,
    *,
    pseudonym: str = "Heron",
    words: str = "",
    address: str = "",
) -> ArrivingRemark:
    """One comment, with words of its own."""
    return ArrivingRemark(
        key=key,
        parent=parent,
        pseudonym=pseudonym,
        said="1 March 2026",
        said_at=MOMENT,
        words=words or f"I have crossed every winter since {key} was painted on the quay.",
        address=address,
    )


def make_arriving(
    *remarks: ArrivingRemark, source: str = "https://paper.example/ferry"
) -> ArrivingBrief:
    """An article of three paragraphs with the remarks given."""
    return ArrivingBrief(
        format="plain-text",
        title="The ferry we cannot afford to lose",
        author="Ines Waterhouse",
        source=source,
        published="28 February 2026",
        passages=tuple(ArrivingPassage(PassageKind.PARAGRAPH, words) for words in ARTICLE),
        remarks=remarks,
        announced_remarks=len(remarks),
    )


def make_brief(stand: Stand, *remarks: ArrivingRemark, rights: Rights = Rights.QUOTE) -> Brief:
    """A brief taken in by the proposer of a debate."""
    arriving = make_arriving(*(remarks or (make_remark("r1"), make_remark("r2", "r1"))))
    act = stand.act(stand.proposer)
    return take_in(act, stand.debate, arriving, digest="a" * 64, rights=rights)
