"""What is told of viewpoints that become one, or two."""

from dataclasses import dataclass
from typing import ClassVar

from college.ground.events import Event


@dataclass(frozen=True, slots=True)
class MergerAsked(Event):
    """Somebody asked whether ``viewpoint`` is a part of ``into``. Until then both share one budget."""

    kind: ClassVar[str] = "debates.merger.asked"
    merger: str
    case: str
    viewpoint: str
    into: str
    reason: str


@dataclass(frozen=True, slots=True)
class SplitAsked(Event):
    """Somebody asked that a part of ``viewpoint`` stand by itself, under a name and statement of its own."""

    kind: ClassVar[str] = "debates.split.asked"
    split: str
    case: str
    viewpoint: str
    name: str
    statement: str
    reason: str


@dataclass(frozen=True, slots=True)
class ViewpointsMerged(Event):
    """It was decided that two viewpoints are one: who held ``viewpoint`` holds ``into`` from now on."""

    kind: ClassVar[str] = "debates.viewpoint.merged"
    viewpoint: str
    into: str
    case: str
    reason: str


@dataclass(frozen=True, slots=True)
class ViewpointsParted(Event):
    """A second look found that two viewpoints are not one: ``viewpoint`` can be held by itself again."""

    kind: ClassVar[str] = "debates.viewpoint.parted"
    viewpoint: str
    into: str
    case: str


@dataclass(frozen=True, slots=True)
class ViewpointSplit(Event):
    """It was decided that a part of ``viewpoint`` stands by itself: ``made`` is admitted."""

    kind: ClassVar[str] = "debates.viewpoint.split"
    viewpoint: str
    made: str
    case: str
    reason: str


EVENTS = (MergerAsked, SplitAsked, ViewpointsMerged, ViewpointsParted, ViewpointSplit)
