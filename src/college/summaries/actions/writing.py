"""Who writes, in which draft: found once at the start of every act of writing."""

from dataclasses import dataclass

from college.debates.actions.locking import locked
from college.debates.models import Debate, Viewpoint
from college.debates.queries import labels
from college.ground.act import Act
from college.ground.charter import Charter
from college.ground.refusals import Refusal
from college.people.models import Member
from college.people.queries import acting_member
from college.record.charters import charter_in_force
from college.summaries.actions.summaries import count
from college.summaries.models import Draft, DraftStatement
from college.summaries.permissions import require
from college.summaries.queries import settling
from college.summaries.queries.sections import section_of
from college.summaries.rules.life import Side
from college.summaries.rules.sections import Section, sections


@dataclass(frozen=True, slots=True)
class Writing:
    """One act of writing in a draft of a locked debate."""

    act: Act
    member: Member
    debate: Debate
    draft: Draft
    charter: Charter

    def section(self, section: Section) -> tuple[str, Viewpoint | None]:
        """The section as rows have it, or a refusal: viewpoints come and go until the debate is closed."""
        if section not in sections(labels.viewpoints_of(self.debate)):
            raise Refusal("summaries.section.unknown")
        self._refuse_settled(section)
        if not section.viewpoint:
            return section.kind.value, None
        return section.kind.value, self.debate.viewpoints.get(public_id=section.viewpoint)

    def fresh(self, row: DraftStatement, *, removed: bool = False) -> DraftStatement:
        """The statement as it is now; one that was removed is refused, unless that is what is wanted."""
        now = DraftStatement.objects.select_related("viewpoint__merged_into").get(pk=row.pk)
        if now.removed_at is not None and not removed:
            raise Refusal("summaries.statement.removed")
        now.draft = self.draft
        self._refuse_settled(section_of(now))
        return now

    def _refuse_settled(self, section: Section) -> None:
        """What both teams signed is changed by nobody: the joint draft may be what stands of it."""
        if self.draft.side == Side.JOINT and settling.row_of(self.draft.summary, section):
            raise Refusal("summaries.section.settled-already")


def begin(act: Act, draft: Draft) -> Writing:
    """Lock the debate and find out who writes, or refuse. One writer at a time: nobody's words are lost."""
    member = acting_member(act)
    debate = locked(draft.summary.debate)
    now = Draft.objects.select_related("summary").get(pk=draft.pk)
    now.summary.debate = debate
    require("may_write", member, now)
    count(now.summary)
    return Writing(act, member, debate, now, charter_in_force())
