"""What is committed holds no place of anybody's machine and no address of a package registry."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.house.reading import ROOT

_PLACE = re.compile(r"/(?:home|Users)/[A-Za-z]|/root/|/work/(?!flow)|[A-Z]:\\\\Users")
_REGISTRY = re.compile(
    r"(?:extra-)?index-url|find-links|file:///\S*(?:simple|wheel|mirror)|pypi\.org/simple|pythonhosted|registry\.npmjs"
)
_LOCKS = {"uv.lock", "pylock.toml", "poetry.lock", "Pipfile.lock", "package-lock.json"}
#: Speaks of these things in order to forbid them.
_EXCEPTED = {"tests/house/test_tree.py"}


def _tracked() -> list[str]:
    if not (ROOT / ".git").exists():
        pytest.fail("not a checkout: this test reads what git would hand on")
    line = ["git", "ls-files", "-z"]
    out = subprocess.run(line, cwd=ROOT, check=True, capture_output=True).stdout
    return [name for name in out.decode().split("\0") if name and name not in _EXCEPTED]


def _texts() -> list[tuple[str, str]]:
    paths = ((name, ROOT / name) for name in _tracked())
    return [(name, text) for name, p in paths if p.is_file() and (text := _text(p)) is not None]


def _text(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return None


def _found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number} {line.strip()[:120]}"
        for name, text in _texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_holds_a_place_of_a_machine() -> None:
    assert _found(_PLACE) == []


def test_no_file_holds_the_address_of_a_registry() -> None:
    found = [line for line in _found(_REGISTRY) if "--no-emit-index-url" not in line]
    assert found == []


def test_no_lock_file_that_would_name_its_registry() -> None:
    assert [name for name in _tracked() if Path(name).name in _LOCKS] == []


def test_every_requirement_is_pinned_with_hashes() -> None:
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        blocks = re.split(r"\n(?=[a-z0-9])", path.read_text("ascii"))
        loose = [b.split("\n")[0] for b in blocks if "==" not in b or "--hash=sha256:" not in b]
        assert loose == [], path.name


def test_what_is_pinned_is_installed_as_it_stands() -> None:
    """Asked what else they want, packages name extras that pip does not find, and it warns of them."""
    made = (ROOT / "Makefile").read_text("utf-8")
    (pinned,) = re.findall(r"^PINNED := (.*)", made, re.M)
    assert {"--require-hashes", "--no-deps"} <= set(pinned.split())
    lists = re.findall(r"^.*-r requirements/.*", made, re.M)
    assert len(lists) == 2
    assert all("$(PINNED)" in line for line in lists)
