"""The people of a simulated year: what they hold, who colludes, who is partisan, who may be drawn now."""

from dataclasses import dataclass, field
from typing import Self

import numpy as np
import numpy.typing as npt

from college.committees.rules.eligibility import roster_size
from college.committees.rules.simulation.assumptions import Assumptions
from college.committees.rules.simulation.lottery import Flags
from college.committees.rules.simulation.panels import Array, lean
from college.ground.charter import Charter

Numbers = npt.NDArray[np.int_]

#: Share of the honest who openly favour their own side, and by how much. Protocol §8.
_PARTISANS, _PARTISAN_BIAS = 0.10, 0.20


@dataclass(slots=True)
class Population:
    """Arrays over people, by number. ``out_until``: the case from which somebody may be drawn again."""

    viewpoint: Numbers
    corrupt: Flags
    partisan: Flags
    out_until: Numbers
    serving: Flags
    leans: Array = field(repr=False)

    @classmethod
    def made(cls, world: Assumptions, chance: np.random.Generator) -> Self:
        """Viewpoints of one size; colluders anywhere among them, as ``world.corrupt`` says."""
        number = world.pool
        viewpoint = np.arange(number) % world.viewpoints
        corrupt = np.zeros(number, dtype=bool)
        corrupt[chance.permutation(number)[: round(number * world.corrupt)]] = True
        partisan = ~corrupt & (chance.random(number) < _PARTISANS)
        return cls(
            viewpoint,
            corrupt,
            partisan,
            np.zeros(number, dtype=int),
            np.ones(number, dtype=bool),
            _leans(world),
        )

    def call_roster(self, charter: Charter, case: int, chance: np.random.Generator) -> None:
        """A new term: a fresh roster from those who are not out; nobody rests in between."""
        eligible = np.flatnonzero(self.out_until <= case)
        number = roster_size(len(eligible), charter)
        self.serving[:] = False
        self.serving[chance.choice(eligible, number, replace=False)] = True

    def members(self, case: int) -> Numbers:
        """Who can be drawn for a case now."""
        return np.flatnonzero(self.serving & (self.out_until <= case))

    def lean(self, who: Numbers, of_side: Numbers, abusive: Flags) -> Array:
        """How far each of ``who`` leans to a wrong ballot on the probit scale; rows are cases."""
        own = self.viewpoint[who] == of_side[:, None]
        leans = self.leans[
            self.partisan[who].astype(int), own.astype(int), abusive.astype(int)[:, None]
        ]
        return np.asarray(leans)


def _leans(world: Assumptions) -> Array:
    """By partisan, own side, abusive text. Bias spares valid texts of the own side and all its abuse."""
    table = np.empty((2, 2, 2))
    for partisan, bias in enumerate((world.bias, _PARTISAN_BIAS)):
        for own in (0, 1):
            for abusive in (0, 1):
                table[partisan, own, abusive] = world.error + (bias if own == abusive else -bias)
    return lean(table)
