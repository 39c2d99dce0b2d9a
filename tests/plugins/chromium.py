"""Where Chromium is, and how to get it: ``python -m tests.plugins.chromium`` prints the path.

In this order: ``COLLEGE_CHROMIUM``, the PATH, Debian's package when root, Playwright's own download.
If none of them gives one, the last words are the line to type. Nothing is skipped.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_PATIENCE = 900  # seconds for a download on a slow line
HELP = """No Chromium was found, and none could be installed. Type one of:
    sudo apt-get install chromium
    export COLLEGE_CHROMIUM=/where/your/chromium/is
    .venv/bin/playwright install --with-deps chromium"""


class NoChromium(RuntimeError):
    """There is no browser; the message says what to type."""


def find() -> str:
    """The path of a Chromium, installed now if need be. Workers wait for one another."""
    given = os.environ.get("COLLEGE_CHROMIUM")
    if given:
        if not shutil.which(given):
            raise NoChromium(f"COLLEGE_CHROMIUM is {given!r}, which is no program.\n{HELP}")
        return given
    lock = Path(tempfile.gettempdir()) / f"college-chromium-{os.getuid()}.lock"
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        path = _on_path() or _downloaded() or _from_debian() or _from_playwright()
    if not path:
        raise NoChromium(HELP)
    return path


def _on_path() -> str | None:
    return next(filter(None, map(shutil.which, _NAMES)), None)


def _downloaded() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _from_debian() -> str | None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    quiet = {"DEBIAN_FRONTEND": "noninteractive"} | os.environ
    for line in (["apt-get", "update", "-q"], ["apt-get", "install", "-qy", "chromium"]):
        _try(line, quiet)
    return _on_path()


def _from_playwright() -> str | None:
    _try([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))
    return _downloaded()


def _try(line: list[str], environment: dict[str, str]) -> None:
    """Run a line; what it says goes to the terminal, since it may take minutes."""
    print("+", *line, file=sys.stderr, flush=True)
    try:
        subprocess.run(line, check=False, env=environment, timeout=_PATIENCE, stdout=sys.stderr)
    except subprocess.TimeoutExpired:
        print("gave up waiting", file=sys.stderr)


if __name__ == "__main__":
    try:
        print(find())
    except NoChromium as none:
        sys.exit(str(none))
