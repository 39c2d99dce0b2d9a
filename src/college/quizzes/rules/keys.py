"""Whether a key can be the key: it names options there are, and says what the version itself says."""

from collections.abc import Collection, Mapping

from college.ground.refusals import Refusal
from college.quizzes.rules.content import Content
from college.quizzes.rules.life import ItemKind
from college.quizzes.rules.sentences import HOLDS, Sentence, argued_by, folded

#: Of these several options may be right, and the taker is told so.
SEVERAL_RIGHT = frozenset({ItemKind.GRANTED, ItemKind.EVIDENCE, ItemKind.UNANSWERED})
_TRUE_AND_FALSE = 2


def check(
    content: Content, *, viewpoints: Collection[str], statements: Mapping[str, Sentence]
) -> None:
    """Refuse a key that is none, that contradicts the version, or beside which another option is right."""
    _viewpoints(content, viewpoints)
    match content.kind:
        case ItemKind.ESTIMATE:
            return
        case ItemKind.MATCH:
            _matched(content, statements)
            return
    _of_options(content)
    match content.kind:
        case ItemKind.WHO:
            _who(content, statements)
        case ItemKind.GRANTED:
            _granted(content, statements)
        case ItemKind.TRUE_FALSE:
            _true_false(content)


def _viewpoints(content: Content, viewpoints: Collection[str]) -> None:
    """Refuse viewpoints that the debate does not have, and one named by two options."""
    named = [option.viewpoint for option in content.options if option.viewpoint]
    if any(named_one not in viewpoints for named_one in named):
        raise Refusal("quizzes.item.viewpoint-unknown")
    if content.viewpoint and content.viewpoint not in viewpoints:
        raise Refusal("quizzes.item.viewpoint-unknown")
    by_name = content.kind in {ItemKind.WHO, ItemKind.GRANTED, ItemKind.MATCH}
    if by_name and len(set(named)) < len(named):
        raise Refusal("quizzes.item.viewpoint-twice")


def _of_options(content: Content) -> None:
    """Refuse a key of no options, of options there are not, and several right ones where one is asked for."""
    if not content.key:
        raise Refusal("quizzes.item.no-key")
    if list(content.key) != sorted(set(content.key)):
        raise Refusal("quizzes.item.key-out-of-range")
    if content.key[0] < 0 or content.key[-1] >= len(content.options):
        raise Refusal("quizzes.item.key-out-of-range")
    if len(content.key) > 1 and content.kind not in SEVERAL_RIGHT:
        raise Refusal("quizzes.item.two-right")
    if len(content.key) == len(content.options):
        raise Refusal("quizzes.item.all-right")


def _who(content: Content, statements: Mapping[str, Sentence]) -> None:
    """The right option names the viewpoint that is asked about, in whose section the sentences stand; no
    other option names one that holds the very same."""
    right = content.options[content.key[0]].viewpoint
    if not right or right != content.viewpoint:
        raise Refusal("quizzes.item.key-names-none")
    arguing = argued_by(statements.values())
    for sentence in _found(content, statements):
        if sentence.section != HOLDS:
            continue
        argue = arguing.get(folded(sentence.words), frozenset())
        if right not in argue:
            raise Refusal("quizzes.item.key-elsewhere")
        if any(o.viewpoint in argue for o in content.options if o.viewpoint != right):
            raise Refusal("quizzes.item.two-right")


def _granted(content: Content, statements: Mapping[str, Sentence]) -> None:
    """Right are the viewpoints whose concessions the sentences rest on, where they rest on any."""
    granting: frozenset[str] = frozenset()
    for sentence in _found(content, statements):
        granting |= sentence.granted_by
    for number, option in enumerate(content.options):
        if not granting or not option.viewpoint:
            continue
        if option.viewpoint in granting and number not in content.key:
            raise Refusal("quizzes.item.two-right")
        if option.viewpoint not in granting and number in content.key:
            raise Refusal("quizzes.item.key-elsewhere")
    right = {content.options[number].viewpoint for number in content.key}
    if content.viewpoint and right - {""} and content.viewpoint not in right:
        raise Refusal("quizzes.item.key-names-none")


def _true_false(content: Content) -> None:
    if len(content.options) != _TRUE_AND_FALSE:
        raise Refusal("quizzes.item.not-true-false")
    if any(option.viewpoint for option in content.options):
        raise Refusal("quizzes.item.not-true-false")


def _matched(content: Content, statements: Mapping[str, Sentence]) -> None:
    """One option for each prompt; a sentence of a viewpoint's section belongs to that viewpoint alone."""
    if content.viewpoint:
        raise Refusal("quizzes.item.match-of-one")
    if len(content.key) != len(content.prompts) or min(content.key) < 0:
        raise Refusal("quizzes.item.key-incomplete")
    if max(content.key) >= len(content.options):
        raise Refusal("quizzes.item.key-out-of-range")
    arguing = argued_by(statements.values())
    for prompt, number in zip(content.prompts, content.key, strict=True):
        argue = arguing.get(folded(prompt), frozenset())
        named = {option.viewpoint for option in content.options} & argue
        if len(named) > 1:
            raise Refusal("quizzes.item.two-right")
        chosen = content.options[number].viewpoint
        if chosen and argue and chosen not in argue:
            raise Refusal("quizzes.item.key-elsewhere")


def _found(content: Content, statements: Mapping[str, Sentence]) -> list[Sentence]:
    rows = (statements.get(source.statement) for source in content.sources)
    return [row for row in rows if row is not None]
