"""Rosters and pools: who could be drawn, how many places were drawn, which of them an epoch could draw.

Which place is whose is sealed, so members and places are checked apart (``spec/draw.md`` section 2).
"""

from datetime import datetime, timedelta
from typing import Any

from college_verify import lot
from college_verify.charters import Charters
from college_verify.documents import Documents
from college_verify.facts import Facts, Told
from college_verify.fields import is_commitment, is_id
from college_verify.findings import Broken, Findings, shown
from college_verify.seeds import Seeds

_CHECK = "rosters"
#: Entries tell moments to the millisecond, cut off.
_CUT = timedelta(milliseconds=1)


class Rosters:
    """Every roster of the log. ``members`` and ``places`` hold what was drawn, by the roster's id."""

    def __init__(self, findings: Findings, facts: Facts, charters: Charters, seeds: Seeds) -> None:
        self.members: dict[str, list[str]] = {}
        self.places: dict[str, list[str]] = {}
        self._findings, self._facts, self._charters, self._seeds = findings, facts, charters, seeds
        self._all_places: set[str] = set()
        self._pools: dict[str, tuple[str, list[str]]] = {}

    def conclude(self, documents: Documents) -> None:
        checks = {
            "committees.roster.announced": self._announced,
            "committees.roster.begun": self._begun,
        }
        both = [told for kind in checks for told in self._facts.of(kind)]
        for told in sorted(both, key=lambda told: told.index):
            self._try(told, documents, checks[told.kind])
        if self._findings.intact(_CHECK) and self.places:
            number = sum(map(len, self.places.values()))
            self._findings.held(
                _CHECK,
                f"{len(self.places):,} rosters with {number:,} places were drawn by their seeds among all "
                "who could be drawn.",
            )

    def _try(self, told: Told, documents: Documents, check: Any) -> None:
        try:
            check(told, documents)
        except Broken as error:
            sentence = f"The roster {shown(told.data['roster'])} does not hold: {error}."
            self._findings.failed(_CHECK, sentence, f"entry {told.index:,}")
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            self._findings.failed(_CHECK, "Its document is malformed.", f"entry {told.index:,}")

    def _announced(self, told: Told, documents: Documents) -> None:
        data = told.data
        epoch = self._facts.taking(told.index)
        if epoch is None or epoch.data["epoch"] != data["epoch"]:
            raise Broken("it was not announced in the epoch that took cases then")
        document = documents.read(data["announcement"], "college-roster-v1")
        if any(document[name] != data[name] for name in ("roster", "number", "epoch")):
            raise Broken("its document is about another roster, number or epoch")
        before = {t.data["number"] for t in self._facts.of(told.kind) if t.index < told.index}
        if data["number"] not in {max(before, default=0), max(before, default=0) + 1}:
            raise Broken(f"its number is {data['number']}, after {max(before, default=0)}")
        members = document["members"]
        if members != sorted(set(members)) or not all(map(is_id, members)):
            raise Broken("its members are not public ids in their order, each once")
        self._check_members(told, members)
        if document["size"] != self._size(told.index, len(members)):
            raise Broken(f"of {len(members)} members not {document['size']} serve by the charter")

    def _check_members(self, told: Told, members: list[str]) -> None:
        able = self._able(told)
        for member in members:
            if member not in able:
                raise Broken(f"{shown(member)} could not be drawn then: {self._why(member, told)}")
        missing = len(able.keys() - set(members))
        if missing > self._resting(told, len(able)):
            raise Broken(f"{missing} who could be drawn are not among its members")

    def _able(self, told: Told) -> dict[str, datetime]:
        """Who had been a member for long enough, was not suspended and had not left; since when."""
        standing = self._charters.clock(told.index, "standing")
        latest = told.at - standing + _CUT
        able = {
            t.data["member"]: t.at
            for t in self._facts.of("people.member.admitted")
            if t.index < told.index and t.at <= latest
        }
        for t in self._facts.of("people.member.resigned"):
            if t.index < told.index:
                able.pop(t.data["member"], None)
        for t in self._open("administration.sanction.", "sanction", told.index):
            able.pop(t.data["member"], None)
        return able

    def _why(self, member: str, told: Told) -> str:
        admitted = self._facts.of("people.member.admitted", member=member)
        if not admitted or admitted[0].index > told.index:
            return "no entry before admits them"
        resigned = self._facts.of("people.member.resigned", member=member)
        if resigned and resigned[0].index < told.index:
            return "they had resigned"
        suspended = self._open("administration.sanction.", "sanction", told.index)
        if any(t.data["member"] == member for t in suspended):
            return "they were suspended"
        return "they were not a member for long enough"

    def _open(self, kinds: str, named: str, index: int) -> list[Told]:
        """What had begun before an entry, and not ended since."""
        begun = [t for t in self._facts.of(f"{kinds}begun") if t.index < index]
        ended = [t for t in self._facts.of(f"{kinds}ended") if t.index < index]
        last = {t.data[named]: t.index for t in ended}
        return [t for t in begun if last.get(t.data[named], -1) < t.index]

    def _resting(self, told: Told, able: int) -> int:
        """How many may be missing: off the lottery, or at rest after a term. Who they are is sealed."""
        away = len(self._open("committees.absence.", "case", told.index))
        if able < self._charters.at(told.index)["roster"]["rest_from"]:
            return away
        rest = self._charters.clock(told.index, "rest")
        ended = self._facts.of("committees.roster.ended")
        late = [t for t in ended if t.index < told.index and told.at - t.at < rest]
        return away + sum(self._places_of(t.data["roster"]) for t in late)

    def _places_of(self, roster: str) -> int:
        return len(self.places.get(roster, ()))

    def _size(self, index: int, members: int) -> int:
        charter = self._charters.at(index)
        roster = charter["roster"]
        pools = [size["pool"] for size in charter["sizes"].values()]
        usable = [pool for pool in pools if pool <= min(members, roster["most"])]
        return int(min(max([members * roster["share"] // 100, *usable]), roster["most"], members))

    def _begun(self, told: Told, documents: Documents) -> None:
        name = told.data["roster"]
        announced = [
            t
            for t in self._facts.of("committees.roster.announced", roster=name)
            if t.index < told.index
        ]
        if not announced or announced[-1].data["epoch"] != told.data["epoch"]:
            raise Broken("it was not announced for the epoch that drew it")
        if name in self.places:
            raise Broken("it began twice")
        seed = self._seeds.drawn.get(told.data["epoch"])
        drawn = self._facts.of("committees.epoch.drawn", epoch=told.data["epoch"])
        if seed is None or not drawn or drawn[0].index > told.index:
            raise Broken("it began before the seed was known, or without one that holds")
        document = documents.read(announced[-1].data["announcement"], "college-roster-v1")
        self.members[name] = lot.ordered(seed.seed, document, document["members"])[
            : document["size"]
        ]
        places = documents.read(told.data["places"], "college-places-v1")
        self._check_places(name, places)
        for before in self._facts.of("committees.roster.begun"):
            ended = self._facts.of("committees.roster.ended", roster=before.data["roster"])
            if before.index < told.index and not (ended and ended[0].index < told.index):
                raise Broken("the roster before it had not ended")
        term = self._charters.clock(told.index, "term")
        if datetime.fromisoformat(told.data["ends_at"]) - told.at != term:
            raise Broken("its term is not as long as the charter says")

    def _check_places(self, name: str, document: Any) -> None:
        listed = document["places"]
        places = [place for place, _digest in listed]
        digests = {digest for _place, digest in listed}
        self.places[name] = places
        if document["roster"] != name or listed != sorted(listed):
            raise Broken("the document of its places is another roster's, or not in order")
        if len(places) != len(self.members[name]):
            raise Broken(f"it has {len(places)} places for {len(self.members[name])} drawn members")
        if not all(map(is_id, places)) or not all(map(is_commitment, digests)):
            raise Broken("a place or its digest is malformed")
        if len(set(places)) != len(places) or len(digests) != len(places):
            raise Broken("two of its places are one")
        if self._all_places & set(places):
            raise Broken("a pseudonym of another term is used again")
        self._all_places |= set(places)

    def pool(self, epoch: str) -> tuple[str, list[str]]:
        """The roster and the places that an epoch could draw from, by the entries. Raises ``Broken``."""
        if epoch not in self._pools:
            self._pools[epoch] = self._pool(epoch)
        return self._pools[epoch]

    def _pool(self, epoch: str) -> tuple[str, list[str]]:
        opened = self._facts.of("committees.epoch.opened", epoch=epoch)
        if not opened:
            raise Broken(f"the epoch {shown(epoch)} was never opened")
        told = opened[0]
        roster = self._facts.roster_at(told.index)
        if roster is None:
            return "", []
        name = str(roster.data["roster"])
        left = {
            t.data["place"]
            for t in self._facts.of("committees.place.left", roster=name)
            if t.index < told.index
        }
        if name not in self.places:
            raise Broken("the roster in force cannot be read")
        serving = [place for place in self.places[name] if place not in left]
        chosen = self._spans(told)
        return name, sorted(p for p in serving if _on_duty(chosen.get(p), told.at))

    def _spans(self, told: Told) -> dict[str, set[tuple[str, str]]]:
        """The spans of duty that each place had chosen by an entry."""
        spans: dict[str, set[tuple[str, str]]] = {}
        both = self._facts.of("committees.duty.chosen") + self._facts.of("committees.duty.dropped")
        for t in sorted(both, key=lambda t: t.index):
            if t.index < told.index:
                own = spans.setdefault(t.data["place"], set())
                span = (t.data["begins"], t.data["ends"])
                (own.add if t.kind.endswith("chosen") else own.discard)(span)
        return spans


def _on_duty(spans: set[tuple[str, str]] | None, at: datetime) -> bool:
    if not spans:
        return True
    ends = [(datetime.fromisoformat(begin), datetime.fromisoformat(end)) for begin, end in spans]
    return any(begin <= at < end for begin, end in ends)
