"""What is asked and what was answered: open ones first, then in the order of time."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from college.debates.models import Contribution, Debate, Delegate, Link
from college.debates.queries.thread import Item, items
from college.debates.rules.kinds import Kind, LinkKind, State
from college.people.models import Member

PAGE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """A challenge with what it is put to, what joined it, and the answers it got."""

    challenge: Item
    target: Item | None
    joined: list[Item]
    answers: list[Item]


@dataclass(frozen=True, slots=True)
class AskedPage:
    """``after`` is where to read on: ``open-<key>`` or ``answered-<key>``; empty at the end."""

    asked: list[Asked]
    after: str = ""


def put(debate: Debate) -> QuerySet[Contribution]:
    """Challenges that stand on their own, to texts that still stand."""
    return Contribution.objects.filter(
        debate=debate,
        kind=Kind.CHALLENGE,
        state=State.STANDING,
        merged_into=None,
        links__kind=LinkKind.CHALLENGES,
        links__target__state=State.STANDING,
    )


def unanswered(debate: Debate) -> int:
    """How many wait for an answer. One query."""
    return put(debate).filter(answered_at=None).count()


def open_first(debate: Debate, *, now: datetime, after: str = "", size: int = PAGE) -> AskedPage:
    """A page of challenges, unanswered ones first, each group in the order of time. At most ten queries."""
    group, _, last = after.partition("-")
    start = int(last) if last.isdigit() else 0
    keys: list[tuple[str, int]] = []
    if group != "answered":
        keys += _keys(put(debate).filter(answered_at=None, pk__gt=start), "open", size + 1)
        start = 0
    if len(keys) <= size:
        answered = put(debate).filter(answered_at__isnull=False, pk__gt=start)
        keys += _keys(answered, "answered", size + 1 - len(keys))
    more, keys = len(keys) > size, keys[:size]
    shown = asked([key for _, key in keys], now=now)
    return AskedPage(shown, after=f"{keys[-1][0]}-{keys[-1][1]}" if more else "")


def to_answer(member: Member, *, now: datetime, size: int = PAGE) -> list[Asked]:
    """What is put to viewpoints the member speaks for, or to texts of their own: longest due first.

    At most ten queries.
    """
    spoken_for = Delegate.objects.filter(member=member, stood_at__isnull=False, ended_at=None)
    mine = Q(links__target__author=member) | Q(
        links__target__viewpoint__in=spoken_for.values("viewpoint")
    )
    keys = (
        Contribution.objects.filter(
            mine,
            kind=Kind.CHALLENGE,
            state=State.STANDING,
            merged_into=None,
            answered_at=None,
            links__kind=LinkKind.CHALLENGES,
            links__target__state=State.STANDING,
            debate__stage__in=("open", "closing"),
        )
        .order_by("due_at", "pk")
        .values_list("pk", flat=True)[:size]
    )
    return asked(list(keys), now=now)


def target_of(challenge: Contribution) -> Contribution:
    """What a challenge was put to, with its debate. One query."""
    link = Link.objects.filter(source=challenge, kind=LinkKind.CHALLENGES)
    return link.select_related("target__debate").get().target


def asked(keys: list[int], *, now: datetime) -> list[Asked]:
    """Challenges in the given order, with targets, joined ones and answers. Eight queries."""
    links = Link.objects.filter(
        Q(source__in=keys, kind=LinkKind.CHALLENGES) | Q(target__in=keys, kind=LinkKind.ANSWERS)
    ).values_list("kind", "source_id", "target_id")
    targets: dict[int, int] = {}
    answers: dict[int, list[int]] = defaultdict(list)
    for kind, source, target in links.order_by("source_id"):
        if kind == LinkKind.CHALLENGES:
            targets[source] = target
        else:
            answers[target].append(source)
    joined: dict[int, list[int]] = defaultdict(list)
    merged = Contribution.objects.filter(merged_into__in=keys, state=State.STANDING)
    for first, key in merged.order_by("id").values_list("merged_into_id", "pk"):
        joined[first].append(key)
    wanted = {*keys, *targets.values(), *_flat(answers.values()), *_flat(joined.values())}
    known = {item.key: item for item in items(Contribution.objects.filter(pk__in=wanted), now=now)}
    return [
        Asked(
            challenge=known[key],
            target=known.get(targets.get(key, 0)),
            joined=[known[one] for one in joined[key]],
            answers=[known[one] for one in answers[key]],
        )
        for key in keys
        if key in known
    ]


def _keys(rows: QuerySet[Contribution], group: str, size: int) -> list[tuple[str, int]]:
    found = rows.order_by("pk").values_list("pk", flat=True)[:size]
    return [(group, key) for key in found]


def _flat(groups: Iterable[list[int]]) -> list[int]:
    return [key for group in groups for key in group]
