"""One attempt as its taker goes through it."""

from dataclasses import dataclass
from functools import cached_property

from college.debates.models import Debate, QuestionWording
from college.debates.queries import labels, questions
from college.debates.queries.badges import Badge, badges
from college.ground.refusals import Refusal
from college.quizzes.models import Answer, Attempt, Item
from college.quizzes.queries.quizzes import readable
from college.quizzes.rules.content import Content, from_plain
from college.quizzes.rules.life import ItemState
from college.quizzes.rules.scoring import Outcome
from college.summaries.rules import addresses, selectors


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the summary on which a key rests: its words before, in and after what is marked.

    ``url``: where it stands in its version. Where the words cannot be found in it, nothing is marked.
    """

    before: str
    marked: str
    after: str
    url: str
    version: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One item of an attempt. ``number`` counts from 1. ``gone``: it left the quiz unanswered."""

    number: int
    item: Item
    content: Content
    answer: Answer | None
    gone: bool

    @property
    def outcome(self) -> Outcome:
        answer = self.answer
        return Outcome(
            item=self.item.public_id,
            viewpoint=self.content.viewpoint,
            answered=answer is not None and answer.given != "",
            right=answer is not None and answer.right,
            certainty=answer.certainty if answer else None,
            gone=self.gone,
        )


@dataclass(frozen=True)
class Taking:
    """An attempt with its items in their order."""

    attempt: Attempt
    items: tuple[Asked, ...]

    @property
    def debate(self) -> Debate:
        return self.attempt.quiz.summary.debate

    @property
    def waiting(self) -> list[Asked]:
        """Those that can still be answered."""
        return [one for one in self.items if one.answer is None and not one.gone]

    @cached_property
    def viewpoints(self) -> dict[str, Badge]:
        """By public id. Two queries, once."""
        return viewpoints_of(self.debate)

    def at(self, number: int) -> Asked | None:
        return self.items[number - 1] if 0 < number <= len(self.items) else None


def viewpoints_of(debate: Debate) -> dict[str, Badge]:
    """Those that a taker may declare, by public id, in the order of letters. Two queries."""
    found = {
        badge.public_id: badge
        for badge in badges(debate.viewpoints.values_list("pk", flat=True)).values()
    }
    return {one: found[one] for one in labels.viewpoints_of(debate) if one in found}


def attempt(token: str) -> Attempt | None:
    """One query."""
    rows = Attempt.objects.select_related("quiz__summary__debate")
    return rows.filter(token=token).first()


def question_of(taking: Taking) -> QuestionWording:
    """The debate's question as it is worded now. Three queries."""
    found = questions.asked(taking.debate.slug)
    if found is None:
        raise LookupError(taking.debate.slug)
    return found


def taking(token: str) -> Taking | None:
    """Four queries."""
    row = attempt(token)
    if row is None:
        return None
    rows = Item.objects.filter(quiz=row.quiz, public_id__in=row.items)
    items = {one.public_id: one for one in rows.select_related("version__summary__debate")}
    answers = {answer.item_id: answer for answer in row.answers.all()}
    open_ones = {item.pk for item in readable(items.values())}
    return Taking(
        row,
        tuple(
            _asked(number, items[public_id], answers.get(items[public_id].pk), open_ones)
            for number, public_id in enumerate(row.items, 1)
        ),
    )


def is_askable(item: Item) -> bool:
    """Whether it is in the quiz and every word of it can be read. One query."""
    return item.state == ItemState.LIVE and bool(readable([item]))


def sentences(item: Item, content: Content) -> list[Sentence]:
    """The sentences on which an item's key rests; without those that cannot be read. One query."""
    version = item.version
    page = addresses.version(version.summary.debate.slug, version.number)
    wanted = {source.statement: source for source in content.sources}
    rows = version.statements.filter(statement__in=wanted).select_related("text")
    found = []
    for row in rows.order_by("order"):
        if not row.text.is_open:
            continue
        source, words = wanted[row.statement], row.text.words
        start, end = _place(words, source.exact, source.prefix, source.suffix)
        found.append(
            Sentence(
                before=words[:start],
                marked=words[start:end],
                after=words[end:],
                url=f"{page}#s-{row.statement}",
                version=version.number,
            )
        )
    return found


def _asked(number: int, item: Item, answer: Answer | None, open_ones: set[int]) -> Asked:
    there = item.state == ItemState.LIVE and item.pk in open_ones
    return Asked(
        number=number,
        item=item,
        content=from_plain(item.content),
        answer=answer,
        # What was answered before it left stays in the taker's result, unless its words may not be shown.
        gone=not there and (answer is None or item.pk not in open_ones),
    )


def _place(words: str, exact: str, prefix: str, suffix: str) -> tuple[int, int]:
    try:
        found = selectors.find(words, exact, prefix=prefix, suffix=suffix)
    except Refusal:
        return 0, 0
    return found.start, found.end
