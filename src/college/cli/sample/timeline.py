"""Steps at moments: whatever order they are written in, they happen in the order of time."""

import heapq
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

#: Between two steps the clock ticks at least this often, so that notices end and stages begin.
_TICK = timedelta(hours=6)


class Timeline:
    """``at`` plans a step; ``play`` does them all, ticking in between."""

    def __init__(self, tick: Callable[[datetime], object]) -> None:
        self._tick = tick
        self._steps: list[tuple[datetime, int, Callable[[datetime], object]]] = []
        self._order = count()

    def at(self, moment: datetime, step: Callable[[datetime], object]) -> None:
        """Plan a step; two steps at one moment happen in the order they were planned."""
        heapq.heappush(self._steps, (moment, next(self._order), step))

    def play(self, until: datetime, progress: Callable[[int, int], None]) -> None:
        """Do every step up to ``until``; steps may plan further steps. ``progress``: done, in all."""
        done = 0
        last = self._steps[0][0]
        while self._steps and self._steps[0][0] <= until:
            moment, _order, step = heapq.heappop(self._steps)
            self._run_clock(last, moment)
            step(moment)
            last = moment
            done += 1
            progress(done, done + len(self._steps))
        self._run_clock(last, until)

    def _run_clock(self, since: datetime, until: datetime) -> None:
        moment = since + _TICK
        while moment < until:
            self._tick(moment)
            moment += _TICK
        self._tick(until)
