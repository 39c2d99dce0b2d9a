"""The reference pages say what the code says. When one of these fails: ``make reference``."""

import ast

import pytest
from django.utils.translation import override

from college.config.environment import VARIABLES
from college.config.reference import PAGES
from tests.house.reading import ROOT, modules, string_constants


@pytest.mark.parametrize("name", PAGES)
def test_reference_is_fresh(name: str) -> None:
    page = ROOT / "docs" / "reference" / name
    with override("en"):
        made = PAGES[name]()
    assert page.exists(), "make reference"
    assert page.read_text("utf-8") == made, "make reference"


def test_commands_are_tried_through_their_program() -> None:
    """Click keeps the first `--help` that a command was asked with. One that is tried by itself lacks the
    program's `-h`, and then the page of commands is stale for the rest of the run."""
    astray = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / "tests").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "invoke"
        and not (isinstance(node.args[0], ast.Name) and node.args[0].id in {"college", "program"})
    ]
    assert astray == []


def test_environment_is_read_in_one_place() -> None:
    """``config/environment.py`` is the table of settings; no room looks into the environment."""
    readers = [
        m.at(node.lineno)
        for m in modules()
        if m.room not in {"config", "cli", "college_verify"}
        for node in m.nodes
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
    ]
    assert readers == []


def test_every_setting_is_used() -> None:
    config = [m for m in modules() if m.room in {"config", "cli"}]
    read = {
        s for m in config if not m.name.endswith("environment") for s in string_constants(m.tree)
    }
    assert {v.name for v in VARIABLES} - read <= {"COLLEGE_HOME"}  # home() reads that one
