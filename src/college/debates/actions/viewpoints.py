"""Propose, admit and reword viewpoints."""

from django.db import transaction

from college.debates.actions import search
from college.debates.actions.holdings import begin_holding
from college.debates.actions.locking import locked, moved
from college.debates.events.viewpoints import (
    ViewpointAdmitted,
    ViewpointProposed,
    ViewpointReworded,
)
from college.debates.models import Debate, Viewpoint, ViewpointWording
from college.debates.permissions import require
from college.debates.queries import holdings, objections
from college.debates.rules import addresses, viewpoints, wordings
from college.debates.rules.stages import Stage
from college.debates.rules.wordings import Stated
from college.ground.act import Act
from college.ground.moments import rfc3339
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.models import Member
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit, commit_plain
from college.record.charters import charter_in_force


@transaction.atomic
def propose_viewpoint(act: Act, debate: Debate, *, name: str, statement: str) -> Viewpoint:
    """Propose a viewpoint. Its proposer holds it from now on, unless they hold another one."""
    member = acting_member(act)
    debate = locked(debate)
    require("may_propose_viewpoint", member, debate)
    charter = charter_in_force()
    admit_at = act.at + charter.clocks.viewpoint_notice
    if (
        debate.stage == Stage.OPEN
        and debate.closing_at is not None
        and admit_at > debate.closing_at
    ):
        raise Refusal("debates.viewpoint.too-late")
    proposed = Viewpoint.objects.filter(debate=debate, merged_into=None, refused_at=None)
    if proposed.count() >= charter.limits.viewpoints:
        raise Refusal("debates.viewpoint.too-many", most=charter.limits.viewpoints)
    if proposed.filter(proposed_by=member, admitted_at=None).exists():
        raise Refusal("debates.viewpoint.one-at-a-time")
    stated = wordings.stated(name, statement, charter.lengths)
    viewpoint = Viewpoint.objects.create(
        debate=debate, proposed_by=member, proposed_at=act.at, admit_at=admit_at
    )
    row = _word(act, viewpoint, stated, by=member, number=1)
    moved(debate)
    event = ViewpointProposed(
        viewpoint=viewpoint.public_id,
        debate=debate.public_id,
        name=row.name_id,
        statement=row.statement_id,
        admit_at=rfc3339(admit_at),
    )
    append(act, event, subject=viewpoint.public_id)
    present = holdings.current(member, debate)
    if present is None or present.viewpoint is None:
        begin_holding(act, debate, member=member, viewpoint=viewpoint)
    return viewpoint


@transaction.atomic
def reword_viewpoint(
    act: Act, viewpoint: Viewpoint, *, name: str, statement: str, seen: int
) -> ViewpointWording:
    """Revise name or statement. ``seen`` is the number of the wording it was written over; a newer one is
    a refusal that carries its words."""
    member = acting_member(act)
    debate = locked(viewpoint.debate)
    viewpoint = Viewpoint.objects.select_related("debate").get(pk=viewpoint.pk)
    require("may_reword_viewpoint", member, viewpoint)
    refuse_haste(act)
    newest = viewpoint.wordings.select_related("name", "statement").order_by("-number")[0]
    theirs = {"name": newest.name.words, "statement": newest.statement.words}
    viewpoints.check_not_stale(seen=seen, newest=newest.number, theirs=theirs)
    stated = wordings.stated(name, statement, charter_in_force().lengths)
    if (stated.name, stated.statement) == tuple(theirs.values()):
        raise Refusal("debates.viewpoint.unchanged")
    for old in (newest.name_id, newest.statement_id):
        search.forget_text(old)
    row = _word(act, viewpoint, stated, by=member, number=newest.number + 1)
    moved(debate)
    event = ViewpointReworded(
        viewpoint=viewpoint.public_id,
        number=row.number,
        name=row.name_id,
        statement=row.statement_id,
    )
    append(act, event, subject=viewpoint.public_id)
    return row


@transaction.atomic
def admit_viewpoint(act: Act, viewpoint: Viewpoint) -> bool:
    """Admit a viewpoint whose notice is over, if it may be; whether it was. Safe to repeat."""
    debate = locked(viewpoint.debate)
    viewpoint = Viewpoint.objects.select_related("proposed_by").get(pk=viewpoint.pk)
    decided = viewpoint.admitted_at is not None or viewpoint.refused_at is not None
    if decided or not viewpoints.is_admitted(
        notice_over=viewpoint.admit_at <= act.at,
        objected=objections.waiting().filter(viewpoint=viewpoint).exists(),
        holders=holdings.holders(viewpoint).count(),
    ):
        return False
    admitted = Viewpoint.objects.filter(debate=debate, admitted_at__isnull=False).count()
    viewpoint.letter, viewpoint.admitted_at = viewpoints.letter(admitted), act.at
    viewpoint.save(update_fields=["letter", "admitted_at"])
    moved(debate)
    event = ViewpointAdmitted(
        viewpoint=viewpoint.public_id, debate=debate.public_id, letter=viewpoint.letter.lower()
    )
    append(act, event, subject=viewpoint.public_id)
    path = addresses.viewpoint(debate.slug, viewpoint.public_id)
    params = {"letter": viewpoint.letter}
    tell(viewpoint.proposed_by, "debates.viewpoint.admitted", params=params, path=path, at=act.at)
    return True


def _word(
    act: Act, viewpoint: Viewpoint, stated: Stated, *, by: Member, number: int
) -> ViewpointWording:
    name, statement = commit_plain(stated.name), commit(stated.statement)
    said = [(text, viewpoint.public_id) for text in (name, statement)]
    search.index_many(viewpoint.debate_id, said, kind="viewpoint")
    return ViewpointWording.objects.create(
        viewpoint=viewpoint,
        number=number,
        name=name,
        statement=statement,
        words=stated.words,
        by=by,
        at=act.at,
    )
