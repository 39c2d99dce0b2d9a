"""Sentences of a summary that its readers misread: a task for its editors."""

from dataclasses import dataclass

from college.debates.models import Debate
from college.quizzes.queries.quizzes import live, of_debate
from college.quizzes.queries.tallies import document, newest
from college.quizzes.rules.content import from_plain
from college.quizzes.rules.misreading import misread
from college.summaries.queries.statements import words_of
from college.summaries.queries.versions import newest_certified
from college.summaries.rules import addresses


@dataclass(frozen=True, slots=True)
class MisreadSentence:
    """``words`` of the sentence; ``stem``: what was asked about it. ``path`` leads to the sentence in the
    newest certified version."""

    words: str
    path: str
    item: str
    stem: str
    takers: int
    wrong: int


def misleading(debate: Debate) -> list[MisreadSentence]:
    """What most takers of the newest tally get wrong of items that are in the quiz, the worst first. One
    query without a tally, else seven."""
    quiz = of_debate(debate)
    figures = document(newest(quiz), "figures") if quiz is not None else None
    wrong = misread(figures) if figures is not None else []
    version = newest_certified(debate) if wrong else None
    if quiz is None or version is None:
        return []
    items = {item.public_id: from_plain(item.content) for item in live(quiz)}
    asked = [(one, items[one.item]) for one in wrong if one.item in items]
    statements = {source.statement for _one, content in asked for source in content.sources}
    words = words_of(version, statements)
    path = addresses.version(debate.slug, version.number)
    return [
        MisreadSentence(
            words=words[source.statement],
            path=f"{path}#s-{source.statement}",
            item=one.item,
            stem=content.stem,
            takers=one.takers,
            wrong=one.wrong,
        )
        for one, content in asked
        for source in content.sources
        if words.get(source.statement)
    ]
