"""A member's own results, for nobody else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from college.debates.models import QuestionWording
from college.debates.queries import questions
from college.people.models import Member
from college.quizzes.models import KeptResult
from college.quizzes.rules.scoring import Band, Outcome, Result, calibration, result


@dataclass(frozen=True, slots=True)
class Kept:
    """One result. ``debate``: the public name of its address; ``asked``: its question."""

    public_id: str
    on: date
    slug: str
    asked: QuestionWording | None
    result: Result


def of_member(member: Member) -> list[Kept]:
    """The newest first. A query for the results, and as many as debates for their questions."""
    rows = list(_rows(member).select_related("quiz__summary__debate").order_by("-kept_on", "-id"))
    slugs = {row.quiz.summary.debate.slug for row in rows}
    asked = {slug: questions.asked(slug) for slug in slugs}
    return [
        Kept(
            public_id=row.public_id,
            on=row.kept_on,
            slug=row.quiz.summary.debate.slug,
            asked=asked[row.quiz.summary.debate.slug],
            result=result(list(_outcomes(row))),
        )
        for row in rows
    ]


def calibration_of(member: Member) -> list[Band] | None:
    """How often the member was right at each certainty; ``None`` below thirty rated answers. One query."""
    return calibration(
        (one.certainty, one.right)
        for row in _rows(member)
        for one in _outcomes(row)
        if one.answered and one.certainty is not None
    )


def _rows(member: Member) -> QuerySet[KeptResult]:
    return KeptResult.objects.filter(member=member)


def _outcomes(row: KeptResult) -> Iterable[Outcome]:
    for one in row.answers:
        yield Outcome(one["item"], "", one["answered"], one["right"], certainty=one["certainty"])
