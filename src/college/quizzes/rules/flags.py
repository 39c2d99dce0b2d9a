"""Findings of a tally about items, and which of them a case looks at."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """An item (public id) is harder, or easier, for holders of a viewpoint (public id) than for others who
    know as much. ``d``: the size of the Mantel–Haenszel D-DIF in thousandths of a delta."""

    item: str
    viewpoint: str
    harder: bool
    d: int

    @property
    def signed(self) -> int:
        """Below nought where it is harder."""
        return -self.d if self.harder else self.d


def to_hear(findings: Iterable[Finding], kept: Collection[tuple[str, str, bool]]) -> list[Finding]:
    """One finding for each item, the largest; what panels kept is not asked about again.

    ``kept``: item, viewpoint and ``harder`` of the findings that panels looked at and found no fault with.
    """
    found: dict[str, Finding] = {}
    for finding in sorted(findings, key=lambda one: (-one.d, one.viewpoint)):
        if (finding.item, finding.viewpoint, finding.harder) not in kept:
            found.setdefault(finding.item, finding)
    return [found[item] for item in sorted(found)]
