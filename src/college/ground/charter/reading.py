"""Read a charter from TOML: whole, or the lines that are to change; refused with line and reason."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from college.ground.charter.changes import plain
from college.ground.charter.consistency import check
from college.ground.charter.document import Charter, sections
from college.ground.charter.faults import CharterError, Fault
from college.ground.charter.sections import Preset

DEFAULT_FILE = Path(__file__).parent.parent.parent / "charter.toml"
_DURATION = re.compile(r"([1-9]\d{0,5}) (minutes?|hours?|days?)")
_TABLE = re.compile(r"\s*\[([^\[\]]+)\]")
_KEY = re.compile(r"\s*([A-Za-z0-9_.\"' -]+?)\s*=")
_SYNTAX_LINE = re.compile(r"\(at line (\d+)")


def load(preset: Preset, file: Path | None = None) -> Charter:
    """The charter of a preset, read from a file; ``CharterError`` names what is wrong in it, and where."""
    file = file or DEFAULT_FILE
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CharterError(file.name, Fault.NOT_READABLE) from error
    given = _parsed(text, file.name)
    where = _lines(text)
    places = (f"presets.{preset.value}.", "charter.", "")
    try:
        return _whole_charter(preset, given)
    except CharterError as error:
        raise error.at(file.name, _line(where, error.setting, places)) from error


def amended(charter: Charter, text: str, *, name: str = "charter.toml") -> Charter:
    """The charter with the settings changed that ``text`` names: ``[clocks]``, then ``open = "30 days"``.

    Names may stand under ``[charter.clocks]`` as in ``charter.toml`` too. The preset stays.
    """
    given = _parsed(text, name)
    lines = {**given.pop("charter", {}), **given}
    where = _lines(text)
    try:
        new = _built(charter.preset, _merged(plain(charter), lines))
    except CharterError as error:
        raise error.at(name, _line(where, error.setting, ("charter.", ""))) from error
    return new


def _whole_charter(preset: Preset, given: dict[str, Any]) -> Charter:
    presets = given.get("presets", {})
    known = {"charter": None, "presets": None}
    _known("", given, known)
    _known("presets.", presets, {p.value: None for p in Preset})
    return _built(preset, _merged(given.get("charter", {}), presets.get(preset.value, {})))


def _known(prefix: str, given: Mapping[str, object], names: Mapping[str, object]) -> None:
    for name in given:
        if name not in names:
            raise CharterError(prefix + name, Fault.UNKNOWN)


def _built(preset: Preset, given: dict[str, Any]) -> Charter:
    charter = Charter(preset=preset, **sections(given, clocks=_duration, number=_whole, flag=_flag))
    check(charter)
    return charter


def _merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """``base`` with what ``over`` says in its place, table by table."""
    merged = dict(base)
    for name, value in over.items():
        both = isinstance(value, dict) and isinstance(merged.get(name), dict)
        merged[name] = _merged(merged[name], value) if both else value
    return merged


def _parsed(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _SYNTAX_LINE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise CharterError("TOML", Fault.NOT_READABLE, file=name, line=line) from error


def _lines(text: str) -> dict[str, int]:
    """Where each table and key stands, by its dotted name; lines from 1."""
    found: dict[str, int] = {}
    for name, number in _named_lines(text):
        found.setdefault(name, number)
    return found


def _named_lines(text: str) -> Iterator[tuple[str, int]]:
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if head := _TABLE.match(line):
            table = head[1].strip() + "."
            for end in (i for i, letter in enumerate(table) if letter == "."):
                yield table[:end], number
        elif key := _KEY.match(line):
            yield table + key[1].strip().strip("\"'"), number


def _line(where: Mapping[str, int], setting: str, places: tuple[str, ...]) -> int:
    """The line of a setting, else of the table it belongs in; 0 where neither stands in the text."""
    while setting:
        for place in places:
            if place + setting in where:
                return where[place + setting]
        setting = setting.rpartition(".")[0]
    return 0


def _flag(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise CharterError(name, Fault.NOT_A_FLAG, detail=repr(value))
    return value


def _duration(name: str, value: object) -> timedelta:
    match = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise CharterError(name, Fault.NOT_A_DURATION, detail=repr(value))
    number, unit = int(match[1]), match[2].rstrip("s") + "s"
    return timedelta(**{unit: number})


def _whole(name: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise CharterError(name, Fault.NOT_A_NUMBER, detail=repr(value))
    return value
