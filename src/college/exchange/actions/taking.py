"""Take a brief that was read from a file into a debate, or into a new one: both or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from college.debates.actions.briefs import take_in
from college.debates.actions.questions import propose_question
from college.debates.queries import briefs, questions
from college.debates.rules.briefs import ArrivingBrief, Rights
from college.exchange.reading import digest
from college.ground.act import Act
from college.ground.refusals import Refusal

if TYPE_CHECKING:
    from college.debates.models import Brief


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a file: its brief, and how many passages and remarks are new in the College."""

    brief: "Brief"
    passages: int
    remarks: int


@transaction.atomic
def take(
    act: Act,
    arriving: ArrivingBrief,
    *,
    rights: Rights,
    slug: str = "",
    question: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Taken:
    """Into the debate at ``slug``; or propose ``question`` and take it in there."""
    if bool(slug) == bool(question.strip()):
        raise Refusal("exchange.import.no-target")
    if slug:
        debate = questions.debate_at(slug)
        if debate is None:
            raise Refusal("exchange.import.no-debate", slug=slug)
    else:
        debate = propose_question(act, wording=question)
    before = briefs.figures(debate)
    brief = take_in(
        act, debate, arriving, digest=digest(arriving), rights=rights, progress=progress
    )
    after = briefs.figures(debate)
    return Taken(brief, after.passages - before.passages, after.remarks - before.remarks)
