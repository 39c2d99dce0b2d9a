"""The document of a quiz item: its words, its key, the sentences it rests on (``spec/quizzes.md`` §1)."""

from collections.abc import Mapping
from typing import Any

from college_verify.documents import Documents
from college_verify.fields import is_commitment, is_id
from college_verify.findings import Broken, shown

FORMAT = "college-quiz-item-v1"
_KINDS = {"who", "match", "evidence", "granted", "unanswered", "estimate", "true-false"}
_WORDS = ("stem", "explanation", "viewpoint")
_LISTS = ("options", "key", "prompts", "sources")
_MEMBERS = {"v", "item", "quiz", "version", "kind", "estimate", *_WORDS, *_LISTS}
_OF_SOURCE = {"statement", "text", "exact", "prefix", "suffix"}


class Item:
    """What an item's document says, once it has the form of the specification. Raises ``Broken``.

    ``sources``: by statement, the commitment of its text.
    """

    def __init__(self, value: Any, told: Mapping[str, Any]) -> None:
        if value.keys() != _MEMBERS or str(value["kind"]) not in _KINDS:
            raise Broken("its document has not the members of an item's")
        for name in ("item", "quiz", "version", "viewpoint"):
            if value[name] != told[name]:
                raise Broken(f"its document is of the {name} {shown(value[name])}")
        if not all(isinstance(value[name], str) for name in _WORDS):
            raise Broken("its document has no words where words belong")
        if not all(isinstance(value[name], list) for name in _LISTS):
            raise Broken("its document has no list where a list belongs")
        _check_key(value)
        if not value["sources"]:
            raise Broken("its key rests on no words")
        self._quoted: list[dict[str, str]] = [_source(one) for one in value["sources"]]
        self.sources = {one["statement"]: one["text"] for one in self._quoted}

    def is_stale(self, standing: Mapping[str, str]) -> bool:
        """Whether a sentence is gone from a version, or says something else in it."""
        return any(standing.get(name) != text for name, text in self.sources.items())

    def check_sources(self, standing: Mapping[str, str], documents: Documents) -> bool:
        """Whether the words that it quotes could all be read. ``standing``: each statement's text in its
        version. Raises ``Broken`` if they say something else."""
        for name, text in self.sources.items():
            if standing.get(name) != text:
                raise Broken(f"its version has no sentence {shown(name)} with that text")
        texts = dict.fromkeys(text for text in self.sources.values() if documents.is_open(text))
        words = dict(documents.texts(texts))
        for one in self._quoted:
            quoted = one["prefix"] + one["exact"] + one["suffix"]
            if one["text"] in words and (not one["exact"] or quoted not in words[one["text"]]):
                raise Broken(f"the sentence {shown(one['statement'])} has not the words it quotes")
        return len(words) == len(set(self.sources.values()))


def _check_key(value: Mapping[str, Any]) -> None:
    """Whether the key names answers that there are, and not all of them where some are to be chosen."""
    key, options, kind = value["key"], value["options"], value["kind"]
    if not all(type(number) is int and 0 <= number < len(options) for number in key):
        raise Broken("its key names no option")
    if kind == "match":
        holds = len(key) == len(value["prompts"]) > 0
    elif kind == "estimate":
        holds = not key and not options and isinstance(value["estimate"], dict)
    else:
        holds = 0 < len(key) < len(options) and key == sorted(set(key))
    if not holds:
        raise Broken("its key is none of an item of its kind")


def _source(value: Any) -> dict[str, str]:
    is_whole = isinstance(value, dict) and value.keys() == _OF_SOURCE
    if not is_whole or not all(isinstance(part, str) for part in value.values()):
        raise Broken("a source has not the members of one")
    if not is_id(value["statement"]) or not is_commitment(value["text"]):
        raise Broken("a source names no sentence")
    found: dict[str, str] = value
    return found
