"""A quiz at once: the rows that panels would leave, without their cases' entries; and its takers."""

from datetime import UTC, datetime
from urllib.parse import urlencode

from college.committees.models import Case
from college.committees.rules.areas import Procedure
from college.committees.rules.ladder import CaseState, Step
from college.committees.rules.tally import Choice
from college.quizzes.actions import attempts
from college.quizzes.models import Item, Quiz
from college.quizzes.rules.content import Content, Option, Source, document
from college.quizzes.rules.life import ItemKind, ItemState
from college.record.actions.texts import commit_document
from college.summaries.models import Statement, Version
from parts.debates import Stand
from parts.server import Asked

_HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}


def release(stand: Stand, version: Version, items: int) -> Quiz:
    """A quiz of so many live items, as many of each viewpoint, each on a sentence of the version."""
    at = stand.debate.proposed_at
    quiz = Quiz.objects.create(summary=version.summary, made_at=at, released_at=at)
    rows = list(Statement.objects.filter(version=version).select_related("text")[:items])
    for number, row in enumerate(rows):
        side = stand.viewpoints[number % len(stand.viewpoints)]
        content = Content(
            kind=ItemKind.EVIDENCE,
            stem=f"What does the summary say of crossing {number}?",
            options=(Option(row.text.words[:150]), Option("A table of tides"), Option("Nothing")),
            key=(0,),
            viewpoint=side.public_id,
            explanation="So the sentence says.",
            sources=(Source(row.statement, row.text_id, row.text.words[:40]),),
        )
        item = Item(
            quiz=quiz,
            version=version,
            viewpoint=side,
            kind=content.kind,
            state=ItemState.LIVE,
            content=content.plain(),
            by=stand.members[0],
            made_at=at,
            asked_at=at,
            settled_at=at,
            case=_case(stand, at),
        )
        item.document = commit_document(
            document(content, item=item.public_id, quiz=quiz.public_id, version=version.public_id)
        )
        item.save()
    return quiz


def answers(quiz: Quiz, *, takers: int, each: int) -> list[list[Asked]]:
    """What so many takers send: an attempt of each, and so many of its answers."""
    today = datetime.now(UTC).date()
    body = urlencode({"given": "0", "certainty": "70"}).encode()
    found = []
    for _taker in range(takers):
        made = attempts.begin(quiz, on=today, seen=(), declared="", counts=True)
        found.append(
            [
                Asked("POST", f"/quizzes/{made.token}/{n}/", _HEADERS, body, status=302)
                for n in range(1, each + 1)
            ]
        )
    return found


def _case(stand: Stand, at: datetime) -> Case:
    return Case.objects.create(
        procedure=Procedure.KEY,
        rule="key-stands",
        grounds=["key-stands"],
        scope=stand.debate.public_id,
        viewpoints=[one.public_id for one in stand.viewpoints],
        opened_at=at,
        state=CaseState.SETTLED,
        step=Step.FIRST,
        verdict=Choice.GRANT,
        verdict_ground="key-stands",
        verdict_at=at,
        enacted_at=at,
    )
