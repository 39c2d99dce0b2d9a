"""What is known of an epoch while its entries are read, and of those who contribute to it."""

from dataclasses import dataclass, field
from hashlib import sha256

from college_verify.findings import Broken, shown

MOST_CONTRIBUTORS = 21


@dataclass
class Epoch:
    """One epoch; ids are public ids, hashes hex. ``places`` are the contributors in their order."""

    number: int
    pool: str
    places: list[str]
    threshold: int
    chain: str
    round: int
    cases: str = ""
    sealed: bool = False
    counted: list[str] = field(default_factory=list)
    committed: dict[str, str] = field(default_factory=dict)
    lodged: dict[str, list[str]] = field(default_factory=dict)
    holders: dict[str, set[str]] = field(default_factory=dict)
    answered: set[tuple[str, str]] = field(default_factory=set)
    secrets: dict[str, str] = field(default_factory=dict)
    opened: dict[str, dict[int, bytes]] = field(default_factory=dict)

    def place(self, who: str) -> int:
        """Where a contributor's shares are computed, from 1."""
        if who not in self.places:
            raise Broken(f"{shown(who)} does not contribute to epoch {self.number}")
        return self.places.index(who) + 1

    def missing(self) -> list[str]:
        """Whose secrets count and are not known."""
        return [one for one in self.counted if one not in self.secrets]

    def before_sealing(self) -> None:
        if self.sealed:
            raise Broken(f"epoch {self.number} was sealed before")

    def after_sealing(self) -> None:
        if not self.sealed:
            raise Broken(f"epoch {self.number} was not sealed yet: something is revealed too early")


@dataclass
class People:
    """Who could contribute to the next epoch, in the order of enrolment."""

    enrolled: dict[str, bool] = field(default_factory=dict)  # id: has a key and has not left
    server: str = ""
    at_fault: set[str] = field(default_factory=set)

    def enrol(self, who: str, calling: str) -> None:
        if who in self.enrolled:
            raise Broken(f"{shown(who)} was enrolled before")
        if calling == "server":
            if self.server:
                raise Broken("there is a server among the contributors already")
            self.server = who
        self.enrolled[who] = False

    def wait_for(self, who: str, there: bool) -> None:
        """Somebody gave a key, or left."""
        if who not in self.enrolled:
            raise Broken(f"{shown(who)} was never enrolled")
        self.enrolled[who] = there

    def expected(self, last_seed: str) -> list[str]:
        """The contributors of an epoch that opens now."""
        present = [one for one, there in self.enrolled.items() if there]
        able = [one for one in present if one not in self.at_fault or one == self.server]
        if len(able) <= MOST_CONTRIBUTORS:
            return able

        def ticket(one: str) -> bytes:
            return sha256((last_seed + one).encode()).digest()

        others = sorted((one for one in able if one != self.server), key=ticket)
        kept = {self.server, *others[: MOST_CONTRIBUTORS - 1]}
        return [one for one in able if one in kept]

    def counted(self, epoch: Epoch) -> list[str]:
        """Whose secrets count if the epoch is sealed now."""
        held = [
            one
            for one in epoch.places
            if len(epoch.holders.get(one, ())) >= epoch.threshold
            and (one == self.server or one not in self.at_fault)
        ]
        return held or [self.server]
