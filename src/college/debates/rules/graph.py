"""Circles among reasons: a claim must not, by way of others, be a reason for itself.

An edge goes from what supports to what it supports: premise to argument, and supporting argument to its
conclusion. Attacks may go in circles (two sides may attack each other), so they are no edges here.
"""

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")


def circle(premises: Iterable[T], conclusion: T, edges: Mapping[T, Collection[T]]) -> tuple[T, ...]:
    """The shortest way from ``conclusion`` along ``edges`` back to one of ``premises``; empty if none.

    A non-empty answer starts with the conclusion and ends with the premise: with the new argument added
    it would be a circle.
    """
    wanted = set(premises)
    came_from: dict[T, T | None] = {conclusion: None}
    waiting = deque([conclusion])
    while waiting:
        here = waiting.popleft()
        if here in wanted:
            return _way(here, came_from)
        for there in edges.get(here, ()):
            if there not in came_from:
                came_from[there] = here
                waiting.append(there)
    return ()


def _way(end: T, came_from: Mapping[T, T | None]) -> tuple[T, ...]:
    way = [end]
    while (before := came_from[way[-1]]) is not None:
        way.append(before)
    return tuple(reversed(way))
