"""What is heard, or was decided, about texts: for their pages, and for whoever enacts it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet

from college.debates.models import Contribution, Hearing, Restriction, Revision
from college.debates.rules import addresses
from college.debates.rules.grounds import EFFECTS, Effect, Ground, Settled, hides
from college.debates.rules.marks import pieces
from college.record.models import Text


@dataclass(frozen=True, slots=True)
class Heard:
    """A hearing as pages show it. ``settled`` is empty while it is heard.

    ``restriction`` is the public id of the one in force, ``reason`` its sentences (safe HTML), ``at`` when
    it began; ``onto_url`` leads to what a duplicate repeats.
    """

    case_url: str
    ground: Ground
    settled: str
    opened_at: datetime
    restriction: str = ""
    reason: str = ""
    at: datetime | None = None
    appealed_at: datetime | None = None
    onto_url: str = ""

    @property
    def hides(self) -> bool:
        """Whether a notice stands before the words."""
        return bool(self.restriction) and hides(self.ground)


_COLUMNS = (
    "pk",
    "ground",
    "settled",
    "opened_at",
    "appealed_at",
    "case__public_id",
    "revision__contribution_id",
    "revision_id",
    "remark_id",
    "debate__slug",
    "onto__public_id",
    "restrictions__public_id",
    "restrictions__at",
    "restrictions__lifted_at",
    "restrictions__reason__rendered",
)


def of_contributions(keys: Iterable[int]) -> dict[int, list[Heard]]:
    """What is heard about the newest wordings of contributions, by their keys, oldest first. One query."""
    rows = Hearing.objects.filter(
        revision__contribution__in=keys,
        revision__number=F("revision__contribution__head"),
    )
    return _by(rows, "revision__contribution_id")


def of_revisions(keys: Iterable[int]) -> dict[int, list[Heard]]:
    """The same for wordings, by their keys. One query."""
    return _by(Hearing.objects.filter(revision__in=keys), "revision_id")


def of_remarks(keys: Iterable[int]) -> dict[int, list[Heard]]:
    """The same for comments. One query."""
    return _by(Hearing.objects.filter(remark__in=keys), "remark_id")


def _by(rows: QuerySet[Hearing], key: str) -> dict[int, list[Heard]]:
    found: dict[int, dict[int, Heard]] = defaultdict(dict)
    told = rows.exclude(settled=Settled.WITHDRAWN).order_by("id", "restrictions__id")
    for row in told.values_list(*_COLUMNS, named=True):
        # Of several restrictions of one hearing only the last can be in force.
        found[getattr(row, key)][row.pk] = _heard(row)
    return {owner: list(heard.values()) for owner, heard in found.items()}


def _heard(r: Any) -> Heard:
    in_force = r.restrictions__public_id is not None and r.restrictions__lifted_at is None
    onto = r.onto__public_id
    return Heard(
        case_url=addresses.case(r.case__public_id),
        ground=Ground(r.ground),
        settled=r.settled,
        opened_at=r.opened_at,
        restriction=r.restrictions__public_id if in_force else "",
        reason=(r.restrictions__reason__rendered or "") if in_force else "",
        at=r.restrictions__at if in_force else None,
        appealed_at=r.appealed_at,
        onto_url=addresses.contribution(r.debate__slug, onto) if onto else "",
    )


def gave_way(row: Contribution) -> list[int]:
    """Numbers of the wordings before the newest that a restriction in force speaks of. One query."""
    rows = in_force().filter(
        hearing__revision__contribution=row, hearing__revision__number__lt=row.head
    )
    return sorted(set(rows.values_list("hearing__revision__number", flat=True)))


def is_heard(revision: Revision) -> bool:
    """Whether a verdict on a wording is waited for. One query."""
    return Hearing.objects.filter(revision=revision, settled_at=None).exists()


def in_force() -> QuerySet[Restriction]:
    """Restrictions that nothing has lifted."""
    return Restriction.objects.filter(lifted_at=None)


def withholding(hearing: Hearing) -> Restriction | None:
    """A restriction by another hearing on the same wording that shows its words to nobody. One query."""
    rules = [ground for ground, effect in EFFECTS.items() if effect is Effect.WITHHELD]
    same = in_force().filter(hearing__revision=hearing.revision, hearing__remark=hearing.remark)
    rows = same.filter(rule__in=rules).exclude(hearing=hearing).select_related("case")
    return rows.order_by("id").first()


def moved_off_topic() -> QuerySet[Restriction]:
    """Restrictions in force by which the newest wording of a contribution stands at the end of its debate."""
    return in_force().filter(
        rule=Ground.OFF_TOPIC,
        hearing__revision__number=F("hearing__revision__contribution__head"),
    )


def by_case(case_id: int) -> Hearing | None:
    """One query."""
    return _whole().filter(case=case_id).first()


def restriction_by_id(public_id: str) -> Restriction | None:
    """With everything its statement of reasons tells. One query."""
    return (
        Restriction.objects.filter(public_id=public_id)
        .select_related(
            "case",
            "reason",
            "hearing__case",
            "hearing__debate",
            "hearing__law",
            "hearing__onto",
            "hearing__author",
            "hearing__revision__text",
            "hearing__revision__contribution__debate",
            "hearing__remark__text",
            "hearing__remark__brief__debate",
        )
        .first()
    )


def _whole() -> QuerySet[Hearing]:
    return Hearing.objects.select_related(
        "case",
        "debate",
        "author",
        "onto",
        "revision__text",
        "revision__contribution__debate",
        "revision__contribution__headword",
        "revision__contribution__condition",
        "remark__text",
        "remark__brief__debate",
        "remark__claimed_by",
    )


def words_for_author(restriction: Restriction) -> str:
    """The words that gave way, for the one who wrote them: also where nobody else may read them. No query."""
    revision = restriction.hearing.revision
    body = revision.text.body if revision is not None else None
    return bytes(body).decode() if body is not None else ""


def marked_pieces(restriction: Restriction, words: str) -> list[tuple[str, str]]:
    """The words in reading order, each ``marked`` by a report or ``plain``. One query."""
    rows = restriction.hearing.reports.order_by("id").values_list("marks", flat=True)
    return pieces(words, [(start, end) for marks in rows for start, end in marks])


def text_of(hearing: Hearing) -> Text:
    """The wording that is heard. No query where it is at hand."""
    row = hearing.revision or hearing.remark
    if row is None:
        raise RuntimeError("a hearing is about a wording or a comment")
    return row.text


def by_case_id(public_id: str) -> Hearing | None:
    """By its case's public id. One query."""
    return _whole().filter(case__public_id=public_id).first()
