"""What waits for the moderators: overdue challenges, silent sides, possible repeats, bare claims."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, F, Max, OuterRef, QuerySet

from college.debates.models import Contribution, Debate, Link, Viewpoint
from college.debates.queries import badges, challenges, moves, search, thread
from college.debates.rules.kinds import ClaimForm, Kind, LinkKind, State
from college.debates.rules.repeats import are_alike
from college.debates.rules.stages import Stage

#: Rows of each list; what is done falls out, and others follow.
PAGE = 20
_COMPARED = 60
_NEEDS_EVIDENCE = (ClaimForm.FACTUAL, ClaimForm.PREDICTIVE)


@dataclass(frozen=True, slots=True)
class Silent:
    """An admitted viewpoint for which nothing was said since a moment."""

    viewpoint: badges.Badge
    since: datetime


@dataclass(frozen=True, slots=True)
class Overdue:
    """A challenge whose answer is overdue, and the viewpoint it was put to; ``None``: to no side."""

    item: thread.Item
    viewpoint: badges.Badge | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that share most of their words: the later one may be a repeat."""

    kept: thread.Item
    repeat: thread.Item


@dataclass(frozen=True, slots=True)
class Queue:
    """Each list in order of time."""

    overdue: list[Overdue]
    silent: list[Silent]
    repeats: list[Pair]
    bare: list[thread.Item]


def queue(debate: Debate, *, now: datetime, silent_after: timedelta) -> Queue:
    """Everything that waits. One search per claim compared, and some twenty queries."""
    bare = _bare(debate).order_by("id")[:PAGE]
    return Queue(
        overdue=_overdue(debate, now),
        silent=_silent(debate, now=now, after=silent_after),
        repeats=_repeats(debate, now),
        bare=_items(bare.values_list("pk", flat=True), now),
    )


def _overdue(debate: Debate, now: datetime) -> list[Overdue]:
    late = challenges.put(debate).filter(answered_at=None, due_at__lte=now).order_by("due_at", "id")
    sides = dict(late.values_list("pk", "links__target__viewpoint_id")[:PAGE])
    known = badges.badges({side for side in sides.values() if side})
    return [Overdue(item, known.get(sides[item.key] or 0)) for item in _items(sides, now)]


def _silent(debate: Debate, *, now: datetime, after: timedelta) -> list[Silent]:
    if debate.stage not in {Stage.OPEN, Stage.CLOSING} or debate.open_at is None:
        return []
    admitted = Viewpoint.objects.filter(
        debate=debate, admitted_at__isnull=False, merged_into=None
    ).annotate(last=Max("contributions__at"))
    quiet = {
        viewpoint.pk: max(filter(None, (viewpoint.last, viewpoint.admitted_at, debate.open_at)))
        for viewpoint in admitted
    }
    late = {pk: since for pk, since in quiet.items() if now - since >= after}
    known = badges.badges(late)
    return sorted((Silent(known[pk], since) for pk, since in late.items()), key=lambda s: s.since)


def _bare(debate: Debate) -> QuerySet[Contribution]:
    """Claims of what is or will be the case for which nobody brought a source."""
    borne = Link.objects.filter(
        kind=LinkKind.BEARS_ON, target=OuterRef("pk"), source__state=State.STANDING
    )
    return Contribution.objects.filter(
        ~Exists(borne),
        debate=debate,
        kind=Kind.CLAIM,
        form__in=_NEEDS_EVIDENCE,
        state=State.STANDING,
    )


def _repeats(debate: Debate, now: datetime) -> list[Pair]:
    """Among the newest claims, those that a full-text search finds to be like an older one."""
    words = _words(debate)
    grouped = moves.repeats(debate)
    found: list[tuple[int, int]] = []
    for pk, text in words.values():
        for hit in search.similar(text, debate=debate):
            other, its = words.get(hit.subject, (pk, ""))
            if other < pk and not {pk, other} & grouped.keys() and are_alike(text, its):
                found.append((other, pk))
                break
    found = found[:PAGE]
    items = {item.key: item for item in _items({pk for pair in found for pk in pair}, now)}
    return [Pair(items[kept], items[repeat]) for kept, repeat in found]


def _words(debate: Debate) -> dict[str, tuple[int, str]]:
    rows = Contribution.objects.filter(
        debate=debate,
        kind=Kind.CLAIM,
        state=State.STANDING,
        revisions__number=F("head"),
        revisions__text__state="open",
    )
    newest = rows.order_by("-id").values_list("public_id", "pk", "revisions__text__body")
    return {public_id: (pk, bytes(body).decode()) for public_id, pk, body in newest[:_COMPARED]}


def _items(keys: Iterable[int], now: datetime) -> list[thread.Item]:
    return thread.items(Contribution.objects.filter(pk__in=list(keys)).order_by("id"), now=now)
