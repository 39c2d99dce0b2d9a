"""The command line as people call it: real processes, a home of their own, exit status and sentences."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from college.cli.__main__ import college as program

pytestmark = pytest.mark.slow

COMMANDS = (
    "appoint",
    "check",
    "demo",
    "export",
    "found",
    "import",
    "publish",
    "serve",
    "simulate",
    "tick",
    "upgrade",
)
Run = Callable[..., subprocess.CompletedProcess[str]]
#: Entries of the first tick: the server is enrolled with its key, an epoch opens, the server commits.
FIRST_EPOCH = 4


def _running(home: Path) -> Run:
    """Runs ``college`` in a home, on SQLite, with nothing of the caller's settings."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("COLLEGE_", "DATABASE_URL"))}
    kept |= {"COLLEGE_HOME": str(home), "COLLEGE_URL": "https://college.example"}
    kept.pop("DJANGO_SETTINGS_MODULE", None)

    def run(
        *words: str, program: str = "college.cli", **settings: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", program, *words],
            env=kept | settings,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    return run


@pytest.fixture
def college(tmp_path: Path) -> Run:
    """``college`` where nothing is yet."""
    return _running(tmp_path / "home")


@pytest.fixture(scope="module")
def once_founded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home in which a College was founded, and what founding said. Making tables takes long: once."""
    home = tmp_path_factory.mktemp("founded") / "home"
    done = _running(home)("found", "--preset", "class", "--steward", "ada@example.org=Ada")
    assert (done.returncode, done.stderr) == (0, "")
    return home, done.stdout


@pytest.fixture
def founded(once_founded: tuple[Path, str], tmp_path: Path) -> Run:
    """``college`` where one was founded and nothing else has happened: a copy, to do anything with."""
    shutil.copytree(once_founded[0], tmp_path / "home")
    return _running(tmp_path / "home")


def test_found_says_what_stands_and_what_is_missing(once_founded: tuple[Path, str]) -> None:
    _home, said = once_founded
    assert "https://college.example" in said
    assert "college appoint" in said


def test_founded_college_is_ticked_checked_published_and_verified(
    founded: Run, tmp_path: Path
) -> None:
    ticked = founded("tick", "--json")
    assert ticked.returncode == 0
    assert json.loads(ticked.stdout)["size"] == 3 + FIRST_EPOCH

    checked = founded("check", "--json")
    assert checked.returncode == 0
    assert json.loads(checked.stdout) == {"faults": [], "warnings": []}

    out = tmp_path / "out"
    published = founded("publish", str(out))
    assert published.returncode == 0, published.stderr
    assert (out / "index.html").is_file()
    verified = founded(str(out), "--json", program="college_verify")
    assert verified.returncode == 0, verified.stdout


def test_appoint_adds_stewards_and_records_them(founded: Run) -> None:
    assert founded("appoint", "ben@example.org=Ben", "cleo@example.org=Cleo").returncode == 0
    assert json.loads(founded("tick", "--json").stdout)["size"] == 7 + FIRST_EPOCH
    again = founded("appoint", "ADA@example.org=Ada")
    assert again.returncode == 2
    assert "holds the office already" in again.stderr


def test_found_twice_says_so(founded: Run) -> None:
    again = founded("found", "--preset", "assembly")
    assert again.returncode == 2
    assert "A College stands here already" in again.stderr
    assert "Traceback" not in again.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("found", "--preset", "parliament"), "is not one of"),
        (("found", "--preset", "class", "--steward", "Ada"), "write ADDRESS=NAME"),
        (("serve",), "college found"),
        (("tick",), "college found"),
        (("publish", "out"), "college found"),
    ],
)
def test_bad_input_ends_in_a_sentence(college: Run, words: tuple[str, ...], sentence: str) -> None:
    done = college(*words)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_check_names_what_would_start_wrong(founded: Run, tmp_path: Path) -> None:
    (tmp_path / "home" / "keys" / "secret").chmod(0o644)
    (tmp_path / "home" / "keys" / "log.vkey").unlink()
    checked = founded("check", COLLEGE_DEMO="yes", COLLEGE_DEBUG="yes")
    assert checked.returncode == 1
    numbers = [line.split()[0] for line in checked.stdout.splitlines()]
    assert numbers == ["C003", "C005", "C006", "C007", "C101"]
    served = founded("serve", COLLEGE_DEMO="yes")
    assert served.returncode == 1
    assert "C006" in served.stderr


def test_settings_that_make_no_sense_are_refused(college: Run) -> None:
    assert "COLLEGE_DEMO must be yes or no" in college("check", COLLEGE_DEMO="maybe").stderr
    assert "DATABASE_URL must be" in college("check", DATABASE_URL="mysql://x/y").stderr


def test_demo_is_never_made_over_a_real_college(founded: Run) -> None:
    over = founded("demo", "--no-serve", COLLEGE_ORIGIN="college.example/log")
    assert over.returncode == 2
    assert "holds a real College" in over.stderr


def test_every_command_has_help() -> None:
    runner = CliRunner()
    assert sorted(program.commands) == sorted(COMMANDS)
    for command in COMMANDS:
        shown = runner.invoke(program, [command, "--help"])
        assert shown.exit_code == 0
        assert "--help" in shown.output
