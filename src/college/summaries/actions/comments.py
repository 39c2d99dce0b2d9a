"""Comment exact words of a version, take a comment back, and carry comments to the next version."""

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db import transaction

from college.debates.actions.locking import locked
from college.debates.queries import holdings
from college.ground.act import Act
from college.people.actions.notices import settle, tell_once
from college.people.queries import acting_member
from college.record.actions.entries import append
from college.record.actions.texts import commit, erase
from college.record.charters import charter_in_force
from college.summaries.actions.summaries import touch
from college.summaries.events.comments import CommentMade, CommentWithdrawn
from college.summaries.models import Anchor, Comment, Version
from college.summaries.permissions import require
from college.summaries.queries import rooms
from college.summaries.queries.plain import closed_in, places_of, plain_of
from college.summaries.rules import addresses, anchoring, comments, selectors
from college.summaries.rules.life import AnchorHow, CommentState

if TYPE_CHECKING:
    from college.debates.models import Holding, Viewpoint

GROUND = "withdrawn"
_ASKED = "summaries.anchor.asked"
#: Anchors that say where a comment belongs: in a later version it is looked for from there.
_SURE = (AnchorHow.WRITTEN, AnchorHow.EXACT, AnchorHow.MOVED, AnchorHow.CONFIRMED)


@transaction.atomic
def make_comment(
    act: Act,
    version: Version,
    *,
    exact: str,
    text: str,
    prefix: str = "",
    suffix: str = "",
    statement: str = "",
    start: int | None = None,
    token: str = "",
) -> Comment:
    """Comment exact words of a version, for the viewpoint that the member holds, within its room.

    ``statement``: the words stand in this one. ``prefix``, ``suffix``, ``start`` (a code point of the
    version's plain text) tell which of several alike is meant. ``token``: a form that was sent twice makes
    one comment.
    """
    debate = locked(version.summary.debate)
    member = acting_member(act)
    if token:
        sent = Comment.objects.filter(author=member, token=token).first()
        if sent is not None:
            return sent
    version = Version.objects.select_related("summary__debate").get(pk=version.pk)
    require("may_comment", member, version)
    charter = charter_in_force()
    said = comments.said(text, charter.lengths)
    plain = plain_of(version)
    within = plain.spans.get(statement) if statement else None
    chosen = selectors.find(
        plain.text, exact, prefix=prefix, suffix=suffix, within=within, near=start
    )
    selectors.check_open(chosen, plain, closed_in(version))
    side = _side(holdings.current(member, debate))
    comments.charge(said.count, rooms.used(version.summary, side), charter.budgets)
    comment = Comment.objects.create(
        summary=version.summary,
        made_on=version,
        viewpoint=side,
        author=member,
        text=commit(said.words),
        words=said.count,
        at=act.at,
        state=CommentState.STANDING,
        token=token,
    )
    Anchor.objects.create(
        comment=comment,
        version=version,
        start=chosen.start,
        end=chosen.end,
        how=AnchorHow.WRITTEN,
        at=act.at,
    )
    event = CommentMade(
        comment=comment.public_id,
        version=version.public_id,
        viewpoint=side.public_id if side is not None else "",
        text=comment.text_id,
        words=said.count,
        start=chosen.start,
        end=chosen.end,
    )
    append(act, event, subject=comment.public_id)
    touch(version.summary)
    return comment


@transaction.atomic
def withdraw_comment(act: Act, comment: Comment) -> Comment:
    """Take one's own comment back: its words are erased, its place in the record stays, its room is free."""
    locked(comment.summary.debate)
    member = acting_member(act)
    comment = Comment.objects.select_related("text", "summary__debate").get(pk=comment.pk)
    if comment.state == CommentState.WITHDRAWN and comment.author_id == member.pk:
        return comment
    require("may_withdraw_comment", member, comment)
    erase(act, comment.text, ground=GROUND)
    comment.state, comment.state_at = CommentState.WITHDRAWN, act.at
    comment.save(update_fields=["state", "state_at"])
    append(act, CommentWithdrawn(comment=comment.public_id), subject=comment.public_id)
    touch(comment.summary)
    return comment


@transaction.atomic
def reanchor(act: Act, version: Version) -> int:
    """Carry every comment of a summary to a version of it; how many were carried. Safe to repeat.

    Each from the last version in which it is sure where it stood. What is proposed, its author is asked;
    what is nowhere is kept as an orphan. Where nobody can say any more what a comment was on, it is too.
    """
    locked(version.summary.debate)
    waiting: dict[int, list[Anchor]] = defaultdict(list)
    for anchor in _last_sure(version):
        waiting[anchor.version_id].append(anchor)
    new = plain_of(version)
    made: list[Anchor] = []
    for source, anchors in waiting.items():
        before = places_of(Version.objects.get(pk=source))
        old = before.whole
        kept = old.text[
            : before.told_until
        ]  # behind that, words at a place are others than those commented
        chosen = [selectors.at(kept, one.start or 0, one.end or 0) for one in anchors]
        for anchor, found in zip(anchors, anchoring.reanchor(old, new, chosen), strict=True):
            made.append(_carried(act, version, anchor, found))
    Anchor.objects.bulk_create(made, batch_size=500)
    for anchor in made:
        if anchor.how == AnchorHow.PROPOSED:
            path = addresses.comment(version.summary.debate.slug, anchor.comment.public_id)
            tell_once(anchor.comment.author, _ASKED, path=path, at=act.at)
    if made:
        touch(version.summary)
    return len(made)


@transaction.atomic
def confirm_anchor(act: Act, anchor: Anchor, *, belongs: bool) -> Anchor:
    """The author of a comment says whether it belongs where it was proposed; if not, it is an orphan."""
    summary = anchor.version.summary
    locked(summary.debate)
    member = acting_member(act)
    anchor = Anchor.objects.select_related("comment", "version").get(pk=anchor.pk)
    require("may_confirm_anchor", member, anchor)
    anchor.how, anchor.at = AnchorHow.CONFIRMED, act.at
    if not belongs:
        anchor.how, anchor.start, anchor.end = AnchorHow.ORPHANED, None, None
    anchor.save(update_fields=["how", "start", "end", "at"])
    path = addresses.comment(summary.debate.slug, anchor.comment.public_id)
    settle(act, member, _ASKED, path=path)
    touch(summary)
    return anchor


def _side(holding: "Holding | None") -> "Viewpoint | None":
    """The admitted viewpoint of a declaration, or the one it is part of now; ``None``: undecided."""
    viewpoint = holding.viewpoint if holding is not None else None
    if viewpoint is None or viewpoint.admitted_at is None:
        return None
    return viewpoint.merged_into or viewpoint


def _last_sure(version: Version) -> list[Anchor]:
    """Of each comment that has no place in a version, the newest place of which somebody was sure."""
    rows = (
        Anchor.objects.filter(
            comment__summary=version.summary, version__number__lt=version.number, how__in=_SURE
        )
        .exclude(comment__state=CommentState.WITHDRAWN)
        .exclude(comment__anchors__version=version)
        .select_related("comment__author")
        .order_by("version__number")
    )
    return list({anchor.comment_id: anchor for anchor in rows}.values())


def _carried(act: Act, version: Version, anchor: Anchor, found: anchoring.Found) -> Anchor:
    return Anchor(
        comment=anchor.comment,
        version=version,
        start=found.start,
        end=found.end,
        how=found.how,
        score=found.score,
        at=act.at,
    )
