"""Suspension from taking part: asked by a steward, decided by panels, lifted by itself, appealable once."""

from django.db import transaction

from college.administration.actions.once import once
from college.administration.events import SanctionAsked, SanctionBegun, SanctionEnded
from college.administration.models import Sanction
from college.administration.permissions import require
from college.administration.rules.grounds import Ending, SanctionGround, suspension
from college.committees.actions.cases import appeal, mark_enacted, open_case
from college.committees.models import Case
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.ground.moments import rfc3339
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.actions.standing import restore, suspend
from college.people.models import Member
from college.people.queries import acting_member, member_by_id, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit
from college.record.charters import charter_in_force


@transaction.atomic
def ask_sanction(
    act: Act, member: Member, *, ground: SanctionGround, days: int, reason: str
) -> Sanction:
    """Ask that a member be suspended for so many days; nothing happens to them before a verdict."""
    steward = acting_member(act, lock=True)
    member.refresh_from_db()
    require("may_ask_sanction", steward, member)
    refuse_haste(act)
    charter = charter_in_force()
    suspension(days, charter.clocks)
    if not reason.strip() or len(reason) > charter.lengths.reason:
        raise Refusal("administration.reason.length", most=charter.lengths.reason)
    text = commit(reason)
    case = open_case(
        act,
        procedure=Procedure.SANCTION,
        rule=ground,
        grounds=list(SanctionGround),
        shown=[text],
        parties={member.public_id: Party.NAMED, steward.public_id: Party.REPORTED},
    )
    with once("may_ask_sanction"):
        sanction = Sanction.objects.create(
            member=member, by=steward, days=days, reason=text, at=act.at, case=case
        )
    event = SanctionAsked(
        sanction=sanction.public_id,
        member=member.public_id,
        days=days,
        case=case.public_id,
        reason=text.commitment,
    )
    append(act, event, subject=sanction.public_id)
    _tell(act, sanction, "administration.sanction.asked")
    return sanction


@transaction.atomic
def enact(act: Act, sanction: Sanction) -> None:
    """A verdict is due: the suspension begins, is lifted again, or never was. Safe to repeat."""
    row = _locked(sanction)
    case = row.case
    if case.enacted_at is not None or not case.verdict:
        return
    if case.verdict == Choice.GRANT:
        if row.ended == "":
            _begin(act, row)
    elif row.ended in {"", Ending.GRANTED}:
        _end(act, row, Ending.OVERTURNED if row.began_at else Ending.KEPT)
    mark_enacted(act, case)


@transaction.atomic
def lift(act: Act, sanction: Sanction) -> None:
    """The days are over: the member takes part again."""
    row = _locked(sanction)
    if row.until is not None and row.until <= act.at and row.ended == "":
        _end(act, row, Ending.LAPSED)


@transaction.atomic
def appeal_sanction(act: Act, sanction: Sanction) -> Case:
    """The suspended member asks for the review; free, once, also while suspended."""
    row = _locked(sanction)
    require("may_appeal_sanction", member_by_id(act.actor), row)
    return appeal(act, row.case)


def _begin(act: Act, sanction: Sanction) -> None:
    sanction.began_at = act.at
    sanction.until = act.at + suspension(sanction.days, charter_in_force().clocks)
    sanction.save(update_fields=["began_at", "until"])
    suspend(sanction.member)
    event = SanctionBegun(
        sanction=sanction.public_id,
        member=sanction.member.public_id,
        case=sanction.case.public_id,
        until=rfc3339(sanction.until),
    )
    append(act, event, subject=sanction.public_id)
    _tell(act, sanction, "administration.sanction.begun")


def _end(act: Act, sanction: Sanction, ending: Ending) -> None:
    if sanction.began_at is not None:
        restore(sanction.member)
    sanction.ended = ending
    sanction.save(update_fields=["ended"])
    event = SanctionEnded(
        sanction=sanction.public_id,
        member=sanction.member.public_id,
        case=sanction.case.public_id,
        ground=ending.value,
    )
    append(act, event, subject=sanction.public_id)
    _tell(act, sanction, "administration.sanction.ended")


def _tell(act: Act, sanction: Sanction, code: str) -> None:
    path = f"/administration/sanctions/{sanction.public_id}/"
    tell(sanction.member, code, params={}, path=path, at=act.at)


def _locked(sanction: Sanction) -> Sanction:
    rows = Sanction.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("case", "member").get(pk=sanction.pk)
