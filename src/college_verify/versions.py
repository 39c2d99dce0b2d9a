"""A version's two documents: what it holds and what was counted (``spec/summaries.md`` sections 1, 3)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from college_verify import coverage
from college_verify.canonical import encode
from college_verify.contributions import Contributions, Scene
from college_verify.documents import Documents
from college_verify.fields import is_commitment, is_id
from college_verify.findings import Broken, shown

FORMAT = "college-summary-v1"
_SECTIONS = (
    "question",
    "terms",
    "holds",
    "granted",
    "disputed",
    "turns",
    "evidence",
    "open",
    "minds",
)
_BETWEEN_STATEMENTS, _BETWEEN_SECTIONS = 1, 2


@dataclass(frozen=True, slots=True)
class Version:
    """A version as it was told, with the debate as it then was. ``reasoned``: omissions with a reason."""

    index: int
    name: str
    summary: str
    debate: str
    number: int
    document: str
    coverage: str
    scene: Scene
    reasoned: frozenset[str]


class Document:
    """What a version's document says, once it has the form of the specification. Raises ``Broken``."""

    def __init__(self, value: Any, version: Version) -> None:
        _members(
            value,
            "the document",
            v=None,
            summary=None,
            debate=None,
            number=None,
            question=is_commitment,
            sections=None,
        )
        for name in ("summary", "debate", "number"):
            if not _same(value[name], getattr(version, name)):
                raise Broken(f"the document is of the {name} {shown(value[name])}")
        self.question: str = value["question"]
        self.sections: list[dict[str, Any]] = _list(value["sections"], "sections")
        for section in self.sections:
            _members(section, "a section", section=None, viewpoint=None, statements=None)
            for statement in _list(section["statements"], "statements"):
                _members(statement, "a statement", statement=is_id, text=is_commitment, links=None)
                for link in _list(statement["links"], "links"):
                    _members(link, "a link", contribution=is_id, text=is_commitment)
        self._check_sections(version.scene.viewpoints)
        self.names = [one["statement"] for one in self.statements()]
        if len(set(self.names)) != len(self.names):
            raise Broken("two of its statements have one id")

    def statements(self) -> Iterator[dict[str, Any]]:
        for section in self.sections:
            yield from section["statements"]

    def part(self, section: str, viewpoint: str) -> Any:
        """What a certificate is about: a viewpoint's statements, or all that it says (``form``)."""
        if section == "form":
            return self.sections
        return [
            s["statements"]
            for s in self.sections
            if (s["section"], s["viewpoint"]) == (section, viewpoint)
        ]

    @property
    def viewpoints(self) -> list[str]:
        return [s["viewpoint"] for s in self.sections if s["section"] == "holds"]

    def length(self, lengths: Mapping[str, int]) -> int:
        """Code points of the plain text, from those of the statements' texts."""
        parts = [
            sum(lengths[one["text"]] + _BETWEEN_STATEMENTS for one in section["statements"])
            - _BETWEEN_STATEMENTS
            for section in self.sections
            if section["statements"]
        ]
        return sum(part + _BETWEEN_SECTIONS for part in parts) - _BETWEEN_SECTIONS if parts else 0

    def _check_sections(self, viewpoints: list[str]) -> None:
        has = [(section["section"], section["viewpoint"]) for section in self.sections]
        must = [
            (kind, viewpoint)
            for kind in _SECTIONS
            for viewpoint in (viewpoints if kind == "holds" else [""])
        ]
        if has != must:
            raise Broken(
                "its sections are not those of a summary of these viewpoints, in their order"
            )


def check(
    version: Version, document: Document, debates: Contributions, worded: Mapping[str, int]
) -> None:
    """Every statement rests on wordings that were there. Raises ``Broken``.

    ``worded``: the texts that were told of the summary's sentences, with the first entry that did.
    """
    if document.question not in debates.questions[version.debate]:
        raise Broken("its question is no wording of the debate's question")
    for statement in document.statements():
        name = shown(statement["statement"])
        if worded.get(statement["text"], version.index) >= version.index:
            raise Broken(
                f"no earlier entry of the summary commits to the words of the statement {name}"
            )
        if not statement["links"]:
            raise Broken(f"the statement {name} has no link")
        linked = [link["contribution"] for link in statement["links"]]
        if len(set(linked)) != len(linked):
            raise Broken(f"the statement {name} links one contribution twice")
        for link in statement["links"]:
            wrong = debates.wrong_link(
                link["contribution"], link["text"], version.debate, version.index
            )
            if wrong:
                raise Broken(f"a link of the statement {name} {wrong}")


def recount(
    version: Version, document: Document, told: Any, words: Mapping[str, int] | None
) -> None:
    """The committed coverage is what follows from the entries. Raises ``Broken``: the first difference."""
    count = coverage.Count(version.scene, document.sections, words, version.reasoned)
    must = count.document(version.summary, version.number)
    if words is None:
        told = _without_space(told)
    if not _same(told, must):
        raise Broken(f"{_difference(told, must)}")


def _without_space(told: Any) -> Any:
    rows = told.get("viewpoints") if isinstance(told, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return told
    return told | {"viewpoints": [row | {"space": None} for row in rows]}


def _difference(told: Any, must: dict[str, Any]) -> str:
    if not isinstance(told, dict) or told.keys() != must.keys():
        return "the coverage has not exactly the members of its format"
    name = next(name for name in must if not _same(told[name], must[name]))
    if name == "omissions" or not isinstance(told[name], list):
        has = len(told[name]) if isinstance(told[name], list) else told[name]
        comes_to = len(must[name]) if name == "omissions" else must[name]
        return f"counted again, its {name} come to {shown(comes_to)}, not {shown(has)}"
    if len(told[name]) != len(must[name]):
        return f"it counts {len(told[name])} viewpoints, and there are {len(must[name])}"
    one, other = next(pair for pair in zip(told[name], must[name], strict=True) if not _same(*pair))
    if not isinstance(one, dict) or one.keys() != other.keys():
        return "a viewpoint in it has not exactly the members of its format"
    part = next(part for part in other if not _same(one[part], other[part]))
    side = shown(other["viewpoint"])
    return f"counted again, {part} of the viewpoint {side} comes to {other[part]}, not {shown(one[part])}"


def _same(one: Any, other: Any) -> bool:
    """Whether two values are spelt alike: to Python, true is 1."""
    return encode(one) == encode(other)


def _members(value: Any, what: str, **names: Any) -> None:
    """An object with exactly these members, each of its type where one is given. Raises ``Broken``."""
    if not isinstance(value, dict) or value.keys() != names.keys():
        raise Broken(f"{what} has not exactly the members {', '.join(names)}")
    for name, holds in names.items():
        if holds is not None and not holds(value[name]):
            raise Broken(f"{name} of {what} is {shown(value[name])}")


def _list(value: Any, what: str) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        raise Broken(f"its {what} are no list")
    return value


def words_of(
    document: Document, documents: Documents
) -> tuple[dict[str, int], dict[str, int]] | None:
    """Words and code points of every statement's text; ``None`` where not all are open. Raises ``Broken``."""
    wanted = {one["text"] for one in document.statements()}
    if not all(documents.is_open(commitment) for commitment in wanted):
        return None
    words, lengths = {}, {}
    for commitment, text in documents.texts(sorted(wanted)):
        words[commitment], lengths[commitment] = len(text.split()), len(text)
    return words, lengths
