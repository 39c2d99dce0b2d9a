"""Who names a crux, says what would change a mind, proposes to reopen."""

from collections.abc import Callable

from college.committees.rules.ladder import Step, may_appeal
from college.committees.rules.tally import Choice
from college.debates.queries import delegates
from college.debates.rules.stages import Stage
from college.people.models import Member
from college.people.permissions import may_take_part
from college.summaries.models import Crux, Reopening, Summary
from college.summaries.rules.life import ReopeningState, SummaryState

#: Until the panels read it; a certified summary's cruxes stand until it is drafted again.
_WRITING = {SummaryState.DRAFTING, SummaryState.SETTLING, SummaryState.ATTESTING}
_OVER = {Stage.CLOSED, Stage.SUMMARISED}


def may_name_crux(member: Member | None, summary: Summary) -> bool:
    """An editor of either team, until the panels read the summary."""
    return (
        member is not None
        and may_take_part(member)
        and summary.state in _WRITING
        and summary.editors.filter(member=member, ended_at=None).exists()
    )


def may_tell_mind(member: Member | None, crux: Crux) -> bool:
    """The standing delegate of one of the two viewpoints, as long as the crux stands."""
    if member is None or not may_take_part(member) or crux.dropped_at is not None:
        return False
    return any(delegates.speaks_for(member, viewpoint) for viewpoint in (crux.first, crux.second))


def may_propose_reopening(member: Member | None, crux: Crux) -> bool:
    """Any member, once the debate is over."""
    return (
        member is not None
        and may_take_part(member)
        and crux.dropped_at is None
        and crux.summary.debate.stage in _OVER
    )


def may_object_to_reopening(member: Member | None, reopening: Reopening) -> bool:
    """Any member but the one who proposes it, while its notice runs."""
    return (
        member is not None
        and may_take_part(member)
        and reopening.state == ReopeningState.NOTICED
        and reopening.by_id != member.pk
    )


def may_appeal_reopening(member: Member | None, reopening: Reopening) -> bool:
    """The one who proposed it, once, where panels stopped it."""
    case = reopening.case
    return (
        member is not None
        and may_take_part(member)
        and reopening.state == ReopeningState.STOPPED
        and reopening.by_id == member.pk
        and case is not None
        and may_appeal(Step(case.step), Choice(case.verdict))
    )


PERMISSIONS: dict[str, Callable[..., bool]] = {
    "may_name_crux": may_name_crux,
    "may_tell_mind": may_tell_mind,
    "may_propose_reopening": may_propose_reopening,
    "may_object_to_reopening": may_object_to_reopening,
    "may_appeal_reopening": may_appeal_reopening,
}
