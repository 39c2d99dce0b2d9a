"""Proposals of a charter: made, supported, put to panels, in force after the notice."""

import json
from dataclasses import replace

from django.db import transaction

from college.administration.events import (
    CharterAsked,
    CharterEnded,
    CharterGranted,
    CharterProposed,
    CharterPutInForce,
    CharterSupported,
)
from college.administration.models import Proposal, Support
from college.administration.permissions import require
from college.administration.rules.charter import in_lines, proposed
from college.administration.rules.grounds import CHANGE, Ending
from college.committees.actions.cases import mark_enacted, open_case
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.ground.charter import Charter, changes
from college.ground.moments import rfc3339
from college.ground.refusals import Refusal
from college.people.queries import acting_member, is_steward, refuse_haste
from college.record.actions.charters import put_in_force
from college.record.actions.entries import append
from college.record.actions.texts import commit, commit_document, commit_plain
from college.record.charters import charter_in_force


@transaction.atomic
def propose_charter(act: Act, *, lines: str, reason: str) -> Proposal:
    """Propose a charter by the lines that change (TOML). A steward's is put to panels at once."""
    member = acting_member(act, lock=True)
    require("may_propose_charter", member)
    refuse_haste(act)
    before = charter_in_force()
    new = proposed(before, lines)
    if not reason.strip() or len(reason) > before.lengths.reason:
        raise Refusal("administration.reason.length", most=before.lengths.reason)
    proposal = Proposal.objects.create(
        member=member,
        document=commit_document(new.document()),
        changes=commit_plain(in_lines(changes(before, new))),
        reason=commit(reason),
        at=act.at,
    )
    event = CharterProposed(
        proposal=proposal.public_id,
        document=proposal.document_id,
        changes=proposal.changes_id,
        reason=proposal.reason_id,
    )
    append(act, event, subject=proposal.public_id)
    if is_steward(member):
        _ask(act, proposal)
    return proposal


@transaction.atomic
def support_charter(act: Act, proposal: Proposal) -> Support:
    """Stand behind a proposal; with enough members behind it, panels are asked."""
    member = acting_member(act, lock=True)
    row = _locked(proposal)
    require("may_support_charter", member, row)
    support = Support.objects.create(proposal=row, member=member, at=act.at)
    event = CharterSupported(proposal=row.public_id, member=member.public_id)
    append(act, event, subject=row.public_id)
    if row.supports.count() >= charter_in_force().limits.charter_supporters:
        _ask(act, row)
    return support


@transaction.atomic
def enact(act: Act, proposal: Proposal) -> None:
    """A verdict is due: the notice begins, or nothing changes. Safe to repeat."""
    row = _locked(proposal)
    case = row.case
    if case is None or case.enacted_at is not None or not case.verdict or row.version_id:
        return
    if case.verdict == Choice.GRANT:
        row.in_force_at, row.ended = act.at + charter_in_force().clocks.charter_notice, ""
        event = CharterGranted(
            proposal=row.public_id,
            case=case.public_id,
            charter=row.document_id,
            in_force_at=rfc3339(row.in_force_at),
        )
        append(act, event, subject=row.public_id)
    else:
        _end(act, row, Ending.OVERTURNED if row.in_force_at else Ending.KEPT)
    row.save(update_fields=["in_force_at", "ended"])
    mark_enacted(act, case)


@transaction.atomic
def bring_into_force(act: Act, proposal: Proposal) -> None:
    """The notice is over: the charter as it was granted is in force, all of it.

    Where another came into force meanwhile, this one would undo what no panel has read: it lapses.
    """
    row = _locked(proposal)
    if row.in_force_at is None or row.in_force_at > act.at or row.version_id or row.ended:
        return
    new = Charter.from_document(json.loads(bytes(row.document.body)))
    if in_lines(changes(charter_in_force(), new)) != row.changes.words:
        _end(act, row, Ending.LAPSED)
        row.save(update_fields=["in_force_at", "ended"])
        return
    row.version = put_in_force(act, new)
    row.ended = Ending.GRANTED
    row.save(update_fields=["version", "ended"])
    event = CharterPutInForce(
        proposal=row.public_id, charter=row.version.document_id, number=row.version.number
    )
    append(act, event, subject=row.public_id)


def _ask(act: Act, proposal: Proposal) -> None:
    supporters = proposal.supports.values_list("member__public_id", flat=True)
    proposal.case = open_case(
        act,
        procedure=Procedure.CHARTER,
        rule=CHANGE,
        shown=[proposal.changes, proposal.reason],
        parties={
            **dict.fromkeys(supporters, Party.REPORTED),
            proposal.member.public_id: Party.AUTHOR,
        },
    )
    proposal.save(update_fields=["case"])
    event = CharterAsked(proposal=proposal.public_id, case=proposal.case.public_id)
    append(replace(act, actor="clock"), event, subject=proposal.public_id)


def _end(act: Act, proposal: Proposal, ending: Ending) -> None:
    proposal.in_force_at, proposal.ended = None, ending
    event = CharterEnded(
        proposal=proposal.public_id, case=proposal.case.public_id, ground=ending.value
    )
    append(act, event, subject=proposal.public_id)


def _locked(proposal: Proposal) -> Proposal:
    rows = Proposal.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("case", "member", "document", "changes").get(pk=proposal.pk)
