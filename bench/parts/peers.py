"""Other people's programs, installed for one run into an environment of their own, never into ours."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PINNED = {
    "isso": "isso==0.14.0",
    "pymerkle": "pymerkle==7.0.0",
    "granian": "granian==2.8.7",
    "sortition": "sortition-algorithms==0.12.15",
    "girth": "girth==0.8.0",
    "statsmodels": "statsmodels==0.15.0",
}


@contextmanager
def environment(base: Path, *names: str) -> Iterator[Path | None]:
    """The Python that has these programs; None where they cannot be had, as without a network."""
    place = base / "peers"
    python = place / "bin" / "python"
    made = _quiet([sys.executable, "-m", "venv", str(place)])
    wanted = [_PINNED[name] for name in names]
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *wanted]
    yield python if made and _quiet(pip) else None


def _quiet(command: list[str]) -> bool:
    try:
        return (
            subprocess.run(command, capture_output=True, timeout=300, check=False).returncode == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
