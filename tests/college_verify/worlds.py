"""An honest College in files, and two copies of it after a hand in the tables."""

from collections.abc import Callable
from pathlib import Path

from django.db import connection
from django.db.backends.utils import CursorWrapper

from college.committees.models import Ballot, Case
from college.committees.rules.tally import Choice
from college.debates.rules.grounds import Ground
from college.record.actions.files import write_log
from college.record.models import Entry
from tests.college_verify import verifying
from tests.college_verify.planting import Copy, read
from tests.factories.colleges import make_college
from tests.factories.committees import seats_called
from tests.factories.courts import Court, heard, make_court

RESTRICTED, REVIEWED, HELD, APPEALED = range(4)

#: Plants a fault among the cases.
Plant = Callable[[Copy, list[str]], None]


class World:
    """An honest College in files, with its cases; and two that were published after a hand in the tables."""

    def __init__(self, home: Path) -> None:
        make_college()
        court = make_court()
        self.cases = [case.public_id for case in heard(court)]
        self.honest = court.publish(home / "honest")
        self.copy = read(self.honest)
        self.rewritten = _with_rewritten_entry(court, home)
        self.recounted = _with_changed_vote(court, home)


def _with_rewritten_entry(court: Court, home: Path) -> Path:
    """Somebody changes a verdict in the table of entries, and publishes anew."""
    row = Entry.objects.filter(kind="committees.verdict.given").first()
    kept = bytes(row.body)
    body = kept.replace(b'"verdict":"grant"', b'"verdict":"keep"')
    with connection.cursor() as cursor:
        _allow_changes(cursor)
    Entry.objects.filter(pk=row.pk).update(body=body)
    write_log(home / "rewritten" / "log", at=court.at)
    Entry.objects.filter(pk=row.pk).update(body=kept)
    return home / "rewritten"


def _allow_changes(cursor: CursorWrapper) -> None:
    """What stands in the way of a hand in the tables goes first."""
    if connection.vendor == "postgresql":
        cursor.execute("ALTER TABLE record_entry DISABLE TRIGGER USER")
        return
    cursor.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'record_entry'"
    )
    for (name,) in cursor.fetchall():
        cursor.execute(f"DROP TRIGGER {name}")


def _with_changed_vote(court: Court, home: Path) -> Path:
    """Somebody changes a vote in the table of ballots before the panel rules."""
    case = court.report(court.room.claim(court.room.one, "One more."), Ground.SPAM).hearing.case
    court.wait_for_draw()
    seat = next(iter(seats_called(case)))
    court.vote(seat, Choice.KEEP)
    Ballot.objects.filter(seat=seat).update(choice=Choice.GRANT, ground="spam")
    court.hear(case, lambda seat: Choice.GRANT)
    assert Case.objects.get(pk=case.pk).verdict
    court.go(court.at.replace(minute=59))
    return court.publish(home / "recounted")


def failures(folder: Path) -> list[str]:
    return [
        f"{check}: {place}: {sentence}" for check, place, sentence in verifying.failures(folder)
    ]


def planted(world: World, folder: Path, plant: Plant) -> list[str]:
    """What fails in a copy that has this fault, published in a folder."""
    log = world.copy.fresh()
    plant(log, world.cases)
    return failures(log.publish(folder))
