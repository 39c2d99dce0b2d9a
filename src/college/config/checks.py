"""What must be right before a College opens its doors. Each fault has a number and says its cure."""

from collections.abc import Callable, Iterator

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from college.clockwork.tick import present, stands_still
from college.ground.charter import CharterError, check
from college.ground.refusals import Refusal
from college.record import charters, signing
from college.web.refusals import sentence


def _tables() -> Iterator[str]:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield _("C001 The tables are older than this version: run `college upgrade`.")


def _durable() -> Iterator[str]:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        if cursor.fetchone()[0] < 2:
            yield _("C002 SQLite does not wait for the disk: a power cut could fork the log.")


def _secret() -> Iterator[str]:
    file = settings.KEYS / "secret"
    if file.exists() and file.stat().st_mode & 0o077:
        yield _("C003 Others can read %s: give it the mode 0600.") % file
    if len(settings.SECRET_KEY) < 32:
        yield _("C004 COLLEGE_SECRET is shorter than 32 characters: choose a long random one.")


def _key() -> Iterator[str]:
    try:
        signing.verifier()
    except Refusal as refusal:
        yield "C005 " + sentence(refusal)


def _charter() -> Iterator[str]:
    """Only once the tables are those of this version: the charter stands in one of them."""
    if any(_tables()) or not charters.is_founded():
        return
    try:
        check(charters.charter_in_force())
    except Refusal as refusal:
        yield "C008 " + sentence(refusal)
    except CharterError as error:
        yield _("C009 The charter in the record does not fit together: %s.") % error


def _openness() -> Iterator[str]:
    if settings.DEMO and settings.COLLEGE_URL.startswith("https://"):
        yield _("C006 COLLEGE_DEMO=yes lets anybody act as a steward: never at a public address.")
    if settings.DEBUG and settings.COLLEGE_URL.startswith("https://"):
        yield _("C007 COLLEGE_DEBUG=yes shows strangers how the College is built: turn it off.")


_BEFORE_OPENING: tuple[Callable[[], Iterator[str]], ...] = (
    _tables,
    _durable,
    _secret,
    _key,
    _charter,
    _openness,
)


def faults() -> list[str]:
    """Everything that keeps the College from opening, in words."""
    return [fault for check in _BEFORE_OPENING for fault in check()]


def warnings() -> list[str]:
    """What does not keep it from running, but must be said: a clock that stands still."""
    if not charters.is_founded():
        return []
    if stands_still(present()):
        return [_("C101 The clock stands still: run `college tick --forever`, or `college serve`.")]
    return []
