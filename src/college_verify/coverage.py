"""How much of a debate a summary represents, counted again: ``spec/summaries.md`` sections 3 and 4."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import Any

from college_verify.contributions import Scene

FORMAT = "college-coverage-v1"


def kept(onto: Mapping[str, str]) -> dict[str, str]:
    """For each point the one that is kept of its group. ``onto`` in the order of the log."""
    into: defaultdict[str, list[str]] = defaultdict(list)
    for name, target in onto.items():
        into[target].append(name)
    order = {name: at for at, name in enumerate(onto)}
    heads = {name: [name] for name, target in onto.items() if target not in onto}
    heads |= {min(circle, key=order.__getitem__): circle for circle in _circles(onto)}
    found: dict[str, str] = {}
    for head, waiting in heads.items():
        found |= dict.fromkeys(waiting, head)
        while waiting:
            more = [name for name in into[waiting.pop()] if name not in found]
            found |= dict.fromkeys(more, head)
            waiting += more
    return found


def _circles(onto: Mapping[str, str]) -> list[list[str]]:
    """Those that repeat each other in a circle. From each point one way leads on, which is gone once."""
    gone: dict[str, str] = {}
    circles = []
    for start in onto:
        name = start
        while name in onto and name not in gone:
            gone[name] = start
            name = onto[name]
        if gone.get(name) == start:
            circle = [name]
            while (name := onto[name]) != circle[0]:
                circle.append(name)
            circles.append(circle)
    return circles


class Count:
    """One version's figures. ``words`` of its statements' texts; ``None``: they cannot all be read."""

    def __init__(
        self,
        scene: Scene,
        sections: list[dict[str, Any]],
        words: Mapping[str, int] | None,
        reasoned: Collection[str],
    ) -> None:
        self._scene, self._sections = scene, sections
        self._words, self._reasoned = words, reasoned
        self._links = [
            [link["contribution"] for link in statement["links"]]
            for section in sections
            for statement in section["statements"]
        ]
        self._linked = {name for links in self._links for name in links}
        self._premises = {
            (point.viewpoint, premise)
            for point in scene.points.values()
            if point.form == "argument"
            for premise in point.premises
        }
        self._groups: defaultdict[str, list[str]] = defaultdict(list)
        group = kept({name: point.onto for name, point in scene.points.items()})
        for name in scene.points:
            self._groups[group[name]].append(name)
        self._reached = self._linked & scene.standing
        for name in [name for name in self._reached if name in scene.points]:
            self._reached |= scene.standing.intersection(scene.points[name].premises)

    def document(self, summary: str, number: int) -> dict[str, Any]:
        """The coverage as it must have been committed; every space is ``None`` without words."""
        scene = self._scene
        rows = {name: self._row(name) for name in scene.viewpoints}
        omissions: list[dict[str, str]] = []
        for first, group in self._groups.items():
            reached = not self._reached.isdisjoint(group)
            units: dict[str, str] = {}
            for name in [first, *group]:
                units.setdefault(scene.points[name].viewpoint, name)
            for side in units.keys() & rows:
                self._add(rows[side], units[side], reached)
            for name in group:
                side = scene.points[name].viewpoint
                there = reached if units[side] == name else name in self._reached
                if side in rows and not there:
                    omissions.append(self._omission(name, "" if name == first else first))
        asked = {scene.joined.get(name, name) for name in self._linked}
        return {
            "v": FORMAT,
            "summary": summary,
            "number": number,
            "statements": len(self._links),
            "grounded": sum(not scene.standing.isdisjoint(links) for links in self._links),
            "viewpoints": list(rows.values()),
            "challenges": {"open": len(scene.asking), "included": len(scene.asking & asked)},
            "omissions": sorted(omissions, key=lambda one: one["contribution"]),
        }

    def _row(self, viewpoint: str) -> dict[str, Any]:
        counts = dict.fromkeys(("eligible", "represented", "main", "main_represented"), 0)
        space = None if self._words is None else self._space(viewpoint, self._words)
        return {"viewpoint": viewpoint, **counts, "space": space}

    def _add(self, row: dict[str, Any], name: str, reached: bool) -> None:
        row["eligible"] += 1
        row["represented"] += reached
        if self._scene.points[name].form == "claim" and not self._is_premise(name):
            row["main"] += 1
            row["main_represented"] += reached

    def _is_premise(self, name: str) -> bool:
        return (self._scene.points[name].viewpoint, name) in self._premises

    def _space(self, viewpoint: str, words: Mapping[str, int]) -> list[int]:
        space = Fraction(0)
        for section in self._sections:
            for statement in section["statements"]:
                of = (
                    {section["viewpoint"]} if section["section"] == "holds" else self._of(statement)
                )
                if viewpoint in of:
                    space += Fraction(words[statement["text"]], len(of))
        return [space.numerator, space.denominator]

    def _of(self, statement: dict[str, Any]) -> set[str]:
        """The viewpoints for which a statement's contributions speak."""
        speaks = self._scene.speaks
        return {speaks.get(link["contribution"], "") for link in statement["links"]} - {""}

    def _omission(self, name: str, repeats: str) -> dict[str, str]:
        reason = "repeats" if repeats else "unreasoned"
        reason = "editors" if name in self._reasoned else reason
        return {"contribution": name, "reason": reason, "repeats": repeats}
