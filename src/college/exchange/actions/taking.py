"""Take a brief that was read from a file into a debate, or into a new one: both or nothing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db import transaction

from college.debates.actions.briefs import take_in
from college.debates.actions.questions import propose_question
from college.debates.queries import briefs, questions
from college.debates.rules.briefs import ArrivingBrief, Rights
from college.exchange.reading import digest
from college.exchange.rules.addresses import is_web_address
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
    place: str = "",
    subject: str = "",
    source: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Taken:
    """Into the debate at ``slug``; or propose ``question`` and take it in there.

    ``place`` and ``subject`` (its slug) are of the new question. ``source`` is where the article can be
    read; empty means what the file itself says.
    """
    if source and not is_web_address(source):
        raise Refusal("exchange.import.no-address", source=source)
    if bool(slug) == bool(question.strip()):
        raise Refusal("exchange.import.no-target")
    if slug:
        debate = questions.debate_at(slug)
        if debate is None:
            raise Refusal("exchange.import.no-debate", slug=slug)
    else:
        filed = questions.subject_at(subject) if subject else None
        debate = propose_question(act, wording=question, place=place, subject=filed)
    before = briefs.figures(debate)
    named = replace(arriving, source=source) if source else arriving
    # The digest is of the file alone: the same file is the same article, whatever address is given.
    brief = take_in(act, debate, named, digest=digest(arriving), rights=rights, progress=progress)
    after = briefs.figures(debate)
    return Taken(brief, after.passages - before.passages, after.remarks - before.remarks)
