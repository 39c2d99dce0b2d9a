"""The life of an epoch: who contributes, when it seals, whose secrets count (spec/draw.md §1)."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

#: Contributors from which no single one, the operator included, can choose or spoil a seed.
RECOVERABLE_FROM = 5
#: Contributors of one epoch at most: each lodges a share with every other.
MOST = 21
#: Epochs in a row without lodging after which a contributor is no longer waited for.
MOST_MISSED = 3


class Calling(StrEnum):
    """Why somebody contributes a secret."""

    SERVER = "server"
    DELEGATE = "delegate"
    BODY = "body"


class ContributorGround(StrEnum):
    """Why somebody no longer contributes."""

    RETIRED = "retired"  # the office they contributed for has ended
    ABSENT = "absent"  # lodged nothing for several epochs; whoever comes back contributes again


class VoidGround(StrEnum):
    """Why an epoch came to no seed."""

    WITHHELD = "withheld"  # a secret was not revealed, and too few shares of it were opened
    FALSE_SHARES = "false-shares"  # the shares opened are not those of the committed secret
    NO_BEACON = "no-beacon"  # neither the named round nor the one named for that case came


class Phase(StrEnum):
    """Where an epoch stands."""

    TAKING = "taking"
    SEALED = "sealed"
    REVEALING = "revealing"
    DRAWN = "drawn"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class Times:
    """When the cases are sealed, and from when secrets are revealed."""

    seals_at: datetime
    ends_at: datetime


def threshold(contributors: int) -> int:
    """How many shares make a secret whole: more than half."""
    return contributors // 2 + 1


def first_times(opened_at: datetime, *, epoch: timedelta, lodging: timedelta) -> Times:
    """The times of the first epoch of a College."""
    ends_at = opened_at + epoch
    return Times(ends_at - lodging, ends_at)


def next_times(
    opened_at: datetime, previous: datetime, *, epoch: timedelta, lodging: timedelta
) -> Times:
    """The times of an epoch that opens when the one that was to seal at ``previous`` has sealed.

    It seals a whole number of epochs later, so that the hour stays, and not before half of one is over.
    """
    ahead = max(1, -((previous - opened_at - epoch / 2) // epoch))
    seals_at = previous + ahead * epoch
    return Times(seals_at, seals_at + lodging)


def ends_at(sealed_at: datetime, planned: Times) -> datetime:
    """When secrets are revealed: as planned, or as long after a late sealing as after one in time."""
    lodging = planned.ends_at - planned.seals_at
    late = sealed_at > planned.seals_at + lodging / 2
    return sealed_at + lodging if late else planned.ends_at


def chosen(
    candidates: Sequence[str], *, server: str, previous_seed: str, most: int = MOST
) -> list[str]:
    """Who contributes, of all who could: everybody, or the server and those whom the last seed puts first.

    ``candidates``: public ids in the order of enrolment, the server among them. Gives ids in that order.
    """
    if len(candidates) <= most:
        return list(candidates)

    def place(one: str) -> tuple[bool, bytes]:
        return one != server, hashlib.sha256(f"{previous_seed}{one}".encode()).digest()

    first = set(sorted(candidates, key=place)[:most])
    return [one for one in candidates if one in first]


def counted(
    lodged: Mapping[str, Collection[str]], *, contributors: Sequence[str], server: str
) -> list[str]:
    """Whose secrets make the seed: those whose shares more than half of the contributors hold.

    ``lodged``: each dealer's public id and those who hold a true share of theirs, the dealer included.
    Where nobody's do, the server's alone; it has committed by then, or there is no epoch.
    """
    needed = threshold(len(contributors))
    held = [one for one in contributors if len(set(lodged.get(one, ()))) >= needed]
    return held or [server]


def is_demonstration(secrets: int, *, has_beacon: bool) -> bool:
    """Whether the operator can choose the outcome: no beacon, and too few secrets but the operator's."""
    return secrets < RECOVERABLE_FROM and not has_beacon
