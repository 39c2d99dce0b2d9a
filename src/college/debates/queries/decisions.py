"""What a case decided about a thing of a debate that is no text: refused, merged, split or labelled."""

from dataclasses import dataclass

from college.committees.models import Case
from college.debates.models import (
    Contribution,
    Debate,
    Delegate,
    EvidenceLabel,
    Merger,
    Move,
    Objection,
    RemarkClaim,
    Split,
    Viewpoint,
)
from college.debates.queries import objections
from college.debates.rules import addresses
from college.debates.rules.grounds import Settled
from college.record.models import Text

Thing = Debate | Viewpoint | Delegate | Move | RemarkClaim | Contribution


@dataclass(frozen=True, slots=True)
class Decision:
    """``path``: where the thing stands. ``reason``: of those who decided; ``None`` where nothing changed."""

    case: Case
    debate: Debate
    path: str
    settled: str
    reason: Text | None

    @property
    def is_granted(self) -> bool:
        return self.settled == Settled.GRANTED


def of_case(public_id: str) -> Decision | None:
    """The decision of a case that this room asked for, if it is no hearing of a text. Up to six queries."""
    for asking in (Objection, Merger, Split, EvidenceLabel):
        rows = asking.objects.filter(case__public_id=public_id).exclude(settled=Settled.WITHDRAWN)
        row = rows.select_related("case", "answer").order_by("id").first()
        if row is not None:
            thing = _thing(row)
            debate = _debate(thing)
            path = _path(thing, debate)
            return Decision(row.case, debate, path, row.settled, row.answer)
    return None


def _thing(row: Objection | Merger | Split | EvidenceLabel) -> Thing:
    if isinstance(row, Objection):
        return objections.target_of(row)
    return row.evidence if isinstance(row, EvidenceLabel) else row.viewpoint


def _debate(thing: Thing) -> Debate:
    if isinstance(thing, Debate):
        return thing
    if isinstance(thing, Delegate):
        return thing.viewpoint.debate
    return thing.remark.brief.debate if isinstance(thing, RemarkClaim) else thing.debate


def _path(thing: Thing, debate: Debate) -> str:
    match thing:
        case Viewpoint():
            return addresses.viewpoint(debate.slug, thing.public_id)
        case Delegate():
            return addresses.viewpoint(debate.slug, thing.viewpoint.public_id)
        case Move():
            return addresses.moderation(debate.slug)
        case RemarkClaim():
            return addresses.remark(debate.slug, thing.remark.public_id)
        case Contribution():
            return addresses.contribution(debate.slug, thing.public_id)
    return addresses.debate(debate.slug)
