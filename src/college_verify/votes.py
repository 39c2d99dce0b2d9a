"""The ballots of a draw: sealed once each and in time, signed by the key of their seat, counted in waves."""

from typing import Any

from college_verify import ballots, signatures, tally
from college_verify.documents import Documents
from college_verify.facts import Case, Facts, Told
from college_verify.findings import Broken, shown
from college_verify.seats import Held, Seats
from college_verify.tally import Vote

_Cast = dict[str, tuple[Vote, int]]


class Votes:
    """Checks the ballots of stories. ``counted`` is how many held."""

    def __init__(self, facts: Facts, documents: Documents) -> None:
        self.counted = 0
        self._facts, self._documents = facts, documents
        self._nonces: set[str] = set()
        self._keys: dict[str, signatures.Key] = {}
        self._publics: set[str] = set()

    def check(self, case: Case, story: Any, seats: Seats, closed: Told) -> list[Vote]:
        """What each panel came to, recomputed. Raises ``Broken``."""
        cast: _Cast = {}
        for told in story["ballots"]:
            name = told["seat"]
            held = seats.held.get(name)
            if held is None or held.until >= 0 or name in cast:
                raise Broken(
                    f"a ballot is told of the seat {shown(name)}, which nobody held, or twice"
                )
            cast[name] = self._ballot(case, told, held, closed)
            self.counted += 1
        strangers = [
            t
            for t in case.of("sealed")
            if t.data["seat"] in seats.held and t.data["seat"] not in cast
        ]
        if strangers:
            raise Broken(
                f"the ballot of the seat {shown(strangers[0].data['seat'])} was not opened"
            )
        return [self._panel(seats, panel, cast) for panel in range(seats.size.panels)]

    def _ballot(self, case: Case, told: Any, held: Held, closed: Told) -> tuple[Vote, int]:
        name, document = told["seat"], told["document"]
        if not isinstance(document, dict) or document.keys() != {"ballot", "signature"}:
            raise Broken(f"the ballot of the seat {shown(name)} is not one text with its signature")
        digest = ballots.seal(
            bytes.fromhex(told["salt"]), document["ballot"], document["signature"]
        )
        entries = [t for t in case.of("sealed") if t.data["seat"] == name]
        if len(entries) != 1:
            raise Broken(f"the seat {shown(name)} sealed {len(entries)} ballots, and one is opened")
        (sealed,) = entries
        if sealed.data["ballot"] != digest:
            raise Broken(
                f"the ballot that is opened for the seat {shown(name)} is not the one it sealed"
            )
        if sealed.index > closed.index:
            raise Broken(f"the ballot of the seat {shown(name)} was opened before it was sealed")
        if sealed.index < held.since or sealed.actor != name:
            raise Broken(f"the ballot of the seat {shown(name)} was sealed before anybody had it")
        text = document["ballot"].encode()
        ballot = ballots.read(text)
        if (ballot.case, ballot.seat) != (case.name, name):
            raise Broken(
                f"the ballot of the seat {shown(name)} was made for the seat {shown(ballot.seat)} of case "
                f"{shown(ballot.case)}"
            )
        if ballot.nonce in self._nonces:
            raise Broken(f"the ballot of the seat {shown(name)} repeats the nonce of another")
        self._nonces.add(ballot.nonce)
        if ballot.reason not in closed.data["reasons"]:
            raise Broken(f"the reason of the seat {shown(name)} is not among those that are opened")
        key = self._key(document["signature"]["key"], held.seat.place, sealed.index)
        try:
            signatures.check(text, document["signature"], key)
        except Broken as error:
            raise Broken(f"the ballot of the seat {shown(name)} is forged: {error}") from None
        return (ballot.choice, ballot.ground), sealed.index

    def _key(self, commitment: str, place: str, index: int) -> signatures.Key:
        """A key in force for a place when it signed."""
        enrolled = self._facts.of("committees.key.enrolled", key=commitment, place=place)
        if not enrolled or enrolled[0].index > index:
            raise Broken(f"a ballot is signed with a key that {shown(place)} had not enrolled")
        revoked = self._facts.of("committees.key.revoked", key=commitment, place=place)
        if revoked and revoked[0].index < index:
            raise Broken(f"a ballot is signed with a key that {shown(place)} had revoked")
        if commitment not in self._keys:
            document = self._documents.read(commitment, "college-key-v1")
            self._keys[commitment] = signatures.read_key(document)
            if document["public"] in self._publics:
                raise Broken("one public key was enrolled twice")
            self._publics.add(document["public"])
        return self._keys[commitment]

    def _panel(self, seats: Seats, panel: int, cast: _Cast) -> Vote:
        """A panel's ruling, if it had settled, and its second wave was called for a reason."""
        size, letter = seats.size, "ABCDEFGH"[panel]
        held = seats.of(panel)
        early = tally.first_wave(size.seats, size.threshold)
        first = [name for name in held if seats.held[name].number <= early]
        second = [name for name in held if name not in first]
        votes = [cast[name][0] for name in first if name in cast]
        later = [name for name in second if name in cast]
        if any(name not in cast for name in first):
            raise Broken(f"panel {letter} ruled while a seat that was called had not voted")
        settled = tally.is_settled(votes, size.threshold, size.seats - early)
        if later and settled:
            raise Broken(f"panel {letter} was settled, and its second wave voted")
        if later:
            last = max((cast[name][1] for name in first), default=-1)
            if min(cast[name][1] for name in later) < last:
                raise Broken(f"the second wave of panel {letter} voted before the first had")
        if not settled and any(name not in cast for name in second):
            raise Broken(f"panel {letter} ruled, and its second wave had not voted")
        return tally.ruling(votes + [cast[name][0] for name in later], size.threshold)
