"""Statements of viewpoints by people who do not hold them, and what holders said of them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce
from django.utils.crypto import salted_hmac

from college.debates.models import Contribution, Debate, Viewpoint
from college.debates.queries import contributions, hearings, labels
from college.debates.rules.order import place
from college.ground.prose import count_words, render
from college.people.models import Member
from college.quizzes.models import Retelling, RetellingReading
from college.quizzes.queries import retelling_hearings
from college.quizzes.queries.retelling_hearings import Heard
from college.quizzes.rules import retellings
from college.quizzes.rules.life import Recognition, RetellingState
from college.quizzes.rules.retellings import Candidate, Told

#: Given to holders to read. One that panels look at is, meanwhile.
_READABLE = (RetellingState.WAITING, RetellingState.READ, RetellingState.HEARD)
#: Not yet read by enough holders that anything could be told.
_WAITING = (RetellingState.WAITING, RetellingState.HEARD)
_SIDE = Coalesce(F("viewpoint__merged_into"), F("viewpoint"))


@dataclass(frozen=True, slots=True)
class Text:
    """A text before a holder. ``mark`` names it to nobody but this reader; ``html`` is safe. ``heard``:
    somebody reported it, and panels look at it. Pages are given neither what it is nor whose."""

    mark: str
    html: str
    heard: bool


@dataclass(frozen=True, slots=True)
class Unread:
    """A text that a holder has not read yet: a retelling, or what somebody of their side said themselves."""

    mark: str
    words: int
    revision: int = 0
    rendered: str = ""
    retelling: Retelling | None = None
    real: Contribution | None = None

    @property
    def html(self) -> str:
        """Safe HTML, of both kinds by the same hand."""
        return self.rendered if self.retelling is None else render(self.retelling.words)


@dataclass(frozen=True, slots=True)
class Own:
    """One's own retelling, and what came of it. ``html`` is safe; ``told`` is ``None`` while too few have
    read it."""

    retelling: Retelling
    html: str
    told: Told | None
    heard: tuple[Heard, ...]


class Aggregate(NamedTuple):
    """Readings of a viewpoint's statements: of written ones and of the side's own, and how many of each were
    recognised. Whole counts: who publishes them leaves out what is less than ``audit.least_cell``."""

    viewpoint: str
    written_read: int
    written_recognised: int
    real_read: int
    real_recognised: int


def aggregates(debate: Debate) -> list[Aggregate]:
    """One for each admitted viewpoint, in the order of letters. What was restricted counts nowhere, and a
    viewpoint that was merged counts as the one it is part of. Two queries."""
    recognised = Q(said=Recognition.RECOGNISED)
    written, real = Q(retelling__isnull=False), Q(real__isnull=False)
    rows = (
        RetellingReading.objects.filter(viewpoint__debate=debate)
        .exclude(retelling__state=RetellingState.RESTRICTED)
        .values(
            side=Coalesce(F("viewpoint__merged_into__public_id"), F("viewpoint__public_id")),
        )
        .annotate(
            written_read=Count("pk", filter=written),
            written_recognised=Count("pk", filter=written & recognised),
            real_read=Count("pk", filter=real),
            real_recognised=Count("pk", filter=real & recognised),
        )
        .order_by("side")
    )
    counts = {
        row["side"]: (
            row["written_read"],
            row["written_recognised"],
            row["real_read"],
            row["real_recognised"],
        )
        for row in rows
    }
    return [Aggregate(one, *counts.get(one, (0, 0, 0, 0))) for one in labels.viewpoints_of(debate)]


def by_id(slug: str, public_id: str) -> Retelling | None:
    """One query."""
    rows = Retelling.objects.select_related("viewpoint__debate", "member")
    return rows.filter(viewpoint__debate__slug=slug, public_id=public_id).first()


def waiting(member: Member, debate: Debate) -> int:
    """How many of a member's retellings wait to be read in a debate. One query."""
    rows = Retelling.objects.filter(member=member, viewpoint__debate=debate, state__in=_WAITING)
    return rows.count()


def unread(member: Member, viewpoint: Viewpoint) -> list[Unread]:
    """Everything of their viewpoint that a holder has not read yet, and did not write. Two queries."""
    read = RetellingReading.objects.filter(member=member)
    side = Q(viewpoint=viewpoint) | Q(viewpoint__merged_into=viewpoint)
    written = Retelling.objects.filter(side, state__in=_READABLE).exclude(member=member)
    written = written.exclude(pk__in=read.filter(retelling__isnull=False).values("retelling"))
    own = contributions.own_statements(viewpoint).exclude(contribution__author=member)
    own = own.exclude(contribution__in=read.filter(real__isnull=False).values("real"))
    found = [
        Unread(_mark(member, row.public_id), count_words(row.words), retelling=row)
        for row in written.select_related("member", "viewpoint__debate").order_by("id")
    ]
    found += [
        Unread(
            _mark(member, row.contribution.public_id),
            row.words,
            revision=row.pk,
            rendered=row.text.rendered,
            real=row.contribution,
        )
        for row in own
    ]
    return found


def sitting(member: Member, viewpoint: Viewpoint) -> list[Text]:
    """What a holder reads next, at most ``SITTING`` texts, in the shuffle of member and debate. Three
    queries."""
    found = {one.mark: one for one in unread(member, viewpoint)}
    seed = f"{member.public_id}:{viewpoint.debate.public_id}"
    drawn = retellings.sheet(
        [Candidate(one.mark, one.words) for one in found.values() if one.retelling is not None],
        [Candidate(one.mark, one.words) for one in found.values() if one.retelling is None],
        place=lambda mark: place(seed, mark),
    )
    chosen = [found[one.mark] for one in drawn]
    heard = hearings.of_revisions(one.revision for one in chosen)
    return [
        Text(
            mark=one.mark,
            html=one.html,
            heard=(
                any(not hearing.settled for hearing in heard.get(one.revision, ()))
                if one.retelling is None
                else one.retelling.state == RetellingState.HEARD
            ),
        )
        for one in chosen
    ]


def own(member: Member, debate: Debate) -> list[Own]:
    """A member's own retellings in a debate, newest first, for their writer alone. Four queries."""
    rows = Retelling.objects.filter(member=member, viewpoint__debate=debate)
    written = list(rows.annotate(side=_SIDE).select_related("viewpoint").order_by("-id"))
    heard = retelling_hearings.of_retellings([row.pk for row in written])
    told = _told(written)
    return [Own(row, render(row.words), told.get(row.pk), heard.get(row.pk, ())) for row in written]


def _told(written: Collection[Retelling]) -> dict[int, Told | None]:
    """By key, what their writer is told of each. Two queries."""
    said: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    of = RetellingReading.objects.filter(retelling__in=written).order_by("pk")
    for retelling, member, word in of.values_list("retelling", "member", "said"):
        said[retelling].append((member, word == Recognition.RECOGNISED))
    readers = {member for readings in said.values() for member, _ in readings}
    real: dict[tuple[int, int], list[bool]] = defaultdict(list)
    sides = {row.side for row in written}
    beside = RetellingReading.objects.filter(real__isnull=False, member__in=readers)
    beside = beside.annotate(side=_SIDE).filter(side__in=sides)
    for side, member, word in beside.values_list("side", "member", "said"):
        real[side, member].append(word == Recognition.RECOGNISED)
    found = {}
    for row in written:
        readings = said[row.pk][: retellings.told_of(len(said[row.pk]))]
        others = [one for member, _ in readings for one in real[row.side, member]]
        found[row.pk] = retellings.told(
            len(readings), sum(word for _, word in readings), len(others), sum(others)
        )
    return found


def _mark(member: Member, public_id: str) -> str:
    """Another for each reader, so that no mark on a page leads to what stands in a debate."""
    value = f"{member.public_id}:{public_id}"
    return salted_hmac("college.quizzes.retellings", value).hexdigest()[:24]
