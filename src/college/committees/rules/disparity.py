"""Are texts of one viewpoint restricted more often than the others'? Counted by author.

Like is compared with like: within each stratum (the rule that was applied, and its severity), then over all
strata together. Both the interval and the test take the author as the unit: in real conversations a count
of texts accuses seven moderators where a count of authors accuses one. A ratio says that outcomes differ,
not why; if one side breaks rules more often, it differs under perfect judges too. That is what control
cases and swapped labels are for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

from college.committees.rules.authors import clustered_sd, effective, permuted_p, quantile
from college.committees.rules.power import least_ratio
from college.committees.rules.ratios import Outcome, mantel_haenszel, strata

#: People should look at it: a gap of so much that so few shuffles of the authors would show.
_GAP, _P = 0.10, 0.01
#: Fewer (equally busy) authors than this on a side tell too little for an interval.
_LEAST_AUTHORS = 5


@dataclass(frozen=True, slots=True)
class Disparity:
    """One viewpoint beside the others of its debate.

    ``ratio``: ``None`` where one side has no restriction at all. ``low``, ``high``: its interval of 95 %;
    ``None`` also where nearly all of a side's texts are of a few authors. ``p``: by shuffling authors,
    adjusted for the number of viewpoints (Holm). ``design``: by how much the variance is wider because
    authors repeat themselves, at least 1. ``detects``: the least ratio above 1 that so many cases would
    show with power 0.9; ``None``: they would show none.
    """

    viewpoint: str
    granted: int
    cases: int
    authors: int
    others_granted: int
    others: int
    ratio: float | None
    low: float | None
    high: float | None
    p: float
    design: float
    detects: float | None

    @property
    def stands_out(self) -> bool:
        """Whether people of the Audit area should look at it: a reason to look, never a finding."""
        gap = abs(self.granted / self.cases - self.others_granted / self.others)
        return self.p < _P and gap >= _GAP


def disparities(
    outcomes: Sequence[Outcome], *, least: int, seed: bytes
) -> dict[str, Disparity | None]:
    """Each viewpoint of one debate beside the others, in order of id.

    ``None`` where either side has fewer than ``least`` cases: too few to say anything. ``seed`` sets the
    shuffles, so that whoever repeats them comes to the same figures.
    """
    names = sorted({one.viewpoint for one in outcomes})
    found = {name: _disparity(outcomes, name, least, seed) for name in names}
    adjusted = holm({name: one.p for name, one in found.items() if one is not None})
    return {
        name: replace(one, p=adjusted[name]) if one is not None else None
        for name, one in found.items()
    }


def holm(ps: Mapping[str, float]) -> dict[str, float]:
    """Holm's step-down adjustment (1979) of several p values."""
    adjusted, worst = {}, 0.0
    for before, name in enumerate(sorted(ps, key=lambda name: (ps[name], name))):
        worst = max(worst, min(1.0, ps[name] * (len(ps) - before)))
        adjusted[name] = worst
    return adjusted


def _disparity(
    outcomes: Sequence[Outcome], viewpoint: str, least: int, seed: bytes
) -> Disparity | None:
    own = [one for one in outcomes if one.viewpoint == viewpoint]
    rest = [one for one in outcomes if one.viewpoint != viewpoint]
    if min(len(own), len(rest)) < least:
        return None
    granted, others_granted = sum(o.granted for o in own), sum(o.granted for o in rest)
    ratio = mantel_haenszel(list(strata(outcomes, viewpoint).values()))
    low = high = None
    design = 1.0
    if ratio is not None and ratio.sd > 0:
        sd = max(ratio.sd, clustered_sd(outcomes, viewpoint, ratio))
        design = (sd / ratio.sd) ** 2
        authors = min(effective(o.author for o in own), effective(o.author for o in rest))
        if authors >= _LEAST_AUTHORS:
            width = quantile(authors - 1) * sd
            low, high = ratio.value * exp(-width), ratio.value * exp(width)
    return Disparity(
        viewpoint=viewpoint,
        granted=granted,
        cases=len(own),
        authors=len({one.author for one in own}),
        others_granted=others_granted,
        others=len(rest),
        ratio=ratio.value if ratio else None,
        low=low,
        high=high,
        p=permuted_p(outcomes, viewpoint, seed),
        design=design,
        detects=least_ratio(len(own), len(rest), others_granted / len(rest), design=design),
    )
