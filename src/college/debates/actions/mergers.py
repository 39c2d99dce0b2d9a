"""Ask whether two viewpoints are one, and make them one when that is decided."""

from django.db import transaction

from college.committees.actions import cases
from college.committees.models import Case
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.debates.actions.answering import settle
from college.debates.actions.asking import open_in
from college.debates.actions.holdings import begin_holding
from college.debates.actions.locking import locked, moved
from college.debates.events.mergers import MergerAsked, ViewpointsMerged, ViewpointsParted
from college.debates.models import Debate, Delegate, Merger, Viewpoint
from college.debates.permissions import require
from college.debates.queries import holdings, mergers, viewpoints
from college.debates.rules import addresses, wordings
from college.debates.rules.grounds import Settled
from college.debates.rules.refusals import ViewpointRule
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.models import Member
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit
from college.record.charters import charter_in_force
from college.record.models import Text


@transaction.atomic
def ask_merger(act: Act, viewpoint: Viewpoint, *, into: Viewpoint, reason: str) -> Merger:
    """Ask whether ``viewpoint`` grants and denies what ``into`` does. Until it is decided both share one
    budget, so that clones do not multiply room (law 2)."""
    member = acting_member(act)
    debate = locked(viewpoint.debate)
    viewpoint, into = _fresh(debate, viewpoint), _fresh(debate, into)
    require("may_ask_merger", member, viewpoint, into)
    if mergers.is_heard(viewpoint, into):
        raise Refusal("debates.merger.heard-already")
    if mergers.decided_before(viewpoint, into):
        raise Refusal("debates.merger.decided")
    refuse_haste(act)
    text = commit(wordings.reason(reason, charter_in_force().lengths))
    case = open_in(
        act,
        debate,
        procedure=Procedure.MERGE,
        rule=ViewpointRule.MERGE.value,
        shown=[*words_of(into), *words_of(viewpoint), text],
        reason=text,
        parties=parties(member, viewpoint, into),
    )
    merger = Merger.objects.create(
        case=case, viewpoint=viewpoint, into=into, by=member, reason=text, at=act.at
    )
    event = MergerAsked(
        merger=merger.public_id,
        case=case.public_id,
        viewpoint=viewpoint.public_id,
        into=into.public_id,
        reason=text.commitment,
    )
    append(act, event, subject=viewpoint.public_id)
    moved(debate)
    for told in speakers(viewpoint, into):
        path = addresses.viewpoint(debate.slug, viewpoint.public_id)
        tell(told, "debates.merger.asked", params={}, path=path, at=act.at)
    return merger


@transaction.atomic
def enact(act: Act, case: Case) -> bool:
    """Make two viewpoints one, or leave them as they are; whether anything was done. Safe to repeat."""
    merger = mergers.merger_of_case(case.pk)
    if merger is None:
        return False
    debate = locked(merger.viewpoint.debate)
    was_granted = merger.settled == Settled.GRANTED
    granted = settle(act, case, merger)
    if granted and not was_granted:
        _merge(act, debate, merger)
    elif was_granted and not granted:
        _part(act, merger)
    moved(Debate.objects.get(pk=debate.pk))
    cases.mark_enacted(act, case)
    return True


def _merge(act: Act, debate: Debate, merger: Merger) -> None:
    part, whole = merger.viewpoint, merger.into
    whole = whole.merged_into or whole
    if whole == part:
        return  # other mergers have made the two one, the other way round
    Viewpoint.objects.filter(merged_into=part).update(merged_into=whole)
    part.merged_into = whole
    part.save(update_fields=["merged_into"])
    event = ViewpointsMerged(
        viewpoint=part.public_id,
        into=whole.public_id,
        case=merger.case.public_id,
        reason=merger.answer_id or "",
    )
    append(act, event, subject=part.public_id)
    for holding in holdings.holders(part):
        begin_holding(act, debate, member=holding.member, viewpoint=whole)
        path = addresses.viewpoint(debate.slug, whole.public_id)
        params = {"letter": whole.letter}
        tell(holding.member, "debates.viewpoint.merged", params=params, path=path, at=act.at)


def _part(act: Act, merger: Merger) -> None:
    """Those who held it may say so again; nobody is moved a second time without having been asked."""
    part, whole = merger.viewpoint, merger.viewpoint.merged_into or merger.into
    part.merged_into = None
    part.save(update_fields=["merged_into"])
    event = ViewpointsParted(
        viewpoint=part.public_id, into=whole.public_id, case=merger.case.public_id
    )
    append(act, event, subject=part.public_id)


def words_of(viewpoint: Viewpoint) -> list[Text]:
    """Name and statement in their newest words. One query."""
    newest = viewpoints.newest().get(viewpoint=viewpoint)
    return [newest.name, newest.statement]


def speakers(*of: Viewpoint) -> list[Member]:
    """Who proposed viewpoints, and who speaks for them. Two queries."""
    standing = Delegate.objects.filter(viewpoint__in=of, stood_at__isnull=False, ended_at=None)
    found = {one.proposed_by_id: one.proposed_by for one in of}
    found |= {row.member_id: row.member for row in standing.select_related("member")}
    return list(found.values())


def parties(by: Member, *of: Viewpoint) -> dict[str, Party]:
    """Who asked, and those whose viewpoints these are, may not sit."""
    found = {member.public_id: Party.NAMED for member in speakers(*of)}
    return found | {by.public_id: Party.REPORTED}


def _fresh(debate: Debate, viewpoint: Viewpoint) -> Viewpoint:
    told = ("debate", "proposed_by", "merged_into")
    return Viewpoint.objects.select_related(*told).get(pk=viewpoint.pk, debate=debate)
