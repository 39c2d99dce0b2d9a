"""Drafts that a version's own structure suggests: each sentence knows whose it is and what it rests on.

They are for people to edit, and go to nobody by themselves. The same version gives the same drafts; each
passes ``checks.check``, quotes its sentence, and has wrong answers that are other sides' own.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice

from college.ground.charter import Lengths
from college.ground.refusals import Refusal
from college.quizzes.rules.checks import check
from college.quizzes.rules.content import Content
from college.quizzes.rules.life import ItemKind
from college.quizzes.rules.proposing import FEWEST_SIDES, KINDS, Phrases, Side, Version
from college.quizzes.rules.sentences import Sentence

#: More at a time is no choice any more; whoever takes one sees another in its place.
_MOST_OF_A_KIND = 12


@dataclass(frozen=True, slots=True)
class Proposal:
    """``key`` names it on a page: kind and statement."""

    key: str
    content: Content


def propose(
    sentences: Sequence[Sentence],
    sides: Sequence[Side],
    phrases: Phrases,
    *,
    lengths: Lengths,
    used: Collection[tuple[ItemKind, str]] = (),
) -> list[Proposal]:
    """Every draft that the version suggests, by kind, viewpoints in turns. ``sides``: the debate's viewpoints
    in their order. ``used``: kinds with the statements that items of the quiz ask about already."""
    version = Version(sentences, [side for side in sides if side.name], phrases, lengths)
    if len(version.sides) < FEWEST_SIDES:
        return []
    statements = {one.statement: one for one in sentences}
    found: list[Proposal] = []
    for make in KINDS:
        fitting = (
            content
            for content in make(version)
            if (content.kind, content.sources[0].statement) not in used
            and _passes(content, version, statements)
        )
        found += [Proposal(_key(content), content) for content in islice(fitting, _MOST_OF_A_KIND)]
    return found


def _key(content: Content) -> str:
    return f"{content.kind}.{content.sources[0].statement}"


def _passes(content: Content, version: Version, statements: dict[str, Sentence]) -> bool:
    viewpoints = {side.viewpoint for side in version.sides}
    try:
        check(content, lengths=version.lengths, viewpoints=viewpoints, statements=statements)
    except Refusal:
        return False
    return True
