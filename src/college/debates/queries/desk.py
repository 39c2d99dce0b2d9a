"""What a member has to do with debates: holdings, delegacies, seats, and moves that wait for a second."""

from dataclasses import dataclass, field

from college.debates.models import Debate, Delegate, Holding, Move, QuestionWording
from college.debates.queries.questions import newest_wordings
from college.people.models import Member


@dataclass(slots=True)
class Part:
    """One debate the member has a part in. ``viewpoint`` is ``None`` for the undecided."""

    wording: QuestionWording
    holding: Holding | None = None
    delegate: Delegate | None = None
    moderates: bool = False
    moves_to_second: list[Move] = field(default_factory=list)

    @property
    def debate(self) -> Debate:
        return self.wording.debate


def parts(member: Member) -> list[Part]:
    """The member's debates, newest first. Five queries, however many there are."""
    holdings = {
        h.debate_id: h for h in member.holdings.filter(ended_at=None).select_related("viewpoint")
    }
    seats = {s.debate_id: s for s in member.moderations.filter(ended_at=None)}
    wordings = newest_wordings().filter(debate__in={*holdings, *seats}).order_by("-debate__id")
    delegacies = {
        d.viewpoint.debate_id: d
        for d in Delegate.objects.filter(member=member, ended_at=None).select_related("viewpoint")
    }
    found = {w.debate_id: Part(w, holdings.get(w.debate_id)) for w in wordings}
    for debate_id, part in found.items():
        part.delegate = delegacies.get(debate_id)
        part.moderates = debate_id in seats
    waiting = Move.objects.filter(debate__in=seats, seconded_by=None)
    for move in waiting.exclude(proposed_by__member=member).order_by("at", "id"):
        found[move.debate_id].moves_to_second.append(move)
    return list(found.values())
