"""Name what two viewpoints part on; say what would change a mind."""

from django.db import transaction

from college.debates.actions.locking import locked, moved
from college.debates.models import Contribution, Viewpoint
from college.debates.queries import contributions
from college.debates.rules import links
from college.debates.rules.kinds import Kind, LinkKind, State
from college.debates.rules.links import Target
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit
from college.record.charters import charter_in_force
from college.summaries.events.cruxes import CruxDropped, CruxNamed, MindTold
from college.summaries.models import Crux, MindChange, Summary
from college.summaries.permissions import require
from college.summaries.queries import cruxes
from college.summaries.rules import addresses
from college.summaries.rules import cruxes as rules


@transaction.atomic
def name_crux(
    act: Act, summary: Summary, claim: Contribution, *, between: tuple[Viewpoint, Viewpoint]
) -> Crux:
    """Name a claim on which two admitted viewpoints part; its newest wording is pinned."""
    member = acting_member(act)
    debate = locked(summary.debate)
    summary = Summary.objects.get(pk=summary.pk)
    require("may_name_crux", member, summary)
    refuse_haste(act)
    claim.refresh_from_db()
    target = Target(claim.pk, claim.debate_id, Kind(claim.kind), State(claim.state))
    links.check(LinkKind.GRANTS, target, debate=debate.pk)
    first, second = sorted(between, key=lambda one: (one.admitted_at is None, one.pk))
    for viewpoint in (first, second):
        if viewpoint.debate_id != debate.pk or viewpoint.admitted_at is None:
            raise Refusal("summaries.crux.viewpoint")
    if first == second:
        raise Refusal("summaries.crux.same")
    standing = Crux.objects.filter(summary=summary, first=first, second=second, dropped_at=None)
    if standing.filter(claim=claim).exists():
        raise Refusal("summaries.crux.already")
    rules.room(standing.count(), charter_in_force().limits)
    pinned = contributions.head_revision(claim)
    crux = Crux.objects.create(
        summary=summary,
        claim=claim,
        pinned=pinned,
        first=first,
        second=second,
        by=member,
        at=act.at,
    )
    event = CruxNamed(
        crux=crux.public_id,
        summary=summary.public_id,
        claim=claim.public_id,
        claim_text=pinned.text_id,
        first=first.public_id,
        second=second.public_id,
    )
    append(act, event, subject=summary.public_id)
    moved(debate)
    path = addresses.turns(debate.slug)
    for delegate in cruxes.delegates_of(crux):
        tell(delegate, "summaries.crux.named", params={}, path=path, at=act.at)
    return crux


@transaction.atomic
def drop_crux(act: Act, crux: Crux) -> Crux:
    """The two viewpoints do not part on it after all. What they said of it stays in the record."""
    member = acting_member(act)
    debate = locked(crux.summary.debate)
    row = Crux.objects.select_related("summary").get(pk=crux.pk)
    require("may_name_crux", member, row.summary)
    if row.dropped_at is None:
        row.dropped_at = act.at
        row.save(update_fields=["dropped_at"])
        event = CruxDropped(crux=row.public_id, summary=row.summary.public_id)
        append(act, event, subject=row.summary.public_id)
        moved(debate)
    return row


@transaction.atomic
def tell_mind(act: Act, crux: Crux, *, text: str) -> MindChange:
    """What would change the mind of the viewpoint one speaks for. The newest stands."""
    member = acting_member(act)
    debate = locked(crux.summary.debate)
    row = Crux.objects.select_related("first", "second", "summary").get(pk=crux.pk)
    require("may_tell_mind", member, row)
    refuse_haste(act)
    words = rules.mind(text, charter_in_force().lengths)
    viewpoint = cruxes.side_of(member, row)
    MindChange.objects.filter(crux=row, viewpoint=viewpoint, replaced_at=None).update(
        replaced_at=act.at
    )
    mind = MindChange.objects.create(
        crux=row, viewpoint=viewpoint, text=commit(words), by=member, at=act.at
    )
    event = MindTold(crux=row.public_id, viewpoint=viewpoint.public_id, text=mind.text.commitment)
    append(act, event, subject=row.summary.public_id)
    moved(debate)
    return mind
