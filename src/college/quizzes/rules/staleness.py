"""Whether the words that a key rests on still stand: keys die with their words."""

from collections.abc import Mapping

from college.quizzes.rules.content import Content


def is_stale(content: Content, standing: Mapping[str, str]) -> bool:
    """Whether a source is gone, or says something else now.

    ``standing``: of the newest certified version, by a statement's id the commitment of its text, where that
    can be read.
    """
    return any(standing.get(source.statement) != source.text for source in content.sources)
