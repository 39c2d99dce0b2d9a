"""The moderators' moves: which are in force, whom they touch, what they do to a page."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from college.debates.models import Contribution, Debate, Move, Placement, Viewpoint
from college.debates.queries import hearings, objections
from college.debates.rules import addresses, moves
from college.debates.rules.kinds import MoveKind
from college.debates.rules.moves import MoveStanding, Touched
from college.people.models import Member

IN_FORCE = Q(in_force_at__isnull=False) & (Q(undone_at=None) | Q(agreed_at__isnull=False))


def of_debate(debate: Debate) -> QuerySet[Move]:
    """All moves, newest first, with everything a page tells of them. One query."""
    return (
        Move.objects.filter(debate=debate)
        .select_related(
            "debate",
            "reason",
            "question",
            "viewpoint",
            "proposed_by__member",
            "proposed_by__viewpoint",
            "seconded_by__member",
            "seconded_by__viewpoint",
            "contribution__author",
            "contribution__viewpoint",
            "onto__author",
            "onto__viewpoint",
        )
        .order_by("-at", "-id")
    )


def by_id(debate: Debate, public_id: str) -> Move | None:
    """One query."""
    return of_debate(debate).filter(public_id=public_id).first()


def standing(move: Move) -> MoveStanding:
    """No query."""
    return moves.standing(
        in_force_at=move.in_force_at, undone_at=move.undone_at, agreed_at=move.agreed_at
    )


def is_mover(member: Member, move: Move) -> bool:
    """Whether the member proposed or seconded it. No query where both are at hand."""
    seconded = move.seconded_by
    return member.pk == move.proposed_by.member_id or (
        seconded is not None and seconded.member_id == member.pk
    )


def touched(move: Move) -> Touched:
    """Whom a move concerns. No query where its contributions are at hand."""
    texts = [text for text in (move.contribution, move.onto) if text is not None]
    viewpoints = {text.viewpoint_id for text in texts} | {move.viewpoint_id}
    return Touched(
        members=frozenset(text.author_id for text in texts),
        viewpoints=frozenset(pk for pk in viewpoints if pk is not None),
        everybody=move.kind == MoveKind.NEXT_QUESTION,
    )


def sides(move: Move) -> QuerySet[Viewpoint]:
    """The viewpoints whose delegates must agree to a move that was objected to. Three queries."""
    waiting = objections.waiting().filter(move=move).values_list("by", flat=True)
    objecting = move.debate.holdings.filter(
        member__in=list(waiting), ended_at=None, viewpoint__isnull=False
    ).values_list("viewpoint", flat=True)
    seats = [seat for seat in (move.proposed_by, move.seconded_by) if seat is not None]
    found = moves.sides(
        touched(move).viewpoints,
        frozenset(objecting),
        frozenset(seat.viewpoint_id for seat in seats),
    )
    return Viewpoint.objects.filter(pk__in=found).order_by("letter", "id")


def off_topic(debate: Debate) -> frozenset[int]:
    """Keys of contributions that stand in the section at the end of the debate: moved by the moderators,
    or by a verdict. One query."""
    return frozenset(_moved(debate).values_list("pk", flat=True))


def off_topic_paths(debate: Debate) -> list[str]:
    """Where they stand in the reading order. One query."""
    return list(
        Placement.objects.filter(home=True, contribution__in=_moved(debate))
        .order_by("path")
        .values_list("path", flat=True)
    )


def _moved(debate: Debate) -> QuerySet[Contribution]:
    by_moderators = Move.objects.filter(IN_FORCE, debate=debate, kind=MoveKind.OFF_TOPIC)
    by_verdict = hearings.moved_off_topic().filter(hearing__debate=debate)
    return Contribution.objects.filter(
        Q(pk__in=by_moderators.values("contribution"))
        | Q(pk__in=by_verdict.values("hearing__revision__contribution"))
    )


def kept(contributions: Collection[int]) -> dict[int, str]:
    """Of some contributions, those that the moderators grouped as repeats, with the address of the one kept.
    One query."""
    rows = Move.objects.filter(
        IN_FORCE, kind=MoveKind.GROUP_REPEATS, contribution__in=contributions
    ).order_by("in_force_at", "id")
    return {
        key: addresses.contribution(slug, public_id)
        for key, slug, public_id in rows.values_list(
            "contribution_id", "debate__slug", "onto__public_id"
        )
    }


def repeats(debate: Debate) -> dict[int, Contribution]:
    """For each contribution that repeats another, the one that is kept. One query."""
    grouped = (
        Move.objects.filter(IN_FORCE, debate=debate, kind=MoveKind.GROUP_REPEATS)
        .select_related("onto")
        .order_by("in_force_at", "id")
    )
    return {move.contribution_id: move.onto for move in grouped}


def next_question(debate: Debate) -> Move | None:
    """The move that set the present sub-question: the latest in force. One query."""
    return (
        Move.objects.filter(IN_FORCE, debate=debate, kind=MoveKind.NEXT_QUESTION)
        .select_related("question", "reason")
        .order_by("-in_force_at", "-id")
        .first()
    )
