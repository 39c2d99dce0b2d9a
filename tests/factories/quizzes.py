"""Quizzes on certified versions: rows as actions would leave them, without the actions' checks and entries.

Only an item that is before its panels (``ASKED``) has a case that can be decided.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from college.committees.actions.cases import open_case
from college.committees.models import Case
from college.committees.rules.areas import Procedure
from college.committees.rules.ladder import CaseState, Step
from college.committees.rules.tally import Choice
from college.debates.models import Debate, Viewpoint
from college.debates.queries.badges import badges
from college.debates.queries.labels import viewpoints_of
from college.ground.act import Act, Door
from college.people.models import Member
from college.quizzes.models import Item, Quiz
from college.quizzes.rules.content import Content, Estimate, Option, Source, document
from college.quizzes.rules.life import ItemKind, ItemState
from college.record.actions.texts import commit, commit_document, commit_plain
from college.summaries.models import Statement, Version
from college.summaries.queries.versions import newest_certified
from college.summaries.rules.sections import SectionKind
from tests.factories.people import make_member
from tests.factories.readings import Shelf, make_shelf, make_version

KINDS = (ItemKind.WHO, ItemKind.EVIDENCE, ItemKind.TRUE_FALSE, ItemKind.UNANSWERED)
#: Items whose panels have spoken.
_SETTLED = frozenset(ItemState) - {ItemState.DRAFT, ItemState.ASKED}


@dataclass
class Bank:
    """A quiz with the summary that it is about. ``version`` is certified; ``items`` were put to panels."""

    shelf: Shelf
    version: Version
    quiz: Quiz
    items: list[Item] = field(default_factory=list)

    @property
    def debate(self) -> Debate:
        return self.shelf.stand.debate

    @property
    def viewpoints(self) -> list[Viewpoint]:
        return self.shelf.stand.viewpoints

    @property
    def at(self) -> datetime:
        return self.shelf.stand.at


def make_quiz(*, viewpoints: int = 2, shelf: Shelf | None = None, wording: str = "") -> Bank:
    """A quiz without items, on the newest version of ``shelf`` or a new one. The College must be founded."""
    if shelf is None:
        shelf = make_shelf(viewpoints=viewpoints, wording=wording)
    if not shelf.versions:
        make_version(shelf)
    quiz = Quiz.objects.create(summary=shelf.summary, made_at=shelf.stand.at)
    return Bank(shelf, shelf.versions[-1], quiz)


def make_live_quiz(
    viewpoints: int = 2, items: int = 8, *, kinds: Sequence[ItemKind] = KINDS, wording: str = ""
) -> Bank:
    """A released quiz: viewpoints take turns, and so do kinds."""
    bank = make_quiz(viewpoints=viewpoints, wording=wording)
    for number in range(items):
        kind = kinds[number // viewpoints % len(kinds)]
        side = bank.viewpoints[number % viewpoints]
        item = make_item(bank.quiz, kind=kind, viewpoint=side, number=number // viewpoints)
        bank.items.append(item)
    bank.quiz.released_at = bank.at
    bank.quiz.save()
    return bank


def make_item(
    quiz: Quiz,
    *,
    kind: ItemKind = ItemKind.WHO,
    viewpoint: Viewpoint | None = None,
    state: ItemState = ItemState.LIVE,
    content: Content | None = None,
    by: Member | None = None,
    number: int = 0,
) -> Item:
    """An item on the newest certified version. ``number`` chooses its sentence, in the section of what
    ``viewpoint`` holds; without one, of the whole."""
    version = newest_certified(quiz.summary.debate)
    assert version is not None
    if content is None:
        content = make_content(version, kind, viewpoint, number=number)
    at, settled = version.certified_at or version.made_at, state in _SETTLED
    item = Item(
        quiz=quiz,
        version=version,
        viewpoint=viewpoint,
        kind=content.kind,
        state=state,
        content=content.plain(),
        by=by or make_member(),
        made_at=at,
    )
    if state != ItemState.DRAFT:
        item.asked_at, item.settled_at = at, at if settled else None
        item.document = commit_document(
            document(content, item=item.public_id, quiz=quiz.public_id, version=version.public_id)
        )
        item.case = _settled_case(quiz, state, at) if settled else _case(item, at)
        if state in {ItemState.DROPPED, ItemState.RETIRED}:
            item.reason = commit("Two of its answers are right.")
    item.save()
    return item


def make_content(
    version: Version, kind: ItemKind, viewpoint: Viewpoint | None = None, *, number: int = 0
) -> Content:
    """An item of a kind that says what a sentence of the version says. The first option is right."""
    rows = Statement.objects.filter(version=version).select_related("text").order_by("order")
    if viewpoint is not None:
        rows = rows.filter(section=SectionKind.HOLDS, viewpoint=viewpoint)
    row = rows[number % len(rows)]
    words = row.text.words
    source = Source(row.statement, row.text_id, words[:40], suffix=words[40:72])
    sides = list(badges([v.pk for v in version.summary.debate.viewpoints.all()]).values())
    sides.sort(key=lambda side: viewpoint is None or side.key != viewpoint.pk)
    common = {
        "kind": kind,
        "viewpoint": viewpoint.public_id if viewpoint else "",
        "explanation": f"The summary says: {words}",
        "sources": (source,),
    }
    match kind:
        case ItemKind.MATCH:
            return Content(
                **common,
                stem="Who holds what, according to the summary?",
                options=tuple(Option(side.name, side.public_id) for side in sides),
                prompts=tuple(f"What {side.name} says" for side in sides),
                key=tuple(range(len(sides))),
            )
        case ItemKind.ESTIMATE:
            return Content(
                **common,
                stem="How many boats a day does the summary name?",
                estimate=Estimate("18.5", "1.5", "boats"),
            )
        case ItemKind.TRUE_FALSE:
            return Content(
                **common,
                stem=f"The summary says: {words[:40]}",
                options=(Option("True"), Option("False")),
                key=(0,),
            )
        case ItemKind.WHO:
            return Content(
                **common,
                stem=f"Who argued it, according to the summary: {words[:40]}?",
                options=tuple(Option(side.name, side.public_id) for side in sides),
                key=(0,),
            )
    return Content(
        **common,
        stem=f"What does the summary offer here ({kind.value}): {words[:40]}?",
        options=(Option(words[:60]), Option("A table of tides"), Option("Nothing of the kind")),
        key=(0,),
    )


def _case(item: Item, at: datetime) -> Case:
    debate = item.quiz.summary.debate
    return open_case(
        Act("clock", at, Door.CLOCK),
        procedure=Procedure.KEY,
        rule="key-stands",
        shown=[commit_plain(item.content["stem"])],
        scope=debate.public_id,
        viewpoints=viewpoints_of(debate),
    )


def _settled_case(quiz: Quiz, state: ItemState, at: datetime) -> Case:
    dropped = state == ItemState.DROPPED
    return Case.objects.create(
        procedure=Procedure.KEY,
        rule="key-stands",
        grounds=["key-stands"],
        scope=quiz.summary.debate.public_id,
        viewpoints=viewpoints_of(quiz.summary.debate),
        opened_at=at,
        state=CaseState.SETTLED,
        step=Step.FIRST,
        verdict=Choice.KEEP if dropped else Choice.GRANT,
        verdict_ground="" if dropped else "key-stands",
        verdict_at=at,
        enacted_at=at,
    )
