"""Questions and their wordings: one debate, lists of them, the register, what turns on what."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from college.debates.models import (
    Debate,
    FormerSlug,
    Postponement,
    QuestionWording,
    Subject,
    Turn,
)
from college.debates.rules.stages import Stage

#: Rows of one page of the list.
PAGE = 40
_WITH = ("debate__subject", "debate__proposed_by", "text")


@dataclass(frozen=True, slots=True)
class TurnLine:
    """A debate that this one turns on (or that turns on this one), in its newest wording, and why."""

    turn: Turn
    wording: QuestionWording


def newest_wordings() -> QuerySet[QuestionWording]:
    """The newest wording of each debate, with debate, subject and text."""
    later = QuestionWording.objects.filter(debate=OuterRef("debate"), number__gt=OuterRef("number"))
    return QuestionWording.objects.filter(~Exists(later)).select_related(*_WITH)


def asked(slug: str) -> QuestionWording | None:
    """The debate at an address, in its newest wording. One query."""
    rows = QuestionWording.objects.filter(debate__slug=slug).select_related(*_WITH)
    return rows.order_by("-number").first()


def debate_at(slug: str) -> Debate | None:
    """One query."""
    return Debate.objects.select_related("subject", "proposed_by").filter(slug=slug).first()


def moved_to(slug: str) -> str | None:
    """The present address of a debate that was at ``slug`` before. One query."""
    return FormerSlug.objects.filter(slug=slug).values_list("debate__slug", flat=True).first()


def wordings(debate: Debate) -> QuerySet[QuestionWording]:
    """Every wording, newest first. One query."""
    return (
        QuestionWording.objects.filter(debate=debate)
        .select_related("text", "by")
        .order_by("-number")
    )


def in_stages(*stages: Stage, limit: int) -> list[QuestionWording]:
    """The newest debates in some stages, by the time of their proposal. One query."""
    rows = newest_wordings().filter(debate__stage__in=stages)
    return list(rows.order_by("-debate__proposed_at", "-debate_id")[:limit])


def page(*, before: Debate | None = None, subject: Subject | None = None) -> list[QuestionWording]:
    """One page of all debates and one row more if there are older ones; the newest proposal first.

    ``before`` is the last debate of the page before. The register is not among them. One query.
    """
    rows = newest_wordings().exclude(debate__stage=Stage.REGISTERED)
    if subject is not None:
        rows = rows.filter(debate__subject=subject)
    if before is not None:
        rows = rows.filter(debate_id__lt=before.pk)
    return list(rows.order_by("-debate_id")[: PAGE + 1])


def debate_by_id(public_id: str) -> Debate | None:
    """One query."""
    return Debate.objects.filter(public_id=public_id).first()


def closed() -> QuerySet[Debate]:
    """Debates that await their summary, or a new round of it. One query."""
    return Debate.objects.filter(stage=Stage.CLOSED).order_by("id")


def register() -> list[QuestionWording]:
    """Questions not yet debated, by subject, then by time. One query."""
    rows = newest_wordings().filter(debate__stage=Stage.REGISTERED)
    return list(rows.order_by("debate__subject__name", "debate_id"))


def subjects() -> QuerySet[Subject]:
    """By name. One query."""
    return Subject.objects.order_by("name")


def subject_at(slug: str) -> Subject | None:
    """One query."""
    return Subject.objects.filter(slug=slug).first()


def others(debate: Debate) -> list[QuestionWording]:
    """Debates that this one could be said to turn on: all but itself and those it turns on. One query."""
    there = Turn.objects.filter(debate=debate).values("on")
    rows = newest_wordings().exclude(debate=debate).exclude(debate__in=there)
    return list(rows.order_by("-debate_id")[:200])


def turns_on(debate: Debate) -> list[TurnLine]:
    """What this debate turns on, in order of time. Two queries."""
    turns = Turn.objects.filter(debate=debate).select_related("reason", "by").order_by("at", "id")
    return _lines(list(turns), "on_id")


def turned_on_by(debate: Debate) -> list[TurnLine]:
    """The debates that turn on this one, in order of time. Two queries."""
    turns = Turn.objects.filter(on=debate).select_related("reason", "by").order_by("at", "id")
    return _lines(list(turns), "debate_id")


def postponements(debate: Debate) -> QuerySet[Postponement]:
    """How its dates moved, oldest first. One query."""
    return (
        Postponement.objects.filter(debate=debate)
        .select_related("reason", "by")
        .order_by("at", "id")
    )


def _lines(turns: list[Turn], end: str) -> list[TurnLine]:
    wanted = {getattr(turn, end) for turn in turns}
    by_debate = {row.debate_id: row for row in newest_wordings().filter(debate__in=wanted)}
    return [TurnLine(turn, by_debate[getattr(turn, end)]) for turn in turns]
