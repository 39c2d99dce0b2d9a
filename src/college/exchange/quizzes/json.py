"""The College's own format: everything that is public about the items of a quiz (spec/quiz-files.md)."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from college.exchange.limits import QUIZ_DEPTH
from college.exchange.quizzes.collecting import Gathering, Imported, WhyNot
from college.exchange.quizzes.questions import from_content, on_one_line
from college.exchange.quizzes.sheet import Sheet
from college.ground.refusals import Refusal
from college.quizzes.rules.content import Content, from_plain
from college.quizzes.rules.life import ItemKind

FORM = "college-quiz-v1"
# A text that does not end is one token too: it is not sought anew from each mark in it.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
_BLANKS = re.compile(r"[ \t\r\n]*")


def write(sheet: Sheet) -> bytes:
    """UTF-8, one line to a value, fields in the order of the specification."""
    items = [
        {
            "item": one.public_id,
            "document": one.document,
            "version": one.version,
            "url": one.url,
            **one.content.plain(),
        }
        for one in sheet.entries
    ]
    made = {
        "v": FORM,
        "quiz": sheet.public_id,
        "title": sheet.title,
        "url": sheet.url,
        "language": sheet.language,
        "category": sheet.category,
        "viewpoints": [
            {"viewpoint": side.public_id, "letter": side.letter, "name": side.name}
            for side in sheet.sides
        ],
        "items": items,
    }
    return json.dumps(made, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


@dataclass(frozen=True, slots=True)
class Found:
    """An item of a file; ``content`` is ``None`` where it is not as the specification has it."""

    line: int
    item: str
    content: Content | None


def read(text: str) -> Imported:
    """The items as questions. Raises Refusal ``exchange.quiz.malformed``, ``not-ours`` or ``too-many``, or
    ``exchange.file.nesting-too-deep``."""
    fields, found = contents(text)
    category = fields.get("category", "")
    names = _names(fields.get("viewpoints"))
    gathering = Gathering()
    for one in found:
        if one.content is None:
            gathering.leave(one.line, one.item, WhyNot.NOT_AS_DESCRIBED)
            continue
        question = from_content(one.content, name=one.item, viewpoint_names=names, link="")
        named = on_one_line(category) if isinstance(category, str) else ""
        gathering.add(one.line, replace(question, category=named))
    return gathering.done()


def contents(text: str) -> tuple[dict[str, Any], list[Found]]:
    """The fields of a file but its items; and its items as they were written."""
    text = text.removeprefix("\ufeff")
    _check_depth(text)
    fields: dict[str, Any] = {}
    items: list[Found] = []
    try:
        for name, at, value in _members(text):
            if name == "items":
                items = list(_items(text, at))
            fields[name] = value
    except json.JSONDecodeError as error:
        raise Refusal("exchange.quiz.malformed", line=error.lineno, column=error.colno) from error
    except ValueError as error:  # a number of more digits than Python reads
        raise Refusal("exchange.quiz.malformed", line=1, column=1) from error
    if fields.get("v") != FORM:
        raise Refusal("exchange.quiz.not-ours")
    fields.pop("items", None)
    return fields, items


def _members(text: str) -> Iterator[tuple[str, int, Any]]:
    """Name, place and value of each member of the outermost object."""
    at = _expect(text, 0, "{")
    if text[at : at + 1] == "}":
        return
    while True:
        name, at = _value(text, at)
        if not isinstance(name, str):
            raise json.JSONDecodeError("no name", text, at)
        at = _expect(text, at, ":")
        value, end = _value(text, at)
        yield name, at, value
        if text[end : end + 1] != ",":
            at = _expect(text, end, "}")
            if at < len(text):
                raise json.JSONDecodeError("more follows", text, at)
            return
        at = _expect(text, end, ",")


def _items(text: str, at: int) -> Iterator[Found]:
    """Each element of the list at a place, which is known to be well-formed."""
    if text[at : at + 1] != "[":
        return
    at = _expect(text, at, "[")
    line, counted = text.count("\n", 0, at) + 1, at
    while text[at : at + 1] not in ("]", ""):
        line, counted = line + text.count("\n", counted, at), at
        value, end = _value(text, at)
        item = value.get("item") if isinstance(value, dict) else ""
        name = on_one_line(item) if isinstance(item, str) else ""
        yield Found(line, name, _content(value))
        at = _expect(text, end, ",") if text[end : end + 1] == "," else end


def _value(text: str, at: int) -> tuple[Any, int]:
    """The value at a place, and the place behind it and its blanks."""
    value, end = _DECODER.raw_decode(text, at)
    return value, _past_blanks(text, end)


def _expect(text: str, at: int, mark: str) -> int:
    at = _past_blanks(text, at)
    if text[at : at + 1] != mark:
        raise json.JSONDecodeError(f"no {mark}", text, at)
    return _past_blanks(text, at + 1)


def _past_blanks(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    return found.end() if found else at


_DECODER = json.JSONDecoder()


def _check_depth(text: str) -> None:
    depth = 0
    for found in _TOKEN.finditer(text):
        mark = found[0]
        depth += (mark in "[{") - (mark in "]}")
        if depth > QUIZ_DEPTH:
            line = text.count("\n", 0, found.start()) + 1
            raise Refusal("exchange.file.nesting-too-deep", line=line, limit=QUIZ_DEPTH)


def _names(viewpoints: object) -> dict[str, str]:
    rows = viewpoints if isinstance(viewpoints, list) else []
    return {
        row["viewpoint"]: row["name"]
        for row in rows
        if isinstance(row, dict) and _are(row, str, "viewpoint", "name")
    }


def _content(value: object) -> Content | None:
    """The content of an item whose fields are all there, of their types, and fit one another."""
    if not isinstance(value, dict) or not _is_item(value):
        return None
    known = {name: value[name] for name in _FIELDS}
    known["options"] = [_only(one, "words", "viewpoint") for one in value["options"]]
    known["sources"] = [_only(one, *_SOURCE) for one in value["sources"]]
    if value["estimate"] is not None:
        known["estimate"] = _only(value["estimate"], *_ESTIMATE)
    return from_plain(known)


_SOURCE = ("statement", "text", "exact", "prefix", "suffix")
_ESTIMATE = ("value", "tolerance", "unit")
_FIELDS = (
    "kind", "stem", "options", "key", "prompts", "estimate", "viewpoint", "explanation", "sources",
)  # fmt: skip


def _only(row: Mapping[str, str], *names: str) -> dict[str, str]:
    return {name: row[name] for name in names}


def _are(row: Mapping[str, object], form: type, *names: str) -> bool:
    return all(isinstance(row.get(name), form) for name in names)


def _is_item(value: Mapping[str, Any]) -> bool:
    if not _are(value, str, "kind", "stem", "viewpoint", "explanation"):
        return False
    if value["kind"] not in set(ItemKind) or "estimate" not in value:
        return False
    if not _are(value, list, "options", "key", "prompts", "sources"):
        return False
    rows = [(value["options"], ("words", "viewpoint")), (value["sources"], _SOURCE)]
    if value["estimate"] is not None:
        rows.append(([value["estimate"]], _ESTIMATE))
    for listed, names in rows:
        if not all(isinstance(one, dict) and _are(one, str, *names) for one in listed):
            return False
    return all(isinstance(one, str) for one in value["prompts"]) and _is_key(value)


def _is_key(value: Mapping[str, Any]) -> bool:
    """Numbers of options that there are; as many as prompts; and a number where one is asked for."""
    key, most = value["key"], len(value["options"])
    if not all(type(one) is int and 0 <= one < most for one in key):
        return False
    kind = ItemKind(value["kind"])
    if kind is ItemKind.MATCH and len(key) != len(value["prompts"]):
        return False
    if kind is ItemKind.TRUE_FALSE and (most != 2 or len(key) != 1):
        return False
    return (kind is ItemKind.ESTIMATE) == (value["estimate"] is not None)
