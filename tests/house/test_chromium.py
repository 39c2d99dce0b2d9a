"""Where journeys find their browser: each way in its turn, and the line to type when none is left."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house.reading import ROOT

Look = Callable[..., "subprocess.CompletedProcess[str]"]


def _program(file: Path, script: str = "") -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return file


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """Runs the search on a machine whose programs are those in ``tmp_path/bin``, without network."""

    def run(**given: str) -> "subprocess.CompletedProcess[str]":
        kept = {name: os.environ[name] for name in ("HOME", "TMPDIR") if name in os.environ}
        environment = kept | {
            "PATH": str(tmp_path / "bin"),
            "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "none"),
            "PLAYWRIGHT_DOWNLOAD_HOST": "http://127.0.0.1:9",
        }
        line = [sys.executable, "-m", "tests.plugins.chromium"]
        return subprocess.run(
            line, cwd=ROOT, env=environment | given, capture_output=True, text=True, check=False
        )

    return run


def test_chromium_that_was_named_comes_before_the_path(tmp_path: Path, look: Look) -> None:
    _program(tmp_path / "bin" / "chromium")
    named = _program(tmp_path / "own" / "mine")
    assert look(COLLEGE_CHROMIUM=str(named)).stdout.strip() == str(named)


def test_chromium_on_the_path_is_found(tmp_path: Path, look: Look) -> None:
    there = _program(tmp_path / "bin" / "chromium")
    assert look().stdout.strip() == str(there)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root installs a package")
def test_chromium_is_installed_from_debian_by_root(tmp_path: Path, look: Look) -> None:
    there = tmp_path / "bin" / "chromium"
    install = f'[ "$1" = update ] || {{ echo > {there}; /bin/chmod +x {there}; }}'
    _program(tmp_path / "bin" / "apt-get", install)
    assert look().stdout.strip() == str(there)


@pytest.mark.slow
def test_without_any_chromium_it_fails_with_the_line_to_type(look: Look) -> None:
    found = look()
    assert found.returncode == 1
    assert found.stdout == ""
    assert "sudo apt-get install chromium" in found.stderr


def test_chromium_named_wrongly_is_no_reason_to_take_another(tmp_path: Path, look: Look) -> None:
    _program(tmp_path / "bin" / "chromium")
    found = look(COLLEGE_CHROMIUM="/nowhere/chromium")
    assert found.returncode == 1
    assert "/nowhere/chromium" in found.stderr
