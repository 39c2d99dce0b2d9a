"""The kinds of entries three times over: the specification, the verifier's table, the rooms' events."""

import re
from dataclasses import fields
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

import college
from college_verify import kinds
from college_verify.fields import HOLDS

ROOT = Path(__file__).resolve().parents[2]
_ROW = re.compile(r"\| *`?([a-z]+\.[a-z-]+\.[a-z-]+)`? *\|(.*)\|", re.ASCII)
#: How a type of the specification is written as a field of an event.
PYTHON = {"number": int, "flag": bool}
LISTS = {"ids", "commitments", "digests", "words"}


def specified():
    """Kind: name and type of each field, in order, as ``spec/entries.md`` tells."""
    told = {}
    for line in (ROOT / "spec" / "entries.md").read_text("utf-8").splitlines():
        if row := _ROW.fullmatch(line.strip()):
            pairs = [
                part.split(":") for part in row[2].strip().strip("`").split(",") if ":" in part
            ]
            assert row[1] not in told, f"{row[1]} is specified twice"
            told[row[1]] = {name.strip(" `"): type_.strip(" `") for name, type_ in pairs}
    return told


def events():
    """Every event class of every room."""
    rooms = sorted(p.name for p in Path(college.__file__).parent.iterdir() if p.is_dir())
    named = (f"college.{room}.events" for room in rooms)
    return [
        e for name in named if find_spec(name) for e in getattr(import_module(name), "EVENTS", ())
    ]


def test_the_verifier_knows_exactly_the_kinds_specified():
    mine = {kind: kinds.fields(kind) for kind in kinds.KINDS}
    assert mine == specified()
    assert {kind: list(f) for kind, f in mine.items()} == {
        k: list(f) for k, f in specified().items()
    }


def test_every_specified_type_is_one_the_verifier_can_judge():
    for kind, told in specified().items():
        assert set(told.values()) <= HOLDS.keys(), kind


def test_every_event_of_every_room_has_exactly_the_fields_specified():
    told = specified()
    known = {event.kind: [f.name for f in fields(event)] for event in events()}
    assert len(known) == len(events()), "two events of one kind"
    assert known == {kind: list(told[kind]) for kind in told}


def test_every_event_has_fields_of_the_types_specified():
    told = specified()
    for event in events():
        hints = get_type_hints(event)
        for name, type_ in told.get(event.kind, {}).items():
            must = tuple if type_ in LISTS else PYTHON.get(type_, str)
            assert must in _plain(hints[name]), (
                f"{event.kind}: {name} is {hints[name]}, not {type_}"
            )
            assert _plain(hints[name]) == {must}, f"{event.kind}: {name} may be something else"


def _plain(hint):
    """The plain types a hint allows: ``tuple[str, ...]`` is a tuple, an enum of words a str."""
    if isinstance(hint, UnionType) or get_origin(hint) is Union:
        return set().union(*map(_plain, get_args(hint)))
    origin = get_origin(hint) or hint
    if isinstance(origin, type) and issubclass(origin, str):
        return {str}
    return {origin}
