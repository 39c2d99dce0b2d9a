"""Add a claim: one assertion, in one line."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F

from college.debates.actions import writing
from college.debates.actions.speaking import (
    Speaking,
    begin,
    charge,
    pace,
    require_stage,
    sent_before,
)
from college.debates.actions.succession import Old, succeed
from college.debates.events.contributions import ClaimAdded
from college.debates.models import Contribution, Debate, Revision
from college.debates.rules import addresses, posting
from college.debates.rules.kinds import Kind, State
from college.debates.rules.links import Span
from college.ground.act import Act
from college.ground.prose import count_words
from college.ground.refusals import Refusal
from college.record.actions.entries import append


@dataclass(frozen=True, slots=True)
class NewClaim:
    """A claim that is worded in the same act as the argument that uses it."""

    form: str
    text: str


@transaction.atomic
def add_claim(
    act: Act,
    debate: Debate,
    *,
    form: str,
    text: str,
    quotes: Sequence[Span] = (),
    succeeds: Contribution | None = None,
    token: str = "",
) -> Contribution:
    """Add a claim at the top of the reading order; with ``succeeds``, in place of an older one."""
    speaking = begin(act, debate.pk)
    if again := sent_before(speaking, token):
        return again
    require_stage(speaking, Kind.CLAIM)
    claim = prepared(speaking, NewClaim(form, text))
    old = succeed(speaking, succeeds, Kind.CLAIM)
    if old is None:
        refuse_repeat(speaking, claim)
    pace(speaking, 1)
    charge(speaking, count_words(claim.text))
    written = write_claim(speaking, claim, quotes=quotes, token=token)
    writing.place_top(written)
    append(act, told(written, old), subject=written.contribution.public_id)
    return written.contribution


def prepared(speaking: Speaking, claim: NewClaim) -> NewClaim:
    """The claim as it will be kept, or a refusal."""
    return NewClaim(
        posting.form(Kind.CLAIM, claim.form), posting.claim(claim.text, speaking.charter.lengths)
    )


def refuse_repeat(speaking: Speaking, claim: NewClaim) -> None:
    """Refuse the very same words of the same author and kind while they stand in the debate. One query."""
    first = (
        Revision.objects.filter(
            contribution__debate=speaking.debate,
            contribution__author=speaking.member,
            contribution__kind=Kind.CLAIM,
            contribution__form=claim.form,
            contribution__state=State.STANDING,
            number=F("contribution__head"),
            text__body=claim.text.encode(),
        )
        .order_by("id")
        .values_list("contribution__public_id", flat=True)
        .first()
    )
    if first is not None:
        path = addresses.contribution(speaking.debate.slug, first)
        raise Refusal("debates.claim.said-before", path=path)


def write_claim(
    speaking: Speaking, claim: NewClaim, *, quotes: Sequence[Span] = (), token: str = ""
) -> writing.Written:
    """A prepared claim as rows, without a place and without an entry yet."""
    return writing.write(
        speaking, Kind.CLAIM, claim.text, form=claim.form, spans=quotes, token=token
    )


def told(written: writing.Written, old: Old | None = None) -> ClaimAdded:
    """The entry of a claim that was written."""
    return ClaimAdded(
        form=written.contribution.form,
        **written.told(),
        **(old.tell(written) if old else {}),
    )
