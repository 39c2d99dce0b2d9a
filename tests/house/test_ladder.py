"""The ladder: every import goes down; rules are pure; the verifier stands alone; files stay small."""

import ast
import sys
from collections.abc import Iterator

import pytest

from tests.house.reading import SRC, Module, is_called, modules

LADDER = [
    "ground",
    "record",
    "people",
    "committees",
    "administration",
    "debates",
    "opinion",
    "summaries",
    "quizzes",
    "evaluation",
    "exchange",
    "clockwork",
    "web",
    "cli",
    "config",  # beside the house: it knows every room, and only the top leans on it
]
#: Rooms that may lean on ``config``, which stands beside.
_USERS_OF_CONFIG = {"cli", "config"}
#: What rules, events and ``ground`` may know beyond the language itself.
_PURE_LIBRARIES = {
    *("rfc8785", "cryptography", "markdown_it", "nh3", "numpy", "scipy", "py_arkworks_bls12381"),
    *("rapidfuzz", "regex"),
}
#: Clock, chance, world: what a rule gets as an argument or not at all.
_IMPURE = {
    *("time", "random", "secrets", "uuid", "os", "subprocess", "socket", "tempfile", "threading"),
    *("gettext", "locale", "logging", "urllib.request", "http"),
}
#: What is committed, drawn with or signed has one spelling, which every room's rules may ask for.
_RULES_OF_BYTES = ("college.record.rules.canonical.", "college.record.rules.commitment.")
_CLOCK_CALLS = {"now", "today", "utcnow"}
_VERIFIER_LIBRARIES = {"cryptography"}
_MOST_LINES = 300
_FORBIDDEN_NAMES = {"utils", "util", "common", "helpers", "helper", "misc", "shared", "admin"}
#: The record writes its own files; publishing decides when: pages first, the checkpoint last.
_WRITERS_OF_FILES = {("college.web.publish", "college.record.actions.files")}
#: DESIGN: no import inside a function. None is excepted today; one that is needs its reason here.
_DEFERRED: dict[str, str] = {}


def _of_college() -> list[Module]:
    return [m for m in modules() if m.parts[0] == "college"]


def _rules_and_events() -> list[Module]:
    return [m for m in _of_college() if m.layer in {"rules", "events"}]


def _none(found: Iterator[str] | list[str]) -> None:
    lines = sorted(set(found))
    assert not lines, "\n" + "\n".join(lines)


def _imported_room(name: str) -> str | None:
    parts = name.split(".")
    return parts[1] if parts[0] == "college" and len(parts) > 1 else None


def test_every_room_has_its_step() -> None:
    rooms = {p.name for p in (SRC / "college").iterdir() if (p / "__init__.py").exists()}
    assert rooms <= set(LADDER)


def test_every_import_goes_down() -> None:
    def upward(module: Module) -> Iterator[str]:
        for line, name in module.imports():
            room = _imported_room(name)
            if room is None or room == module.room:
                continue
            beside = room == "config" and module.room in _USERS_OF_CONFIG
            if not beside and LADDER.index(room) >= LADDER.index(module.room):
                yield f"{module.at(line)} {module.room} imports {name}"

    _none(found for m in _of_college() if m.room in LADDER for found in upward(m))


def test_no_room_uses_models_of_another() -> None:
    """Across rooms: actions, queries, permissions, rules, events. A foreign key is a string.

    The name of a model in a signature is harmless: it says what a function is given.
    """

    def reaching(module: Module) -> Iterator[str]:
        for line, name in module.imports(for_types=False):
            parts = name.split(".")
            another = parts[0] == "college" and parts[2:3] == ["models"] and parts[1] != module.room
            if another and module.runs(parts[-1]):
                yield f"{module.at(line)} {module.room} uses {name}"

    _none(found for m in _of_college() for found in reaching(m))


def test_rules_and_events_import_only_ground_and_their_own_rules() -> None:
    def strange(module: Module) -> Iterator[str]:
        own = f"college.{module.room}.{module.layer}."
        rules = f"college.{module.room}.rules."
        for line, name in module.imports():
            known = (own, rules, "college.ground.", *_RULES_OF_BYTES)
            if _imported_room(name) and not name.startswith(known):
                yield f"{module.at(line)} imports {name}"

    _none(found for m in _rules_and_events() for found in strange(m))


def test_rules_know_no_django_clock_luck_or_translation() -> None:
    def impure(module: Module) -> Iterator[str]:
        for line, name in module.imports():
            top = name.split(".")[0]
            known = top in sys.stdlib_module_names or top in _PURE_LIBRARIES or top == "college"
            if not known or any(name == i or name.startswith(f"{i}.") for i in _IMPURE):
                yield f"{module.at(line)} imports {name}"
        for node in module.nodes:
            if any(is_called(node, call) for call in _CLOCK_CALLS):
                yield f"{module.at(node.lineno)} reads a clock"  # type: ignore[attr-defined]

    _none(found for m in _rules_and_events() for found in impure(m))


def test_ground_knows_no_room_and_no_django() -> None:
    def above(module: Module) -> Iterator[str]:
        for line, name in module.imports():
            top = name.split(".")[0]
            own = name.startswith("college.ground")
            if not (own or top in sys.stdlib_module_names or top in _PURE_LIBRARIES):
                yield f"{module.at(line)} imports {name}"

    _none(found for m in _of_college() if m.room == "ground" for found in above(m))


def test_actions_read_no_clock() -> None:
    """The moment comes with the Act. ``web/acts.py``, the tick and the commands make it."""

    def reading(module: Module) -> Iterator[str]:
        for node in module.nodes:
            if any(is_called(node, call) for call in _CLOCK_CALLS):
                yield f"{module.at(node.lineno)}"  # type: ignore[attr-defined]

    lower = [m for m in _of_college() if m.room not in {"web", "cli", "clockwork", "config"}]
    _none(found for m in lower for found in reading(m))


def test_web_imports_no_models_and_never_writes_the_record_itself() -> None:
    def reaching(module: Module) -> Iterator[str]:
        for line, name in module.imports(for_types=False):
            parts = name.split(".")
            models = parts[0] == "college" and "models" in parts[2:3]
            orm = name.startswith(
                ("django.db.models", "django.db.connection", "django.db.transaction")
            )
            writes = name.startswith("college.record.actions")
            if (module.name, name.rpartition(".")[0]) in _WRITERS_OF_FILES:
                continue
            if models or orm or writes:
                yield f"{module.at(line)} imports {name}"
        for node in module.nodes:
            if isinstance(node, ast.Attribute) and node.attr == "objects":
                yield f"{module.at(node.lineno)} asks the database itself"

    _none(found for m in _of_college() if m.room == "web" for found in reaching(m))


def test_verifier_stands_alone_in_both_directions() -> None:
    def leaning(module: Module) -> Iterator[str]:
        for line, name in module.imports():
            top = name.split(".")[0]
            if module.room == "college_verify":
                allowed = {"college_verify", *_VERIFIER_LIBRARIES, *sys.stdlib_module_names}
            else:
                allowed = {top} - {"college_verify"}
            if top not in allowed:
                yield f"{module.at(line)} imports {name}"

    _none(found for m in modules() for found in leaning(m))


def test_no_import_is_deferred_into_a_function() -> None:
    def deferred(module: Module) -> Iterator[str]:
        for function in module.nodes:
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                for node in ast.walk(function):
                    if isinstance(node, ast.Import | ast.ImportFrom):
                        yield module.at(node.lineno)

    _none(found for m in modules() if m.name not in _DEFERRED for found in deferred(m))


def test_no_import_is_relative() -> None:
    def relative(module: Module) -> Iterator[str]:
        for node in module.nodes:
            if isinstance(node, ast.ImportFrom) and node.level:
                yield module.at(node.lineno)

    _none(found for m in modules() for found in relative(m))


def test_no_file_is_longer_than_anyone_reads() -> None:
    lengths = ((m, m.path.read_text("utf-8").count("\n")) for m in modules())
    _none(f"{m.at(n)} has {n} lines" for m, n in lengths if n > _MOST_LINES)


def test_no_file_is_named_for_nothing() -> None:
    _none(m.at(1) for m in modules() if m.parts[-1] in _FORBIDDEN_NAMES)


def test_no_signals() -> None:
    """An action names its effects in its own lines; no listener adds others."""
    _none(
        f"{m.at(line)} imports {name}"
        for m in _of_college()
        for line, name in m.imports()
        if name.startswith(("django.dispatch", "django.db.models.signals"))
    )


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.name)
def test_module_says_what_it_is_for(module: Module) -> None:
    empty = not module.tree.body
    config = module.parts[-1] in {"apps", "urls"}
    assert empty or config or ast.get_docstring(module.tree)
