"""What was said in a debate and what of it stands now, as others count it (spec/summaries.md §2)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import F

from college.debates.models import Debate, Link, Move, Restriction, Revision, Viewpoint
from college.debates.queries.moves import IN_FORCE
from college.debates.rules.grounds import Ground
from college.debates.rules.kinds import Kind, LinkKind, MoveKind, State
from college.record.rules.states import TextState


@dataclass(frozen=True, slots=True)
class Standing:
    """A contribution, by its key. ``viewpoint`` is the public id of the admitted one it speaks for now.

    ``stands``: it can be read and nothing succeeded it. ``repeats``: the key of what it was grouped with, by
    the moderators or a verdict. ``asks``: a challenge that is open; ``joined`` the key of the one it was
    merged with.
    """

    key: int
    public_id: str
    kind: Kind
    viewpoint: str
    stands: bool
    repeats: int | None
    premises: tuple[int, ...]
    asks: bool
    joined: int | None


def viewpoints(debate: Debate) -> list[str]:
    """Public ids of those admitted and not merged, in the order of their letters. One query."""
    rows = Viewpoint.objects.filter(debate=debate, admitted_at__isnull=False, merged_into=None)
    named = rows.values_list("letter", "public_id")
    return [name for letter, name in sorted(named, key=lambda row: (len(row[0]), row[0]))]


def standing(debate: Debate) -> list[Standing]:
    """Everything that was said, in the order of the record. Five queries."""
    return list(_Facts(debate))


class _Facts:
    def __init__(self, debate: Debate) -> None:
        self._speaks = _speaks(debate)
        self._repeats = _repeats(debate)
        self._rows = list(_rows(debate))
        self._premises: defaultdict[int, list[int]] = defaultdict(list)
        self._succeeded: set[int] = set()
        self._answered: set[int] = set()
        self._targets: dict[int, int] = {}
        self._link(debate)

    def __iter__(self) -> Iterator[Standing]:
        readable = {row[0] for row in self._rows if _can_be_read(row)}
        for key, public_id, kind, viewpoint, _state, joined, _text in self._rows:
            stands = key in readable and key not in self._succeeded
            asks = kind == Kind.CHALLENGE and stands and joined is None
            yield Standing(
                key=key,
                public_id=public_id,
                kind=Kind(kind),
                viewpoint=self._speaks.get(viewpoint, ""),
                stands=stands,
                repeats=self._repeats.get(key),
                premises=tuple(self._premises.get(key, ())),
                asks=asks and key not in self._answered and self._targets.get(key) in readable,
                joined=joined,
            )

    def _link(self, debate: Debate) -> None:
        told = (LinkKind.PREMISE, LinkKind.SUCCEEDS, LinkKind.CHALLENGES, LinkKind.ANSWERS)
        rows = Link.objects.filter(source__debate=debate, kind__in=told).order_by(
            "source_id", "order"
        )
        for kind, source, target, state in rows.values_list(
            "kind", "source_id", "target_id", "source__state"
        ):
            if kind == LinkKind.PREMISE:
                self._premises[source].append(target)
            elif kind == LinkKind.SUCCEEDS:
                self._succeeded.add(target)
            elif kind == LinkKind.CHALLENGES:
                self._targets[source] = target
            elif state != State.WITHDRAWN:
                self._answered.add(target)


#: Key, public id, kind, viewpoint, state, what it was merged with, the state of its newest words.
_Row = tuple[int, str, str, int | None, str, int | None, str]


def _rows(debate: Debate) -> Iterator[_Row]:
    heads = Revision.objects.filter(
        contribution__debate=debate, number=F("contribution__head")
    ).order_by("contribution_id")
    names = ("pk", "public_id", "kind", "viewpoint_id", "state", "merged_into_id")
    rows: Iterator[_Row] = heads.values_list(*(f"contribution__{n}" for n in names), "text__state")
    return rows


def _can_be_read(row: _Row) -> bool:
    return row[4] == State.STANDING and row[6] == TextState.OPEN


def _speaks(debate: Debate) -> dict[int | None, str]:
    """By its key, the viewpoint that one is now. One query."""
    rows = Viewpoint.objects.filter(debate=debate, admitted_at__isnull=False)
    named = {
        pk: (name, into) for pk, name, into in rows.values_list("pk", "public_id", "merged_into_id")
    }
    return {pk: named[into][0] if into in named else name for pk, (name, into) in named.items()}


def _repeats(debate: Debate) -> dict[int, int]:
    """What repeats what; a verdict is stronger than a move. Two queries."""
    grouped = Move.objects.filter(IN_FORCE, debate=debate, kind=MoveKind.GROUP_REPEATS)
    found = dict(grouped.order_by("pk").values_list("contribution_id", "onto_id"))
    judged = Restriction.objects.filter(
        hearing__debate=debate,
        rule=Ground.DUPLICATE,
        lifted_at=None,
        hearing__revision__number=F("hearing__revision__contribution__head"),
    )
    found |= dict(judged.values_list("hearing__revision__contribution_id", "hearing__onto_id"))
    return found
