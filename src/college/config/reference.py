"""The reference pages, made from the code: ``python -m college.config.reference docs/reference``.

A setting, command, event or refusal is described where it is written; these pages only gather them.
``tests/house/test_reference.py`` fails when the pages in ``docs/reference`` are stale.
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields
from importlib import import_module
from inspect import cleandoc
from pathlib import Path
from typing import get_args

import click
import django
from django.utils.translation import override

from college.config.environment import VARIABLES
from college.ground.events import Event

_ROOMS = (
    "record",
    "people",
    "committees",
    "administration",
    "debates",
    "summaries",
    "quizzes",
    "exchange",
    "web",
)
_TYPES = {
    "str": "text",
    "int": "number",
    "bool": "yes or no",
    "tuple[str,...]": "list of text",
    "tuple[int,...]": "list of numbers",
    "int|None": "number or nothing",
    "str|None": "text or nothing",
}
_HEAD = "<!-- Made by `make reference`; edit the code, not this page. -->\n\n# {}\n\n{}\n"


def settings_page() -> str:
    head = _HEAD.format(
        "Settings", "All of them come from the environment; none is needed to try it."
    )
    rows = (f"## `{v.name}`\n\n{v.purpose}\nDefault: {_default(v.default)}.\n" for v in VARIABLES)
    return "\n".join([head, *rows])


def _default(text: str) -> str:
    return f"`{text}`" if text else "empty"


def commands_page() -> str:
    head = _HEAD.format("Commands", "What each command says of itself under `--help`.")
    main: click.Command = import_module("college.cli.__main__").college
    return "\n".join([head, *_command(main, "college", None)])


def _command(command: click.Command, name: str, parent: click.Context | None) -> Iterator[str]:
    wide = {"terminal_width": 90, "max_content_width": 90}
    context = click.Context(
        command, info_name=name, parent=parent, **(command.context_settings | wide)
    )
    yield f"## `{context.command_path}`\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None and not found.hidden:
                yield from _command(found, inner, context)


def events_page() -> str:
    head = _HEAD.format(
        "Events", "The kinds of entries in the record, and what each of them holds."
    )
    return "\n".join([head, *(_event(e) for room in _ROOMS for e in _events(room))])


def _events(room: str) -> tuple[type[Event], ...]:
    if not _has(room, "events"):
        return ()
    events: tuple[type[Event], ...] = import_module(f"college.{room}.events").EVENTS
    return events


def _event(event: type[Event]) -> str:
    held = "".join(f"- `{f.name}`: {_type(f.type)}\n" for f in fields(event))
    return f"## `{event.kind}`\n\n{_prose(event.__doc__)}\n\n{held}"


def _type(kind: object) -> str:
    """A field's type, whether it is written as a class, a generic or a string."""
    name = kind.__name__ if isinstance(kind, type) and not get_args(kind) else str(kind)
    return _TYPES.get(name.replace(" ", ""), name)


def refusals_page() -> str:
    head = _HEAD.format(
        "Refusals", "What the College may decline to do, by its code, in the words people read."
    )
    return "\n".join([head, *(line for room in _ROOMS for line in _refusals(room))])


def _refusals(room: str) -> Iterator[str]:
    if _has(f"web/{room}", "words"):
        words = import_module(f"college.web.{room}.words")
        for code, sentence in sorted(words.REFUSALS.items()):
            yield f"## `{code}`\n\n{_sentence(sentence)}\n"


def _sentence(sentence: object) -> str:
    """The sentence; one that depends on its parameters says so by its function's docstring."""
    return _prose(sentence.__doc__) if callable(sentence) else str(sentence)


def _prose(docstring: str | None) -> str:
    """A docstring as Markdown."""
    return cleandoc(docstring or "").replace("``", "`")


def _has(room: str, layer: str) -> bool:
    place = Path(__file__).parent.parent / room
    return (place / f"{layer}.py").exists() or (place / layer).is_dir()


PAGES: dict[str, Callable[[], str]] = {
    "settings.md": settings_page,
    "commands.md": commands_page,
    "events.md": events_page,
    "refusals.md": refusals_page,
}


def write(folder: Path) -> None:
    """Write every page into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    with override("en"):
        for name, page in PAGES.items():
            (folder / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "college.config.settings")
    django.setup()
    write(Path(sys.argv[1]))
