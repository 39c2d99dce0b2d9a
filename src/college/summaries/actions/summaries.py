"""A summary begins when its debate is closed, and enters one state after another."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from college.debates.actions.locking import locked, moved
from college.debates.models import Debate
from college.debates.queries import delegates, questions
from college.debates.rules.stages import Stage
from college.ground.act import Act
from college.ground.moments import rfc3339
from college.people.actions.notices import tell
from college.record.actions.entries import append
from college.record.charters import charter_in_force
from college.summaries.actions.carrying import carry_over
from college.summaries.events.summaries import StateBegun, SummaryBegun
from college.summaries.models import Draft, Summary
from college.summaries.queries import editors
from college.summaries.queries.summaries import by_id, last_certified, of_debate
from college.summaries.rules import addresses
from college.summaries.rules.life import Side, SummaryState

#: What editors are told when a state begins.
_NOTICES = {
    SummaryState.SETTLING: "summaries.state.settling",
    SummaryState.ATTESTING: "summaries.state.attesting",
    SummaryState.CERTIFYING: "summaries.state.certifying",
    SummaryState.CERTIFIED: "summaries.state.certified",
}


def begin_due(act: Act) -> int:
    """Debates that are closed and have no summary of this round; how many were begun."""
    under_way = Summary.objects.exclude(state=SummaryState.CERTIFIED).values("debate")
    rows = questions.closed().exclude(pk__in=under_way)
    return sum(begin(act, debate) is not None for debate in rows)


@transaction.atomic
def begin(act: Act, debate: Debate) -> Summary | None:
    """Begin the summary of a closed debate, or its next round after a reopening: both drafts then hold what
    the last certified version says, under the same ids. ``None`` if there is nothing to
    begin. Safe to repeat."""
    debate = locked(debate)
    summary = of_debate(debate)
    if debate.stage != Stage.CLOSED or (summary and summary.state != SummaryState.CERTIFIED):
        return None
    until = act.at + charter_in_force().clocks.drafting
    given = {"state": SummaryState.DRAFTING, "begun_at": act.at, "until": until}
    if summary is None:
        summary = Summary.objects.create(debate=debate, **given)
    else:
        again = {"round": F("round") + 1, "version": F("version") + 1}
        Summary.objects.filter(pk=summary.pk).update(**given, **again)
        summary = Summary.objects.select_related("debate").get(pk=summary.pk)
    before = last_certified(summary)
    for side in (Side.FIRST, Side.SECOND):
        draft = Draft.objects.create(
            summary=summary, round=summary.round, side=side, begun_at=act.at
        )
        if before is not None:
            carry_over(act, draft, before)
    moved(debate)
    event = SummaryBegun(
        summary=summary.public_id,
        debate=debate.public_id,
        round=summary.round,
        drafting_until=rfc3339(until),
    )
    append(act, event, subject=debate.public_id)
    _tell_of_beginning(act, summary)
    return summary


def enter(act: Act, summary: Summary, state: SummaryState, until: datetime | None) -> None:
    """Put a summary of a locked debate into a state, and tell its editors. ``until``: its date, if any."""
    touch(summary, state=state, until=until)
    event = StateBegun(
        summary=summary.public_id, state=state.value, until=rfc3339(until) if until else ""
    )
    append(act, event, subject=summary.debate.public_id)
    if state in _NOTICES:
        tell_editors(act, summary, _NOTICES[state], addresses.summary(summary.debate.slug))


def overdue(act: Act, summary: Summary, state: SummaryState) -> Summary | None:
    """The summary as it is, its debate locked, if it is in a state whose date has come; else ``None``."""
    locked(summary.debate)
    now = by_id(summary.public_id)
    if now is None or now.state != state or now.until is None or now.until > act.at:
        return None
    return now


def count(summary: Summary, **fields: object) -> None:
    """Keep the fields of a summary of a locked debate, and count its version on."""
    Summary.objects.filter(pk=summary.pk).update(version=F("version") + 1, **fields)
    summary.version += 1
    for name, value in fields.items():
        setattr(summary, name, value)


def touch(summary: Summary, **fields: object) -> None:
    """As ``count``, and the version of the locked debate with it: what its readers see has changed."""
    count(summary, **fields)
    moved(locked(summary.debate))


def tell_editors(act: Act, summary: Summary, code: str, path: str, *, side: int = 0) -> None:
    """Leave both teams, or one, a notice. Whoever acts knows already."""
    for editor in editors.seated(summary):
        if side in {0, editor.side} and editor.member.public_id != act.actor:
            tell(editor.member, code, params={}, path=path, at=act.at)


def _tell_of_beginning(act: Act, summary: Summary) -> None:
    """Delegates do not write; they know who of their side would."""
    path = addresses.desk(summary.debate.slug)
    tell_editors(act, summary, "summaries.summary.begun-again", path)
    for delegate in delegates.standing_in(summary.debate):
        tell(delegate.member, "summaries.summary.editors-wanted", params={}, path=path, at=act.at)
