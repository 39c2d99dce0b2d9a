"""Report a text on a conduct ground, and take a report back. Nobody learns who reported."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import QuerySet

from college.committees.actions import cases
from college.committees.queries.duty import duty_member
from college.debates.actions.hearings import Asked, Thing, ask, thing_of, unnamed
from college.debates.actions.locking import locked, moved
from college.debates.actions.restrictions import release_held
from college.debates.events.hearings import ReportWithdrawn
from college.debates.models import Contribution, Hearing, Remark, Report
from college.debates.permissions import require
from college.debates.queries.reports import made_since
from college.debates.rules import quoting, reports, wordings
from college.debates.rules.addresses import EMERGENCY
from college.debates.rules.grounds import Ground, Origin, Settled
from college.ground.act import Act
from college.ground.ids import new_public_id
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.models import Member
from college.people.queries import acting_member
from college.record.actions.entries import append
from college.record.actions.texts import commit, commit_plain
from college.record.charters import charter_in_force


@transaction.atomic
def report(
    act: Act,
    row: Contribution | Remark,
    *,
    ground: Ground | str,
    reason: str,
    marked: Sequence[str] = (),
    law: str = "",
    onto: Contribution | None = None,
    urgent: bool = False,
) -> Report:
    """Say that a text breaks a ground, with one sentence why. It stays visible until it is heard.

    ``marked`` are the words meant, letter for letter; ``law`` names what an unlawful text breaks, ``onto``
    what a duplicate repeats. ``urgent``: hold it back meanwhile, if the duty member agrees. A case on the
    same wording and ground that is open already is joined.
    """
    member, kind = acting_member(act), Ground(ground)
    debate = locked(row.debate if isinstance(row, Contribution) else row.brief.debate)
    thing = thing_of(row)
    if thing.author is not None and thing.author.pk == member.pk:
        raise Refusal("debates.report.own")
    require("may_report", member, thing.contribution or thing.remark)
    _check_often(act, member)
    _check_kept(thing, onto)
    reports.check(
        kind,
        of_remark=thing.remark is not None,
        names_law=bool(law.strip()),
        names_kept=onto is not None,
        urgent=urgent,
    )
    if _open_of(member, thing).exists():
        raise Refusal("debates.report.already")
    lengths = charter_in_force().lengths
    kept = wordings.reason(reason, lengths)
    marks = _marks(thing, marked)
    asked = Asked(
        ground=kind,
        origin=Origin.MEMBER,
        reason=commit(kept),
        asked_by=new_public_id(),
        law=commit_plain(wordings.one_line(law)) if kind is Ground.UNLAWFUL else None,
        onto=onto if kind is Ground.DUPLICATE else None,
    )
    hearing, joined = ask(unnamed(act), thing, asked, by=member)
    made = Report.objects.create(
        public_id=asked.asked_by,
        hearing=hearing,
        revision=thing.revision,
        remark=thing.remark,
        by=member,
        reason=asked.reason,
        marks=marks,
        urgent=urgent,
        at=act.at,
    )
    moved(debate)
    if urgent:
        _call(act, hearing)
    if joined:
        tell(member, "debates.report.joined", params={}, path=thing.path, at=act.at)
    return made


@transaction.atomic
def withdraw_report(act: Act, row: Report) -> Report:
    """Take one's own report back. When nobody else asks, its case ends."""
    member = acting_member(act)
    debate = locked(row.hearing.debate)
    row = Report.objects.select_related("hearing__case").get(pk=row.pk)
    require("may_withdraw_report", member, row)
    row.closed_at = act.at
    row.save(update_fields=["closed_at"])
    hearing = row.hearing
    last = not (
        Report.objects.filter(hearing=hearing, closed_at=None).exists()
        or hearing.outside_notices.filter(ended_at=None).exists()
    )
    ended = last and end_unheard(act, hearing)
    event = ReportWithdrawn(report=row.public_id, case=hearing.case.public_id, last=ended)
    append(unnamed(act), event, subject=hearing.case.public_id)
    moved(debate)
    return row


def end_unheard(act: Act, hearing: Hearing) -> bool:
    """Nobody asks any more: the case ends without a verdict, unless a panel sits already; whether it did."""
    if not cases.withdraw(unnamed(act), hearing.case):
        return False
    hearing.settled_at, hearing.settled = act.at, Settled.WITHDRAWN
    hearing.save(update_fields=["settled_at", "settled"])
    release_held(unnamed(act), hearing)
    return True


def _call(act: Act, hearing: Hearing) -> None:
    """Tell the member on emergency duty at once; where nobody serves, the text stays until it is heard."""
    place = duty_member(act.at, hearing.case)
    if place is not None:
        tell(place.member, "debates.hold.asked", params={}, path=EMERGENCY, at=act.at)


def _open_of(member: Member, thing: Thing) -> QuerySet[Report]:
    rows = Report.objects.filter(by=member, closed_at=None)
    return rows.filter(revision=thing.revision, remark=thing.remark)


def _check_often(act: Act, member: Member) -> None:
    most = reports.per_day(charter_in_force().limits, joined_at=member.joined_at, now=act.at)
    if made_since(member, act.at - reports.A_DAY) >= most:
        raise Refusal("debates.report.too-often", most=most)


def _check_kept(thing: Thing, onto: Contribution | None) -> None:
    """What a duplicate repeats stands in the same debate and was said before it."""
    if onto is None:
        return
    own = thing.contribution
    if own is None or onto.debate_id != thing.debate.pk or onto.pk >= own.pk:
        raise Refusal("debates.report.kept-elsewhere")


def _marks(thing: Thing, marked: Sequence[str]) -> list[list[int]]:
    """Where the marked words stand, or a refusal of words that do not."""
    words = thing.text.words
    found = [quoting.find(words, exact) for exact in reports.marked(marked)]
    return [[span.start, span.end] for span in found]
