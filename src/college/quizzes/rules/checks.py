"""What an item must look like before panels see it. Whether its key is right, panels say."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from college.ground.charter import Lengths
from college.ground.refusals import Refusal
from college.quizzes.rules import keys
from college.quizzes.rules.content import Content, Source
from college.quizzes.rules.life import ItemKind
from college.quizzes.rules.sentences import Sentence, folded
from college.quizzes.rules.shapes import MOST_PROMPTS, bounded, worded

#: From so many items on a test-taker would notice that the longest answer is the right one.
_ENOUGH_TO_TELL = 4
_FEWEST_OPTIONS = 2
_FEWEST_PROMPTS = 2
#: Shorter words stand in a question by chance.
_QUOTED = 4


class ItemWarning(StrEnum):
    """What makes an item easy to guess; its writer decides."""

    LONGEST_KEY = (
        "longest-key"  # the right answer is the longest, here and in most items of the quiz
    )
    ANSWER_IN_STEM = "answer-in-stem"
    NUMBER_NOT_QUOTED = (
        "number-not-quoted"  # the quoted words do not name the number in these digits
    )


def check(
    content: Content,
    *,
    lengths: Lengths,
    viewpoints: Collection[str],
    statements: Mapping[str, Sentence],
    beside: Sequence[Content] = (),
) -> list[ItemWarning]:
    """Refuse what cannot go to panels; what its writer should know of the rest.

    ``viewpoints``: public ids of those of the debate. ``statements``: of the version, by id. ``beside``:
    the other items of the quiz.
    """
    for lack in lacks(content, lengths=lengths, viewpoints=viewpoints, statements=statements):
        raise lack
    return warnings(content, beside)


def lacks(
    content: Content,
    *,
    lengths: Lengths,
    viewpoints: Collection[str],
    statements: Mapping[str, Sentence],
) -> list[Refusal]:
    """The first lack of each sort: in its size, its texts, its parts, its key, its sentences. A key is looked
    at once the parts are there that it speaks of."""
    size = _refusal(lambda: bounded(content))
    if size is not None:
        return [size]
    parts = _refusal(lambda: _parts(content))
    found = [_refusal(lambda: worded(content, lengths)), parts]
    if parts is None:
        found.append(
            _refusal(lambda: keys.check(content, viewpoints=viewpoints, statements=statements))
        )
    found.append(_refusal(lambda: _sources(content.sources, statements)))
    return [lack for lack in found if lack is not None]


def warnings(content: Content, beside: Sequence[Content] = ()) -> list[ItemWarning]:
    """What makes an item easy to guess. It may be unfinished."""
    found = []
    if key_is_longest(content) and longest_in_most([content, *beside]):
        found.append(ItemWarning.LONGEST_KEY)
    if _answer_in_stem(content):
        found.append(ItemWarning.ANSWER_IN_STEM)
    if _number_not_quoted(content):
        found.append(ItemWarning.NUMBER_NOT_QUOTED)
    return found


def on_version(content: Content, statements: Mapping[str, Sentence]) -> Content:
    """An item with those of its sources that can still be quoted, letter for letter, from a version."""
    kept = tuple(source for source in content.sources if _quotes(source, statements))
    return replace(content, sources=kept)


def key_is_longest(content: Content) -> bool:
    """Whether every right answer has more characters than every wrong one. Of a MATCH and of answers that
    are names (each of a viewpoint) nobody could choose the length."""
    if content.kind in {ItemKind.MATCH, ItemKind.ESTIMATE, ItemKind.TRUE_FALSE}:
        return False
    if all(option.viewpoint for option in content.options):
        return False
    right, wrong = _sorted_out(content)
    return bool(right and wrong) and min(map(len, right)) > max(map(len, wrong))


def longest_in_most(contents: Sequence[Content]) -> bool:
    """Whether the right answer is the longest in more than half of the items, four at least."""
    longest = sum(key_is_longest(content) for content in contents)
    return longest >= _ENOUGH_TO_TELL and 2 * longest > len(contents)


def _refusal(looks: Callable[[], None]) -> Refusal | None:
    """What a check refuses, to be told beside what others do."""
    try:
        looks()
    except Refusal as refusal:
        return refusal
    return None


def _parts(content: Content) -> None:
    """Refuse too few parts of what its kind has, and parts of another kind."""
    matches, estimates = content.kind is ItemKind.MATCH, content.kind is ItemKind.ESTIMATE
    if estimates:
        if content.options or content.key:
            raise Refusal("quizzes.item.estimate-with-options")
        if content.estimate is None:
            raise Refusal("quizzes.item.no-number")
    elif content.estimate is not None:
        raise Refusal("quizzes.item.number-elsewhere")
    elif len(content.options) < _FEWEST_OPTIONS:
        raise Refusal("quizzes.item.options-too-few", least=_FEWEST_OPTIONS)
    if matches and len(content.prompts) < _FEWEST_PROMPTS:
        raise Refusal("quizzes.item.prompts-too-few", least=_FEWEST_PROMPTS, most=MOST_PROMPTS)
    if not matches and content.prompts:
        raise Refusal("quizzes.item.prompts-elsewhere")
    _no_twins([option.words for option in content.options])
    _no_twins(list(content.prompts))


def _no_twins(several: Sequence[str]) -> None:
    """Refuse the same words twice: nobody could tell them apart."""
    seen: set[str] = set()
    for words in several:
        key = folded(words) or words
        if key in seen:
            raise Refusal("quizzes.item.same-twice", words=words)
        seen.add(key)


def _sources(sources: Sequence[Source], statements: Mapping[str, Sentence]) -> None:
    """Refuse a key that rests on no words, or on other words than those of the version."""
    if not sources:
        raise Refusal("quizzes.item.no-source")
    if len({(source.statement, source.exact) for source in sources}) < len(sources):
        raise Refusal("quizzes.item.source-twice")
    for source in sources:
        sentence = statements.get(source.statement)
        if sentence is None or not sentence.words:
            raise Refusal("quizzes.item.source-gone")
        if sentence.text != source.text:
            raise Refusal("quizzes.item.source-reworded")
        if not _quotes(source, statements):
            raise Refusal("quizzes.item.source-not-exact")


def _quotes(source: Source, statements: Mapping[str, Sentence]) -> bool:
    """Whether a source's words stand in its statement, which has the wording it names."""
    sentence = statements.get(source.statement)
    if sentence is None or sentence.text != source.text or not source.exact:
        return False
    return source.prefix + source.exact + source.suffix in sentence.words


def _sorted_out(content: Content) -> tuple[list[str], list[str]]:
    """The words of right and of wrong options."""
    right = [option.words for n, option in enumerate(content.options) if n in content.key]
    wrong = [option.words for n, option in enumerate(content.options) if n not in content.key]
    return right, wrong


def _answer_in_stem(content: Content) -> bool:
    """Whether the question has the words of a right answer in it, and of no wrong one."""
    if content.kind in {ItemKind.MATCH, ItemKind.ESTIMATE, ItemKind.TRUE_FALSE}:
        return False
    stem = folded(content.stem)
    right, wrong = ([folded(words) for words in some] for some in _sorted_out(content))
    quoted = any(len(words) >= _QUOTED and words in stem for words in right)
    return quoted and not any(words and words in stem for words in wrong)


def _number_not_quoted(content: Content) -> bool:
    """Whether none of the quoted words has the number's digits, spaces and signs between them aside."""
    if content.estimate is None or not content.sources:
        return False
    digits = _digits(content.estimate.value)
    return bool(digits) and not any(digits in _digits(one.exact) for one in content.sources)


def _digits(words: str) -> str:
    return "".join(c for c in words if c.isdecimal())
