"""Where no lawful panels can be seated, two stewards may decide, provisionally (DESIGN §4)."""

from django.db import transaction

from college.committees.actions.deciding import give_verdict
from college.committees.events.cases import StewardVoted
from college.committees.models import Case, StewardVote
from college.committees.permissions import require
from college.committees.queries import cases
from college.committees.rules import tally
from college.committees.rules.feasibility import Unmet
from college.committees.rules.ladder import CaseState
from college.committees.rules.tally import Choice, Ruling, Vote
from college.ground.act import Act
from college.ground.prose import clean
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.queries import acting_member, stewards
from college.record.actions.entries import append
from college.record.actions.texts import commit_plain
from college.record.charters import charter_in_force

#: Two who agree; one alone decides nothing (law 5).
_TOGETHER = 2


def hand_to_stewards(act: Act, case: Case, *, unmet: Unmet) -> None:
    """No lawful panels: stewards may decide until a moment; then everything stays. The case is locked."""
    case.unmet, case.state = unmet, CaseState.STEWARDS
    case.stewards_until = act.at + charter_in_force().clocks.voting
    case.save(update_fields=["unmet", "state", "stewards_until"])
    for term in stewards():
        path = f"/committees/cases/{case.public_id}/"
        tell(term.member, "committees.case.for-stewards", params={}, path=path, at=act.at)


@transaction.atomic
def vote_as_steward(
    act: Act, case: Case, *, choice: Choice, ground: str, reason: str
) -> StewardVote:
    """An open vote, by name, with a reason. Two that grant on one ground grant it; else two keep."""
    member = acting_member(act)
    row = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    require("may_vote_as_steward", member, row)
    if row.steward_votes.filter(member=member).exists():
        raise Refusal("committees.steward.already-voted")
    words, most = clean(reason), charter_in_force().lengths.reason
    if not words:
        raise Refusal("committees.steward.no-reason")
    if len(words) > most:
        raise Refusal("committees.ballot.reason-too-long", length=len(words), most=most)
    if choice is Choice.GRANT and ground not in row.grounds:
        raise Refusal("committees.steward.unknown-ground")
    vote = StewardVote.objects.create(
        case=row,
        member=member,
        choice=choice,
        ground=ground if choice is Choice.GRANT else "",
        reason=commit_plain(words),
        at=act.at,
    )
    event = StewardVoted(
        case=row.public_id,
        steward=member.public_id,
        choice=choice,
        ground=vote.ground or "none",
        reason=vote.reason_id,
    )
    append(act, event, subject=row.public_id)
    _weigh(act, row)
    return vote


def step(act: Act) -> int:
    """Cases that stewards left undecided: everything stays. Each in a transaction of its own."""
    return sum(_lapse(act, case) for case in cases.left_to_stewards(act.at))


def _weigh(act: Act, case: Case) -> None:
    votes = [Vote(Choice(v.choice), v.ground) for v in case.steward_votes.order_by("id")]
    # One alone decides nothing, not even that everything stays.
    if len(votes) == _TOGETHER:
        give_verdict(act, case, tally.ruling(votes, _TOGETHER), provisional=True)


@transaction.atomic
def _lapse(act: Act, case: Case) -> int:
    row = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    if row.state != CaseState.STEWARDS or row.stewards_until > act.at:
        return 0
    give_verdict(act, row, Ruling(Choice.KEEP), provisional=True)
    return 1
