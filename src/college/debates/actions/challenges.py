"""Put a challenge to those who hold a text."""

from collections.abc import Sequence

from django.db import transaction

from college.debates.actions import writing
from college.debates.actions.speaking import (
    Speaking,
    begin,
    charge,
    pace,
    require_stage,
    sent_before,
)
from college.debates.events.contributions import ChallengePut
from college.debates.models import Contribution, Delegate
from college.debates.permissions import require
from college.debates.rules import addresses, posting
from college.debates.rules.challenges import Put, is_equal
from college.debates.rules.kinds import Kind, LinkKind, State
from college.debates.rules.links import Span
from college.ground.act import Act
from college.ground.moments import rfc3339
from college.ground.prose import count_words
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.models import Member
from college.record.actions.entries import append


@transaction.atomic
def challenge(
    act: Act,
    target: Contribution,
    *,
    form: str,
    text: str,
    quotes: Sequence[Span] = (),
    token: str = "",
) -> Contribution:
    """Ask something of those who hold ``target``; they are told, and see when an answer is due.

    What was asked in the same form and is not answered yet is not asked twice: the new challenge joins
    the old one (``merged_into``), and its author is told so.
    """
    speaking = begin(act, target.debate_id)
    if again := sent_before(speaking, token):
        return again
    require_stage(speaking, Kind.CHALLENGE)
    posting.form(Kind.CHALLENGE, form)
    asked = posting.text(text, speaking.charter.lengths)
    pinned = writing.heads(speaking, [target.pk])[target.pk]
    writing.check(speaking, LinkKind.CHALLENGES, pinned)
    row = pinned.contribution
    row.debate = speaking.debate
    if row.author_id == speaking.member.pk:
        raise Refusal("debates.challenge.own")
    require("may_challenge", speaking.member, row)
    _refuse_many(speaking)
    pace(speaking, 1)
    charge(speaking, count_words(asked))

    first = equal(row, form)
    due = act.at + speaking.charter.clocks.challenge_due
    written = writing.write(
        speaking,
        Kind.CHALLENGE,
        asked,
        form=form,
        spans=quotes,
        due_at=None if first else due,
        merged_into=first,
        token=token,
    )
    writing.link(written, LinkKind.CHALLENGES, [pinned])
    writing.place_under(written, first or row)
    event = ChallengePut(
        form=form,
        target=row.public_id,
        target_text=pinned.text_id,
        due="" if first else rfc3339(due),
        joined=first.public_id if first else "",
        **written.told(),
    )
    append(act, event, subject=written.contribution.public_id)
    _tell(speaking, row, written.contribution)
    return written.contribution


def equal(target: Contribution, form: str) -> Contribution | None:
    """The challenge that asks the same of the same text and is not answered yet. One query."""
    new = Put(target.pk, form)
    waiting = Contribution.objects.filter(
        kind=Kind.CHALLENGE,
        form=form,
        state=State.STANDING,
        merged_into=None,
        answered_at=None,
        links__kind=LinkKind.CHALLENGES,
        links__target=target,
    ).order_by("id")
    return next((c for c in waiting if is_equal(new, Put(target.pk, c.form))), None)


def holders_to_tell(target: Contribution) -> list[Member]:
    """The author of a text and the standing delegate of the viewpoint it was said for. Two queries."""
    told = {target.author_id: target.author}
    if target.viewpoint_id is not None:
        standing = Delegate.objects.filter(
            viewpoint=target.viewpoint_id, stood_at__isnull=False, ended_at=None
        )
        told |= {d.member_id: d.member for d in standing.select_related("member")}
    return list(told.values())


def _refuse_many(speaking: Speaking) -> None:
    """Whoever has many questions standing waits for answers. One query."""
    most = speaking.charter.limits.challenges_open
    open_now = Contribution.objects.filter(
        debate=speaking.debate,
        author=speaking.member,
        kind=Kind.CHALLENGE,
        state=State.STANDING,
        merged_into=None,
        answered_at=None,
    ).count()
    if open_now >= most:
        raise Refusal("debates.challenge.too-many", most=most)


def _tell(speaking: Speaking, target: Contribution, put: Contribution) -> None:
    """Holders hear of a new challenge; who joined an older one hears that."""
    path = addresses.contribution(speaking.debate.slug, put.public_id)
    if put.merged_into is not None:
        path = addresses.contribution(speaking.debate.slug, put.merged_into.public_id)
        params: dict[str, object] = {"form": put.form}
        tell(
            speaking.member,
            "debates.challenge.joined",
            params=params,
            path=path,
            at=speaking.act.at,
        )
        return
    for member in holders_to_tell(target):
        if member.pk != speaking.member.pk:
            params = {"form": put.form, "kind": target.kind}
            tell(member, "debates.challenge.put", params=params, path=path, at=speaking.act.at)
