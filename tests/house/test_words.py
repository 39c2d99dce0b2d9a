"""Every refusal, event and enum that people meet has words, beside the pages of its room.

``web/<room>/words.py`` holds ``REFUSALS`` (code → sentence, or a function of the parameters),
``NOTICES`` (code → sentence), ``EVENTS`` (kind → sentence) and ``WORDS`` (enum → member → words).
"""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any

import pytest

from college.ground.events import Event
from tests.house.reading import Module, is_called, modules, string_constants
from tests.house.test_ladder import LADDER

_CODE = re.compile(rf"(?:{'|'.join(LADDER)})(?:\.[a-z][a-z0-9-]*){{2}}")
_PLACEHOLDER = re.compile(r"%\((\w+)\)")
#: Enums of rules that no page ever names, each with the reason.
_NEVER_SHOWN: dict[str, str] = {
    "committees.Party": "the public learns only that somebody is a party, never why",
}

_COLLEGE = [m for m in modules() if m.parts[0] == "college"]
_WORDS = {m.parts[2]: m for m in _COLLEGE if m.room == "web" and m.parts[3:] == ["words"]}


def _table(room: str, name: str) -> Mapping[Any, Any]:
    """A table of ``web/<room>/words.py``; empty where there is none."""
    if room not in _WORDS:
        return {}
    table: Mapping[Any, Any] = getattr(import_module(_WORDS[room].name), name, {})
    return table


@cache
def _calls(name: str) -> list[tuple[Module, ast.Call]]:
    return [
        (module, node)
        for module in _COLLEGE
        for node in module.nodes
        if isinstance(node, ast.Call) and is_called(node, name)
    ]


def _codes_of(call: ast.Call) -> set[str]:
    """The codes written in a call; a code that is handed on is found where it is written."""
    written = set().union(*map(string_constants, call.args)) if call.args else set()
    return {text for text in written if "." in text and " " not in text}


def _said(name: str) -> dict[str, str]:
    """The codes in calls of ``name``, with their places."""
    return {code: m.at(call.lineno) for m, call in _calls(name) for code in _codes_of(call)}


def _kinds() -> set[str]:
    return {event.kind for events in _events().values() for event in events}


def _events() -> dict[str, list[type[Event]]]:
    """Every event class by room; a class without a kind is only what several share."""
    found: dict[str, list[type[Event]]] = {}
    for module in _COLLEGE:
        if module.layer == "events" and module.room != "ground":
            for value in vars(import_module(module.name)).values():
                own = isinstance(value, type) and value.__module__ == module.name
                if own and issubclass(value, Event) and hasattr(value, "kind"):
                    found.setdefault(module.room, []).append(value)
    return found


@cache
def _handed() -> dict[str, str]:
    """Every text with the shape of a code that is not an event's kind, with its place."""
    found: dict[str, str] = {}
    for module in (m for m in _COLLEGE if m not in _WORDS.values()):
        for node in module.nodes:
            value = node.value if isinstance(node, ast.Constant) else None
            if isinstance(value, str) and _CODE.fullmatch(value):
                found.setdefault(value, module.at(node.lineno))  # type: ignore[attr-defined]
    return {code: place for code, place in found.items() if code not in _kinds()}


def _has_words(code: str, *tables: str) -> bool:
    room = code.split(".", maxsplit=1)[0]
    return any(code in _table(room, table) for table in tables)


def _complain(lines: Iterator[str]) -> None:
    found = sorted(set(lines))
    assert not found, "\n" + "\n".join(found)


def test_every_code_is_room_noun_reason() -> None:
    said = _said("Refusal") | _said("tell")
    _complain(f"{place} {code}" for code, place in said.items() if not _CODE.fullmatch(code))


@pytest.mark.parametrize(("name", "table"), [("Refusal", "REFUSALS"), ("tell", "NOTICES")])
def test_every_refusal_and_notice_has_words_in_its_room(name: str, table: str) -> None:
    said = _said(name).items()
    _complain(f"{place} {code}" for code, place in said if not _has_words(code, table))


def test_every_code_that_is_handed_on_has_words() -> None:
    """A rule may give a code back for its action to raise."""
    handed = _handed().items()
    _complain(f"{p} {code}" for code, p in handed if not _has_words(code, "REFUSALS", "NOTICES"))


@pytest.mark.parametrize("table", ["REFUSALS", "NOTICES"])
def test_no_words_are_kept_that_nobody_says(table: str) -> None:
    # A notice may bear the kind of the event it tells of.
    said = {
        *_said("Refusal"),
        *_said("tell"),
        *_handed(),
        *(_kinds() if table == "NOTICES" else ()),
    }
    rows = ((room, code) for room in _WORDS for code in _table(room, table))
    _complain(f"web/{room}/words.py {table} {code}" for room, code in rows if code not in said)


def test_every_refusal_gives_what_its_sentence_asks_for() -> None:
    def missing() -> Iterator[str]:
        for module, call in _calls("Refusal"):
            given = {k.arg for k in call.keywords}
            for code in _codes_of(call):
                sentence = _table(code.split(".")[0], "REFUSALS").get(code, "")
                wanted = set() if callable(sentence) else set(_PLACEHOLDER.findall(str(sentence)))
                if None not in given and wanted - given:
                    yield f"{module.at(call.lineno)} {code} lacks {sorted(wanted - given)}"

    _complain(missing())


def test_every_event_has_words_in_its_room() -> None:
    _complain(
        f"{event.__module__}.{event.__name__}: no words for {event.kind} in web/{room}/words.py"
        for room, events in _events().items()
        for event in events
        if event.kind not in _table(room, "EVENTS")
    )


def test_no_words_are_kept_for_an_event_that_does_not_exist() -> None:
    kinds = _kinds()
    _complain(
        f"web/{room}/words.py {k}"
        for room in _WORDS
        for k in _table(room, "EVENTS")
        if k not in kinds
    )


def test_every_event_stands_in_the_list_of_its_room() -> None:
    """``events.EVENTS`` is what the reference and the verifier's table are held against."""

    def missing() -> Iterator[str]:
        for room, events in _events().items():
            listed = import_module(f"college.{room}.events").EVENTS
            yield from (f"{e.__name__} is not in {room}.EVENTS" for e in events if e not in listed)

    _complain(missing())


@pytest.mark.parametrize("event", [e for events in _events().values() for e in events])
def test_event_is_a_frozen_dataclass_with_a_page(event: type[Event]) -> None:
    room = event.__module__.split(".")[1]
    assert is_dataclass(event)
    assert event.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert _CODE.fullmatch(event.kind)
    assert event.kind.split(".")[0] == room
    # A dataclass without a docstring is given its signature as one.
    assert event.__doc__
    assert not event.__doc__.startswith(f"{event.__name__}(")


def _enums() -> Iterator[tuple[str, type[Enum]]]:
    for module in _COLLEGE:
        if module.layer in {"rules", "models"}:
            for value in vars(import_module(module.name)).values():
                own = isinstance(value, type) and value.__module__ == module.name
                if own and issubclass(value, Enum):
                    yield module.room, value


def test_every_enum_member_has_words_in_its_room() -> None:
    def missing() -> Iterator[str]:
        for room, enum in _enums():
            if f"{room}.{enum.__name__}" in _NEVER_SHOWN:
                continue
            words = _table(room, "WORDS").get(enum, {})
            lacking = [member.name for member in enum if not str(words.get(member, ""))]
            if lacking:
                yield f"web/{room}/words.py WORDS[{enum.__name__}] lacks {', '.join(lacking)}"

    _complain(missing())


def test_no_two_enums_of_a_room_share_a_name() -> None:
    """Templates name an enum by its room and class: ``{% word kind "debates.Kind" %}``."""
    seen: dict[str, set[str]] = {}
    for room, enum in _enums():
        seen.setdefault(f"{room}.{enum.__name__}", set()).add(enum.__module__)
    _complain(f"{name}: {sorted(places)}" for name, places in seen.items() if len(places) > 1)
