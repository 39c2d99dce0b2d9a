"""One tick: each room's ``due``, then the sequencer, then the log's files."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.cache import cache

from college.administration.due import due as administration_due
from college.committees.due import due as committees_due
from college.debates.due import due as debates_due
from college.exchange.due import due as exchange_due
from college.people.due import due as people_due
from college.quizzes.due import due as quizzes_due
from college.record.actions.files import write_log
from college.record.actions.sequence import Sequenced, sequence
from college.record.due import due as record_due
from college.summaries.due import due as summaries_due

log = logging.getLogger(__name__)

#: In the order of the ladder. Each does all that is due, in small steps that can be repeated.
DUE: tuple[tuple[str, Callable[[datetime], int]], ...] = (
    ("record", record_due),
    ("people", people_due),
    ("committees", committees_due),
    ("administration", administration_due),
    ("debates", debates_due),
    ("summaries", summaries_due),
    ("quizzes", quizzes_due),
    ("exchange", exchange_due),
)
_LAST_TICK = "college.clockwork.last-tick"
_A_WEEK = 7 * 24 * 3600
#: A tick comes every few seconds; without one for so long, the clock stands still.
_STILL = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Ticked:
    """What one tick did: how much fell due in which room, and what the sequencer did."""

    due: dict[str, int]
    sequenced: Sequenced


def present() -> datetime:
    return datetime.now(UTC)


def tick(now: datetime, *, folder: Path | None = None) -> Ticked:
    """Do what is due. A room that fails does not keep the others, or the record, from their work."""
    done: dict[str, int] = {}
    for room, due in DUE:
        try:
            done[room] = due(now)
        except Exception:
            log.exception("what fell due in %s could not be done", room)
            done[room] = 0
    sequenced = sequence(now)
    write_log((folder or settings.PUBLISHED) / "log", at=now)
    cache.set(_LAST_TICK, now, timeout=_A_WEEK)
    return Ticked(done, sequenced)


def last_tick() -> datetime | None:
    """When the clock last ticked, as far as is known."""
    return cache.get(_LAST_TICK)


def stands_still(now: datetime) -> bool:
    """Whether what falls due by time alone is not being done."""
    ticked = last_tick()
    return ticked is None or now - ticked > _STILL
