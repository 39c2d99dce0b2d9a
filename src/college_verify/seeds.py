"""Every epoch and its seed, recomputed from the entries alone (``spec/draw.md`` section 1)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from college_verify import beacons, shares
from college_verify.canonical import encode
from college_verify.entries import Entry
from college_verify.epochs import Epoch, People
from college_verify.findings import Broken, Findings, shown

_CHECK = "seeds"
_FROM_FIVE = 5
_NOTES = (
    "seed(s) are for demonstration only, of fewer than five secrets: the operator could choose them.",
    "seed(s) use a later round than the one named. Ask any relay whether the named round exists.",
    f"round(s) of the beacon were not checked, since {beacons.EXTRA} is not installed.",
)


@dataclass(frozen=True, slots=True)
class Seed:
    """An epoch that was drawn: its number, the digests it was drawn over, its seed. Hex."""

    number: int
    pool: str
    cases: str
    seed: str


class Seeds:
    """Takes the entries in their order. ``drawn`` has every seed that holds, by the epoch's id."""

    def __init__(self, findings: Findings) -> None:
        self.drawn: dict[str, Seed] = {}
        self._findings = findings
        self._people = People()
        self._open: dict[str, Epoch] = {}
        self._numbers: dict[str, int] = {}
        self._last_seed = (0, "")
        self._last_ended = 0
        self._voided = self._demonstrations = self._stand_ins = self._unchecked = 0
        self._handlers: dict[str, Callable[[Any, Entry], None]] = {
            "committees.contributor.enrolled": self._enrolled,
            "committees.contributor.keyed": self._keyed,
            "committees.contributor.left": self._left,
            "committees.epoch.opened": self._opened,
            "committees.epoch.committed": self._committed,
            "committees.epoch.lodged": self._lodged,
            "committees.epoch.acknowledged": self._acknowledged,
            "committees.epoch.sealed": self._sealed,
            "committees.epoch.postponed": self._postponed,
            "committees.epoch.revealed": self._revealed,
            "committees.share.opened": self._share_opened,
            "committees.epoch.recovered": self._recovered,
            "committees.epoch.drawn": self._drawn,
            "committees.epoch.voided": self._ended_void,
        }

    def follow(self, index: int, entry: Entry) -> None:
        """Take in the next entry that holds by itself."""
        handler = self._handlers.get(entry.kind)
        if handler is None:
            return
        try:
            handler(entry.data, entry)
        except Broken as error:
            self._findings.failed(
                _CHECK, f"{entry.kind} does not hold: {error}.", f"entry {index:,}"
            )

    def conclude(self) -> None:
        """Say what held, and what cannot be told."""
        if self._findings.intact(_CHECK) and self._numbers:
            self._findings.held(
                _CHECK,
                f"Of {len(self._numbers):,} epochs, {len(self.drawn):,} have a seed that follows from what "
                f"was committed before it, {self._voided:,} are void.",
            )
        numbers = (self._demonstrations, self._stand_ins, self._unchecked)
        for number, sentence in zip(numbers, _NOTES, strict=True):
            if number:
                self._findings.note(_CHECK, f"{number:,} {sentence}")

    def _epoch(self, data: Any) -> Epoch:
        found = self._open.get(data["epoch"])
        if found is None:
            known = data["epoch"] in self._numbers
            told = "has come to its end before" if known else "was never opened"
            raise Broken(f"the epoch {shown(data['epoch'])} {told}")
        return found

    def _enrolled(self, data: Any, entry: Entry) -> None:
        self._people.enrol(data["contributor"], data["calling"])

    def _keyed(self, data: Any, entry: Entry) -> None:
        self._people.wait_for(data["contributor"], True)

    def _left(self, data: Any, entry: Entry) -> None:
        self._people.wait_for(data["contributor"], False)

    def _opened(self, data: Any, entry: Entry) -> None:
        if data["epoch"] in self._numbers:
            raise Broken(f"the epoch {shown(data['epoch'])} was opened before")
        places, number = data["contributors"], data["number"]
        epoch = Epoch(number, data["pool"], places, len(places) // 2 + 1, data["chain"], 0)
        expected = self._people.expected(self._last_seed[1])
        following = max(self._numbers.values(), default=0) + 1
        self._numbers[data["epoch"]] = number
        self._open[data["epoch"]] = epoch
        if number != following:
            raise Broken(f"its number is {number}, after {following - 1}")
        if places != expected:
            raise Broken("its contributors are not those who had a key and had not left")
        if data["threshold"] != epoch.threshold:
            raise Broken(f"its threshold is {data['threshold']} of {len(places)}")
        if (data["chain"], data["round"] > 0) not in (("", False), (beacons.CHAIN, True)):
            raise Broken("its beacon is not the one of the specification, or has no round")
        self._name(epoch, data, entry)

    def _name(self, epoch: Epoch, data: Any, entry: Entry) -> None:
        """A round named by an entry: known to nobody by then, and no earlier than the one before."""
        before, epoch.round = epoch.round, data["round"]
        if not epoch.chain and not epoch.round:
            return
        out, ends_at = beacons.out_at(epoch.round), datetime.fromisoformat(data["ends_at"])
        if not epoch.chain or epoch.round < max(before, 1) or out < ends_at:
            raise Broken(f"it names round {epoch.round} of the beacon, which is too early or none")
        if out <= datetime.fromisoformat(entry.at):
            raise Broken(f"round {epoch.round} of the beacon was out before it was named")

    def _committed(self, data: Any, entry: Entry) -> None:
        epoch, who = self._epoch(data), data["contributor"]
        epoch.place(who)
        epoch.before_sealing()
        if who in epoch.committed or data["secret"] in epoch.committed.values():
            raise Broken(f"{shown(who)} committed twice, or to another's secret")
        epoch.committed[who] = data["secret"]

    def _lodged(self, data: Any, entry: Entry) -> None:
        epoch, who = self._epoch(data), data["contributor"]
        epoch.place(who)
        epoch.before_sealing()
        if who not in epoch.committed or who in epoch.lodged:
            raise Broken(f"{shown(who)} lodged twice, or without committing first")
        if len(data["shares"]) != len(epoch.places):
            raise Broken(
                f"{shown(who)} lodged {len(data['shares'])} shares for {len(epoch.places)}"
            )
        epoch.lodged[who] = data["shares"]
        epoch.holders[who] = {who}

    def _acknowledged(self, data: Any, entry: Entry) -> None:
        epoch, who = self._epoch(data), data["contributor"]
        epoch.place(who)
        epoch.before_sealing()
        for dealer in (*data["dealers"], *data["refused"]):
            if dealer not in epoch.lodged or dealer == who or (who, dealer) in epoch.answered:
                raise Broken(f"{shown(who)} had no share of {shown(dealer)} to answer for")
            epoch.answered.add((who, dealer))
            if dealer in data["dealers"]:
                epoch.holders[dealer].add(who)

    def _sealed(self, data: Any, entry: Entry) -> None:
        epoch = self._epoch(data)
        epoch.before_sealing()
        epoch.sealed, epoch.cases, epoch.counted = True, data["cases"], data["counted"]
        expected = self._people.counted(epoch)
        if epoch.counted != expected:
            raise Broken(
                "the secrets it counts are not those of which more than half hold a share: "
                + (
                    ", ".join(map(shown, set(epoch.counted) ^ set(expected)))
                    or "their order differs"
                )
            )
        if not set(epoch.counted) <= epoch.committed.keys():
            raise Broken("it counts a secret that nobody committed to")
        self._name(epoch, data, entry)

    def _postponed(self, data: Any, entry: Entry) -> None:
        epoch = self._epoch(data)
        epoch.after_sealing()
        if epoch.secrets or epoch.opened:
            raise Broken(f"secrets of epoch {epoch.number} are known already")
        self._name(epoch, data, entry)

    def _revealed(self, data: Any, entry: Entry) -> None:
        epoch = self._epoch(data)
        self._learn(epoch, data["contributor"], data["secret"])

    def _learn(self, epoch: Epoch, who: str, secret: str) -> None:
        epoch.after_sealing()
        if who not in epoch.counted:
            raise Broken(f"the secret of {shown(who)} does not count in epoch {epoch.number}")
        if who in epoch.secrets:
            raise Broken(f"the secret of {shown(who)} was known before")
        if sha256(bytes.fromhex(secret)).hexdigest() != epoch.committed.get(who):
            raise Broken(f"the secret is not the one that {shown(who)} committed to")
        epoch.secrets[who] = secret

    def _share_opened(self, data: Any, entry: Entry) -> None:
        epoch, dealer, who = self._epoch(data), data["dealer"], data["contributor"]
        place = epoch.place(who)
        epoch.after_sealing()
        if dealer not in epoch.missing() or dealer not in epoch.lodged:
            raise Broken(f"the secret of {shown(dealer)} is not missing, or was not shared")
        digest = shares.digest(data["share"], data["epoch"], dealer, who)
        if digest != epoch.lodged[dealer][place - 1]:
            raise Broken(f"the share is not the one that {shown(dealer)} lodged with {shown(who)}")
        epoch.opened.setdefault(dealer, {})[place] = bytes.fromhex(data["share"])

    def _recovered(self, data: Any, entry: Entry) -> None:
        epoch, dealer = self._epoch(data), data["contributor"]
        opened = epoch.opened.get(dealer, {})
        if len(opened) < epoch.threshold:
            raise Broken(
                f"only {len(opened)} of {epoch.threshold} shares of {shown(dealer)} are open"
            )
        self._learn(epoch, dealer, data["secret"])
        if len(opened) == epoch.threshold and shares.secret(opened).hex() != data["secret"]:
            raise Broken(f"the shares of {shown(dealer)} that are open do not give this secret")

    def _drawn(self, data: Any, entry: Entry) -> None:
        epoch = self._epoch(data)
        epoch.after_sealing()
        self._end(data["epoch"], epoch, set())
        if missing := epoch.missing():
            raise Broken(f"secrets are missing: {', '.join(map(shown, missing))}")
        beacon = self._beacon(epoch, data["round"], data["signature"])
        document = {
            "beacon": beacon,
            "cases": epoch.cases,
            "epoch": data["epoch"],
            "pool": epoch.pool,
            "secrets": sorted(epoch.secrets[one] for one in epoch.counted),
            "v": "college-seed-v1",
        }
        if sha256(encode(document)).hexdigest() != data["seed"]:
            raise Broken(
                f"the seed of epoch {epoch.number} does not follow from what it is made of"
            )
        self.drawn[data["epoch"]] = Seed(epoch.number, epoch.pool, epoch.cases, data["seed"])
        self._last_seed = max(self._last_seed, (epoch.number, data["seed"]))
        self._demonstrations += len(epoch.counted) < _FROM_FIVE and beacon is None

    def _beacon(self, epoch: Epoch, round_: int, signature: str) -> dict[str, object] | None:
        if not epoch.round:
            if round_ or signature:
                raise Broken("no beacon was named, and one is used")
            return None
        if round_ not in (epoch.round, epoch.round + beacons.STAND_IN):
            raise Broken(f"it uses round {round_} of the beacon, named was {epoch.round}")
        self._stand_ins += round_ != epoch.round
        valid = beacons.holds(round_, signature)
        if valid is False:
            raise Broken(f"the signature is not that of round {round_} of the beacon")
        self._unchecked += valid is None
        randomness = beacons.randomness(signature)
        return {"chain": epoch.chain, "randomness": randomness, "round": round_}

    def _ended_void(self, data: Any, entry: Entry) -> None:
        epoch = self._epoch(data)
        epoch.after_sealing()
        self._voided += 1
        self._end(data["epoch"], epoch, set(data["dealers"]))
        if data["ground"] == "no-beacon":
            if data["dealers"] or not epoch.round:
                raise Broken("no beacon was named, or dealers are blamed for it")
        elif not data["dealers"] or not set(data["dealers"]) <= set(epoch.missing()):
            raise Broken("it names nobody, or somebody whose secret is known or does not count")

    def _end(self, name: str, epoch: Epoch, at_fault: set[str]) -> None:
        del self._open[name]
        if epoch.number > self._last_ended:
            self._last_ended = epoch.number
            self._people.at_fault = at_fault - {self._people.server}
