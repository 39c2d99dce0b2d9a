"""A debate moves from stage to stage, and its dates move ahead."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from college.debates.actions.delegates import enrol_all, retire_all
from college.debates.actions.locking import locked, moved
from college.debates.events.stages import DatesMoved, StageBegun
from college.debates.models import Debate, Postponement
from college.debates.permissions import require
from college.debates.queries import holdings, objections
from college.debates.rules import addresses, stages, wordings
from college.debates.rules.stages import DateGround, Dates, Stage
from college.ground.act import Act
from college.ground.moments import rfc3339
from college.people.actions.notices import tell
from college.people.models import Member
from college.people.queries import acting_member
from college.record.actions.entries import append
from college.record.actions.texts import commit
from college.record.charters import charter_in_force
from college.record.models import Text

_DATES = ("admit_at", "open_at", "closing_at", "closed_at")


def dates_of(debate: Debate) -> Dates:
    """The four dates, as the rules take them."""
    return Dates(*(getattr(debate, name) for name in _DATES))


@transaction.atomic
def advance(act: Act, debate: Debate) -> bool:
    """Take the one step that is due, if it may be taken; whether anything changed. Safe to repeat."""
    debate = locked(debate)
    following = stages.next_stage(Stage(debate.stage), dates_of(debate), act.at)
    if following is None:
        return False
    if following is Stage.FRAMING:
        return _admit(act, debate)
    clocks = charter_in_force().clocks
    if following is Stage.OPEN and holdings.held_viewpoints(debate) < stages.FEWEST_VIEWPOINTS:
        dates = stages.when_too_few(clocks, dates_of(debate), act.at)
        return postpone(act, debate, dates, ground=DateGround.FEW_VIEWPOINTS)
    late = stages.when_late(clocks, following, dates_of(debate), act.at)
    postpone(act, debate, late, ground=DateGround.LATE_CLOCK)
    _begin(act, debate, following)
    if following is Stage.CLOSED:
        retire_all(act, debate)
    return True


@transaction.atomic
def set_dates(
    act: Act,
    debate: Debate,
    *,
    reason: str,
    open_at: datetime | None = None,
    closing_at: datetime | None = None,
    closed_at: datetime | None = None,
) -> Debate:
    """A steward moves dates further ahead, with a reason. ``None`` leaves a date where it may stay."""
    member = acting_member(act)
    debate = locked(debate)
    require("may_set_dates", member, debate)
    charter = charter_in_force()
    wanted = Dates(None, open_at, closing_at, closed_at)
    dates = stages.moved_ahead(
        charter.clocks, Stage(debate.stage), dates_of(debate), wanted, act.at
    )
    text = commit(wordings.reason(reason, charter.lengths))
    postpone(act, debate, dates, ground=DateGround.STEWARD, by=member, reason=text)
    return debate


def postpone(
    act: Act,
    debate: Debate,
    dates: Dates,
    *,
    ground: DateGround,
    by: Member | None = None,
    reason: Text | None = None,
) -> bool:
    """Give a locked debate later dates and say why; whether there was anything to move."""
    before = dates_of(debate)
    if dates == before:
        return False
    first = next(name for name in _DATES if getattr(before, name) != getattr(dates, name))
    Postponement.objects.create(
        debate=debate,
        ground=ground,
        date=first,
        before=getattr(before, first),
        after=getattr(dates, first),
        reason=reason,
        by=by,
        at=act.at,
    )
    _put(debate, dates)
    event = DatesMoved(
        debate=debate.public_id,
        ground=ground.value,
        reason=reason.commitment if reason else "",
        **{name: _moment(value) for name, value in asdict(dates).items()},
    )
    append(act, event, subject=debate.public_id)
    return True


def send_back(act: Act, debate: Debate) -> None:
    """A locked question is refused in this form: it goes back to the register, and may be proposed anew."""
    debate.admit_at = None
    moved(debate, "admit_at")
    _begin(act, debate, Stage.REGISTERED)


def bring_back(act: Act, debate: Debate) -> None:
    """A refusal was turned: a locked question of the register is proposed again, with its whole notice."""
    _put(debate, stages.on_proposal(charter_in_force().clocks, act.at))
    _begin(act, debate, Stage.PROPOSED)


def summarise(act: Act, debate: Debate) -> bool:
    """A version of a locked debate's summary is certified; whether that is new. One that is open again
    keeps its stage, and its summary."""
    if debate.stage != Stage.CLOSED:
        return False
    _begin(act, debate, Stage.SUMMARISED)
    return True


def reopen(act: Act, debate: Debate) -> Debate:
    """Open a locked debate again that was closed or summarised; its delegates give to seeds again."""
    dates = stages.on_reopening(charter_in_force().clocks, dates_of(debate), act.at)
    debate.reopened_at = act.at
    moved(debate, "reopened_at")
    _put(debate, dates)
    _begin(act, debate, Stage.OPEN)
    enrol_all(act, debate)
    return debate


def _admit(act: Act, debate: Debate) -> bool:
    if objections.waiting().filter(debate=debate).exists():
        return False
    dates = stages.on_admission(charter_in_force().clocks, dates_of(debate), act.at)
    _put(debate, dates)
    _begin(act, debate, Stage.FRAMING)
    path = addresses.debate(debate.slug)
    tell(debate.proposed_by, "debates.question.admitted", params={}, path=path, at=act.at)
    return True


def _begin(act: Act, debate: Debate, stage: Stage) -> None:
    debate.stage = stage
    moved(debate, "stage")
    event = StageBegun(
        debate=debate.public_id,
        stage=stage.value,
        open_at=_moment(debate.open_at),
        closing_at=_moment(debate.closing_at),
        closed_at=_moment(debate.closed_at),
    )
    append(act, event, subject=debate.public_id)


def _put(debate: Debate, dates: Dates) -> None:
    for name in _DATES:
        setattr(debate, name, getattr(dates, name))
    moved(debate, *_DATES)


def _moment(at: datetime | None) -> str:
    return rfc3339(at) if at is not None else ""
