"""What waits for an editor, in every summary in which they have a seat."""

from dataclasses import dataclass

from college.debates.models import Debate
from college.people.models import Member
from college.summaries.models import Draft, DraftStatement, DraftWording, Editor, Summary
from college.summaries.queries import settling
from college.summaries.rules.life import Side, SummaryState

_WRITING = (SummaryState.DRAFTING, SummaryState.SETTLING)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A summary that is being written. ``handed``: the team's draft is in. ``statements``: in the draft
    that is written now; ``beside``: wordings in it that wait to be chosen. ``unsigned``: sections that the
    team has not signed, while drafts are settled."""

    summary: Summary
    side: int
    handed: bool
    statements: int
    beside: int
    unsigned: int

    @property
    def debate(self) -> Debate:
        return self.summary.debate

    @property
    def settles(self) -> bool:
        return self.summary.state == SummaryState.SETTLING


def of_editor(member: Member) -> list[Waiting]:
    """The summaries that a member writes on now, the earliest date first. One query, and for each summary
    three while it is drafted or ten while it is settled."""
    rows = Editor.objects.filter(member=member, ended_at=None, summary__state__in=_WRITING)
    return [
        _waiting(seat)
        for seat in rows.select_related("summary__debate").order_by("summary__until", "id")
    ]


def _waiting(seat: Editor) -> Waiting:
    summary = seat.summary
    settles = summary.state == SummaryState.SETTLING
    side = Side.JOINT if settles else seat.side
    draft = Draft.objects.filter(summary=summary, round=summary.round, side=side).first()
    rows = DraftStatement.objects.filter(draft=draft, removed_at=None)
    beside = DraftWording.objects.filter(row__in=rows, beside=True, dismissed_at=None)
    stands = settling.stands(summary) if settles else []
    return Waiting(
        summary=summary,
        side=seat.side,
        handed=draft is not None and draft.handed_at is not None,
        statements=rows.count(),
        beside=beside.count(),
        unsigned=sum(
            not stand.is_settled
            and not stand.is_asked
            and (seat.side not in stand.signed or seat.side in stand.outdated)
            for stand in stands
        ),
    )
