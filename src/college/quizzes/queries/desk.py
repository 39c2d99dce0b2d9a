"""What the item desk is made of: the newest certified version, the items of its quiz, whose turn it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from college.debates.models import Debate
from college.debates.queries import viewpoints
from college.people.models import Member
from college.quizzes.models import Item, Quiz
from college.quizzes.queries import items, quizzes, sentences
from college.quizzes.rules.content import Content, from_plain
from college.quizzes.rules.life import ItemKind, ItemState
from college.quizzes.rules.proposing import Side
from college.quizzes.rules.sentences import Sentence
from college.summaries.models import Version
from college.summaries.queries import versions

#: What is out of the quiz for good: a sentence may be asked about again.
_OVER = frozenset({ItemState.DROPPED, ItemState.RETIRED})


@dataclass(frozen=True, slots=True)
class Named(Side):
    """A viewpoint with its letter."""

    letter: str


@dataclass(frozen=True, slots=True)
class Board:
    """``counts``: by viewpoint, how many items are in the quiz or before panels. ``mine``: the reader's own
    drafts. ``opened``: whatever went to panels. ``sides``: in the order of the debate's seed."""

    version: Version
    quiz: Quiz | None
    sentences: Sequence[Sentence]
    sides: Sequence[Named]
    counts: dict[str, int]
    mine: Sequence[Item]
    opened: Sequence[Item]

    @property
    def statements(self) -> dict[str, Sentence]:
        return {one.statement: one for one in self.sentences}

    @property
    def used(self) -> set[tuple[ItemKind, str]]:
        """Kinds with the statements that the reader's drafts and items of the quiz ask about first."""
        rows = [*self.mine, *(one for one in self.opened if one.state not in _OVER)]
        asked = ((ItemKind(row.kind), row.content["sources"]) for row in rows)
        return {(kind, sources[0]["statement"]) for kind, sources in asked if sources}

    def beside(self, item: Item | None = None) -> list[Content]:
        """The items of the quiz besides one."""
        rows = (one for one in self.opened if one.state not in _OVER and one != item)
        return [from_plain(row.content) for row in rows]


def board(debate: Debate, member: Member) -> Board | None:
    """``None`` until a version is certified. Fourteen queries at most, however many
    items and sentences."""
    version = versions.newest_certified(debate)
    if version is None:
        return None
    quiz = quizzes.of_debate(debate)
    return Board(
        version=version,
        quiz=quiz,
        sentences=sentences.of_version(version),
        sides=sides(debate),
        counts=quizzes.counts(quiz) if quiz else {},
        mine=items.drafts_of(member, quiz) if quiz else [],
        opened=items.opened(quiz) if quiz else [],
    )


def sides(debate: Debate) -> list[Named]:
    """The debate's viewpoints in the order of its seed; names are empty where they are gone. Two queries."""
    return [
        Named(one.viewpoint.public_id, one.wording.name.words, one.letter)
        for one in viewpoints.shown(debate)
        if one.is_admitted
    ]
