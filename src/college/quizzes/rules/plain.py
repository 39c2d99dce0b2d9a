"""An item in plain words with its key, as panels read it: in signs where words would need a language."""

from college.quizzes.rules.content import Content
from college.quizzes.rules.life import ItemKind

_RIGHT, _WRONG, _LEADS_TO = "✓", "✗", "→"


def in_words(content: Content) -> str:
    """What is asked, each answer with whether it is right, the explanation, and the words of the summary that
    the key rests on; parts are parted by blank lines."""
    quoted = [f"“{source.exact}”" for source in content.sources]
    parts = [content.stem, "\n".join(_answers(content)), content.explanation, "\n".join(quoted)]
    return "\n\n".join(part for part in parts if part)


def _answers(content: Content) -> list[str]:
    if content.estimate is not None:
        number = content.estimate
        return [f"{_RIGHT} {number.value} ± {number.tolerance} {number.unit}".rstrip()]
    if content.kind is ItemKind.MATCH:
        pairs = zip(content.prompts, content.key, strict=True)
        return [f"{prompt} {_LEADS_TO} {content.options[at].words}" for prompt, at in pairs]
    return [
        f"{_RIGHT if number in content.key else _WRONG} {option.words}"
        for number, option in enumerate(content.options)
    ]
