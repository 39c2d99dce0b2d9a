"""Answer a challenge, on behalf of those who hold the challenged text."""

from collections.abc import Sequence

from django.db import transaction

from college.debates.actions import evidence as evidences
from college.debates.actions import writing
from college.debates.actions.evidence import NewEvidence
from college.debates.actions.speaking import (
    Speaking,
    begin,
    charge,
    pace,
    require_stage,
    sent_before,
)
from college.debates.events.contributions import AnswerGiven
from college.debates.models import Contribution, Link, Revision
from college.debates.permissions import require
from college.debates.rules import addresses, links, posting
from college.debates.rules.kinds import Kind, LinkKind
from college.ground.act import Act
from college.ground.prose import count_words
from college.people.actions.notices import tell
from college.record.actions.entries import append


@transaction.atomic
def answer(
    act: Act,
    challenge: Contribution,
    *,
    text: str,
    points_to: Sequence[Contribution] = (),
    evidence: Sequence[NewEvidence] = (),
    token: str = "",
) -> Contribution:
    """Answer a challenge, pointing to what else was said; the first answer sets ``answered_at``.

    ``evidence`` is brought with the answer, bears on the challenged text, and may come while the debate is
    closing. What joined an equal challenge is answered with it.
    """
    speaking = begin(act, challenge.debate_id)
    if again := sent_before(speaking, token):
        return again
    require_stage(speaking, Kind.ANSWER)
    said = posting.text(text, speaking.charter.lengths)
    brought = [evidences.prepared(speaking, given) for given in evidence]
    links.points_to([*points_to, *brought], most=speaking.charter.limits.points_to)
    asked_key = challenge.merged_into_id or challenge.pk
    pinned = writing.heads(speaking, [asked_key, *(p.pk for p in points_to)])
    asked = pinned[asked_key]
    writing.check(speaking, LinkKind.ANSWERS, asked)
    for row in points_to:
        writing.check(speaking, LinkKind.POINTS_TO, pinned[row.pk])
    target = _challenged(asked.contribution)
    target.debate = speaking.debate
    require("may_answer", speaking.member, target)
    pace(speaking, 1 + len(brought))
    charge(speaking, count_words(said) + sum(count_words(e.text) for e in brought))

    pointed = [pinned[row.pk] for row in points_to]
    pointed += _bring(speaking, brought, target)
    written = writing.write(speaking, Kind.ANSWER, said, token=token)
    writing.link(written, LinkKind.ANSWERS, [asked])
    writing.link(written, LinkKind.POINTS_TO, pointed)
    writing.place_under(written, asked.contribution)
    if asked.contribution.answered_at is None:
        asked.contribution.answered_at = act.at
        asked.contribution.save(update_fields=["answered_at"])
    event = AnswerGiven(
        challenge=asked.contribution.public_id,
        challenge_text=asked.text_id,
        points_to=tuple(revision.contribution.public_id for revision in pointed),
        points_to_texts=tuple(revision.text_id for revision in pointed),
        **written.told(),
    )
    append(act, event, subject=written.contribution.public_id)
    _tell(speaking, asked.contribution, written.contribution)
    return written.contribution


def _challenged(asked: Contribution) -> Contribution:
    """What the challenge was put to. One query."""
    link = Link.objects.filter(source=asked, kind=LinkKind.CHALLENGES).select_related("target")
    return link.get().target


def _bring(
    speaking: Speaking, brought: Sequence[NewEvidence], target: Contribution
) -> list[Revision]:
    """Evidence that comes with the answer, each bearing on the challenged text."""
    if not brought:
        return []
    require_stage(speaking, Kind.EVIDENCE, in_answer=True)
    bears_on = writing.heads(speaking, [target.pk])[target.pk]
    rows = [evidences.write_evidence(speaking, given, bears_on) for given in brought]
    pinned = writing.heads(speaking, [row.pk for row in rows])
    return [pinned[row.pk] for row in rows]


def _tell(speaking: Speaking, asked: Contribution, answered: Contribution) -> None:
    """Everybody who asked is told: the challenger, and those whose challenges joined it."""
    path = addresses.contribution(speaking.debate.slug, answered.public_id)
    joined = Contribution.objects.filter(merged_into=asked).select_related("author")
    askers = {c.author_id: c.author for c in [asked, *joined]}
    for member in askers.values():
        if member.pk != speaking.member.pk:
            params: dict[str, object] = {"form": asked.form}
            tell(member, "debates.answer.given", params=params, path=path, at=speaking.act.at)
