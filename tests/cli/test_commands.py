"""The command line as people call it: real processes, a home of their own, exit status and sentences."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from college.cli.__main__ import college as program

pytestmark = pytest.mark.slow

COMMANDS = ("appoint", "check", "demo", "found", "import", "publish", "serve", "simulate", "tick", "upgrade")
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def college(tmp_path: Path) -> Run:
    """Runs ``college`` with a home of its own, on SQLite, with nothing of the caller's settings."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("COLLEGE_", "DATABASE_URL"))}
    kept |= {"COLLEGE_HOME": str(tmp_path / "home"), "COLLEGE_URL": "https://college.example"}
    kept.pop("DJANGO_SETTINGS_MODULE", None)

    def run(*words: str, program: str = "college.cli", **settings: str) -> Run:
        return subprocess.run(
            [sys.executable, "-m", program, *words],
            env=kept | settings,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


#: Entries of the first tick: the server is enrolled with its key, an epoch opens, the server commits.
FIRST_EPOCH = 4


def test_found_check_tick_publish_and_verify(college: Run, tmp_path: Path) -> None:
    founded = college("found", "--preset", "class", "--steward", "ada@example.org=Ada")
    assert (founded.returncode, founded.stderr) == (0, "")
    assert "https://college.example" in founded.stdout

    ticked = college("tick", "--json")
    assert ticked.returncode == 0
    assert json.loads(ticked.stdout)["size"] == 3 + FIRST_EPOCH

    checked = college("check", "--json")
    assert checked.returncode == 0
    assert json.loads(checked.stdout) == {"faults": [], "warnings": []}

    out = tmp_path / "out"
    published = college("publish", str(out))
    assert published.returncode == 0, published.stderr
    assert (out / "index.html").is_file()
    verified = college(str(out), "--json", program="college_verify")
    assert verified.returncode == 0, verified.stdout


def test_appoint_adds_a_steward_and_records_it(college: Run) -> None:
    founded = college("found", "--preset", "class")
    assert "college appoint" in founded.stdout
    assert college("appoint", "ada@example.org=Ada", "ben@example.org=Ben").returncode == 0
    assert json.loads(college("tick", "--json").stdout)["size"] == 5 + FIRST_EPOCH
    again = college("appoint", "ADA@example.org=Ada")
    assert again.returncode == 2
    assert "holds the office already" in again.stderr


def test_found_twice_says_so(college: Run) -> None:
    assert college("found", "--preset", "assembly").returncode == 0
    again = college("found", "--preset", "assembly")
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


def test_check_names_what_would_start_wrong(college: Run, tmp_path: Path) -> None:
    assert college("found", "--preset", "class").returncode == 0
    (tmp_path / "home" / "keys" / "secret").chmod(0o644)
    (tmp_path / "home" / "keys" / "log.vkey").unlink()
    checked = college("check", COLLEGE_DEMO="yes", COLLEGE_DEBUG="yes")
    assert checked.returncode == 1
    numbers = [line.split()[0] for line in checked.stdout.splitlines()]
    assert numbers == ["C003", "C005", "C006", "C007", "C101"]
    served = college("serve", COLLEGE_DEMO="yes")
    assert served.returncode == 1
    assert "C006" in served.stderr


def test_settings_that_make_no_sense_are_refused(college: Run) -> None:
    assert "COLLEGE_DEMO must be yes or no" in college("check", COLLEGE_DEMO="maybe").stderr
    assert "DATABASE_URL must be" in college("check", DATABASE_URL="mysql://x/y").stderr


def test_demo_is_made_once_and_never_over_a_real_college(college: Run) -> None:
    assert college("found", "--preset", "class").returncode == 0
    over = college("demo", "--no-serve", COLLEGE_ORIGIN="college.example/log")
    assert over.returncode == 2
    assert "holds a real College" in over.stderr


def test_every_command_has_help() -> None:
    runner = CliRunner()
    assert sorted(program.commands) == sorted(COMMANDS)
    for command in COMMANDS:
        shown = runner.invoke(program, [command, "--help"])
        assert shown.exit_code == 0
        assert "--help" in shown.output
