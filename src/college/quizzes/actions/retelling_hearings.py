"""Report a text that one was given to read, and enact what was decided about a retelling.

The same closed list of grounds as for everything else that members write (``debates.rules.grounds``).
"""

from django.db import transaction

from college.committees.actions import cases
from college.committees.models import Case
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.committees.rules.tally import Choice
from college.debates.actions.answering import answer_of
from college.debates.actions.asking import open_in
from college.debates.actions.hearings import unnamed
from college.debates.actions.locking import locked, locked_by_id
from college.debates.actions.reports import report
from college.debates.models import Viewpoint
from college.debates.queries.reports import made_since
from college.debates.rules import reports, wordings
from college.debates.rules.grounds import Ground, Settled
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.models import Member
from college.people.queries import acting_member, member_by_id
from college.quizzes.events.retellings import (
    RetellingReported,
    RetellingRestored,
    RetellingRestricted,
)
from college.quizzes.models import Retelling, RetellingHearing
from college.quizzes.permissions import require
from college.quizzes.queries import retelling_hearings, retellings
from college.quizzes.rules import addresses
from college.quizzes.rules.life import RetellingState
from college.quizzes.rules.retellings import LEAST_READINGS
from college.record.actions.entries import append
from college.record.actions.texts import commit, commit_plain, withhold
from college.record.charters import charter_in_force
from college.record.models import Text

#: Why nobody but panels reads the words: nobody published them.
UNPUBLISHED = "unpublished"


@transaction.atomic
def report_unmarked(
    act: Act, viewpoint: Viewpoint, mark: str, *, ground: Ground | str, reason: str, law: str = ""
) -> None:
    """Say that a text which one was given to read, by its mark, breaks a ground, with one sentence why.

    What stands in the debate is reported there. A retelling stays with its readers until it is heard, with
    a notice; its words are shown to the panels and published to nobody. Nobody learns who reported.
    """
    member, kind = acting_member(act), Ground(ground)
    require("may_read_retellings", member, viewpoint)
    locked(viewpoint.debate)
    found = next((one for one in retellings.unread(member, viewpoint) if one.mark == mark), None)
    if found is None:
        raise Refusal("quizzes.retelling.gone")
    if found.real is not None:
        report(act, found.real, ground=kind, reason=reason, law=law)
    if found.retelling is not None:
        _report(act, found.retelling, kind, reason, law, by=member)


@transaction.atomic
def appeal_retelling(act: Act, hearing: RetellingHearing) -> None:
    """The writer asks for a second look by other people: free, one click, once."""
    member = member_by_id(act.actor)
    locked_by_id(hearing.case.scope)
    found = retelling_hearings.by_case(hearing.case_id)
    require("may_appeal_retelling", member, found)
    cases.appeal(act, hearing.case)


@transaction.atomic
def enact(act: Act, case: Case) -> bool:
    """Do what the verdict on a retelling asks; whether anything was done. Safe to repeat."""
    hearing = retelling_hearings.by_case(case.pk)
    if hearing is None:
        return False
    locked_by_id(case.scope)
    granted = case.verdict == Choice.GRANT
    in_force = hearing.restricted_at is not None and hearing.lifted_at is None
    if granted and not in_force:
        _restrict(act, hearing, case)
    elif not granted and in_force:
        hearing.lifted_at = act.at
        append(act, RetellingRestored(case=case.public_id), subject=case.public_id)
        _tell(act, hearing.retelling, "quizzes.retelling.restored")
    elif not granted and hearing.settled_at is None:
        _tell(act, hearing.retelling, "quizzes.retelling.kept")
    hearing.settled = Settled.GRANTED if granted else Settled.KEPT
    hearing.settled_at = act.at
    hearing.save()
    _mark(hearing.retelling)
    cases.mark_enacted(act, case)
    return True


def _report(act: Act, row: Retelling, ground: Ground, reason: str, law: str, *, by: Member) -> None:
    _check_often(act, by)
    names_law = bool(law.strip())
    reports.check(ground, of_remark=True, names_law=names_law, names_kept=True, urgent=False)
    earlier = retelling_hearings.of_ground(row, ground)
    if earlier is not None and earlier.settled_at is None:
        raise Refusal("quizzes.report.heard")
    if earlier is not None:
        raise Refusal("quizzes.report.kept")
    said = commit(wordings.reason(reason, charter_in_force().lengths))
    named = commit_plain(wordings.one_line(law)) if ground is Ground.UNLAWFUL else None
    _open(act, row, ground, said, named, by=by)


def _open(
    act: Act, row: Retelling, ground: Ground, reason: Text, law: Text | None, *, by: Member
) -> None:
    text = commit(row.words)
    case = open_in(
        act,
        row.viewpoint.debate,
        procedure=Procedure.CONDUCT,
        rule=ground.value,
        shown=[text] if law is None else [text, law],
        reason=reason,
        parties={by.public_id: Party.REPORTED, row.member.public_id: Party.AUTHOR},
        own_side=lambda held: held.get(row.member.public_id, ""),
    )
    RetellingHearing.objects.create(
        retelling=row, case=case, ground=ground, text=text, reported_by=by, at=act.at
    )
    event = RetellingReported(
        case=case.public_id, debate=row.viewpoint.debate.public_id, ground=ground.value
    )
    append(unnamed(act), event, subject=case.public_id)
    withhold(unnamed(act), text, ground=UNPUBLISHED, case=case.public_id, until=None)
    row.state = RetellingState.HEARD
    row.save(update_fields=["state"])
    _tell(act, row, "quizzes.retelling.reported")


def _restrict(act: Act, hearing: RetellingHearing, case: Case) -> None:
    hearing.reason = commit(answer_of(case))
    hearing.restricted_at, hearing.lifted_at = act.at, None
    event = RetellingRestricted(
        case=case.public_id, ground=hearing.ground, reason=hearing.reason.commitment
    )
    append(act, event, subject=case.public_id)
    _tell(act, hearing.retelling, "quizzes.retelling.restricted")


def _mark(row: Retelling | None) -> None:
    """In which state its hearings leave a retelling; nothing where its writer took it back."""
    if row is None:
        return
    if retelling_hearings.in_force(row):
        row.state = RetellingState.RESTRICTED
    elif retelling_hearings.are_open(row):
        row.state = RetellingState.HEARD
    else:
        read = row.readings.count() >= LEAST_READINGS
        row.state = RetellingState.READ if read else RetellingState.WAITING
    row.save(update_fields=["state"])


def _check_often(act: Act, member: Member) -> None:
    """One limit for reports of what stands in debates and of what one is given to read."""
    most = reports.per_day(charter_in_force().limits, joined_at=member.joined_at, now=act.at)
    since = act.at - reports.A_DAY
    if made_since(member, since) + retelling_hearings.reported_since(member, since) >= most:
        raise Refusal("debates.report.too-often", most=most)


def _tell(act: Act, row: Retelling | None, code: str) -> None:
    if row is not None:
        path = addresses.retell(row.viewpoint.debate.slug)
        tell(row.member, code, params={}, path=path, at=act.at)
