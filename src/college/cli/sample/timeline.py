"""Steps at moments: whatever order they are written in, they happen in the order of time."""

import heapq
from collections.abc import Callable
from datetime import datetime
from itertools import count

Step = Callable[[datetime], object]


class Timeline:
    """``at`` plans a step; ``play`` does them all, with the clock ticking in between.

    ``tick`` does what is due and gives the moment at which it wants to be called again at the latest.
    """

    def __init__(self, tick: Callable[[datetime], datetime]) -> None:
        self._tick = tick
        self._steps: list[tuple[datetime, int, Step]] = []
        self._order = count()

    def at(self, moment: datetime, step: Step) -> None:
        """Plan a step; two steps at one moment happen in the order they were planned."""
        heapq.heappush(self._steps, (moment, next(self._order), step))

    def play(self, until: datetime, progress: Callable[[int, int], None]) -> None:
        """Do every step up to ``until``; steps and ticks may plan further steps. ``progress``: done, in all.

        The clock ticks before every step, so that each finds done what was due by then.
        """
        done, ticked = 0, None
        wakes = self._steps[0][0]
        while self._steps and self._steps[0][0] <= until:
            moment = min(wakes, self._steps[0][0])
            if ticked != moment:
                wakes, ticked = self._tick(moment), moment
                continue
            step = heapq.heappop(self._steps)[2]
            step(moment)
            done += 1
            progress(done, done + len(self._steps))
        while wakes < until:
            wakes = self._tick(wakes)
        self._tick(until)
