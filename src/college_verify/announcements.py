"""What was announced before a seed was known: pool, strata, sizes (``spec/draw.md`` section 3)."""

from collections import Counter
from hashlib import sha256
from typing import Any

from college_verify import lot
from college_verify.canonical import encode
from college_verify.charters import Charters
from college_verify.documents import opened
from college_verify.facts import Case, Facts, Told
from college_verify.fields import is_commitment
from college_verify.findings import Broken, Findings, shown
from college_verify.rosters import Rosters
from college_verify.tally import BY_EVERY_SIDE

_CHECK = "draws"
_EXCUSES = {"busy", "left", "party"}


class Announcements:
    """Checks announced documents against what the entries tell."""

    def __init__(self, facts: Facts, charters: Charters, rosters: Rosters) -> None:
        self._facts, self._charters, self._rosters = facts, charters, rosters

    def check(
        self, case: Case, story: Any, number: int, called: set[str], size: str
    ) -> tuple[Told, Any]:
        """The entry that announced a story's draw, and the document. Raises ``Broken``.

        ``number`` counts the draws of the case; ``called`` are the places that sat on it before, ``size``
        the one that its first panels had.
        """
        digest, document = opened(story["announcement"], "college-draw-v1")
        told = next((t for t in case.of("announced") if t.data["announcement"] == digest), None)
        if told is None:
            raise Broken("the announcement that is opened was never announced")
        filed = case.filed
        if filed is None or filed.index > told.index:
            raise Broken("it was announced before the case was filed")
        if filed.data["procedure"] == BY_EVERY_SIDE:
            _check_every_side(story, document)
        expected = {"case": case.name, "draw": number, "procedure": filed.data["procedure"]}
        expected |= {"epoch": told.data["epoch"], "step": story["step"]}
        for name, value in expected.items():
            if document[name] != value:
                raise Broken(
                    f"the announcement says {name} {shown(document[name])}, not {shown(value)}"
                )
        if story["epoch"] != told.data["epoch"] or story["case"] != case.name:
            raise Broken("the story is of another case or epoch than it was announced for")
        self._check_epoch(case, told, document["step"])
        self._check_pool(story, told, document, called)
        self._check_strata(filed, told, document)
        self._check_sizes(told, document, size)
        if not is_commitment(document["blind"]):
            raise Broken("the announcement is not blinded by 32 random bytes")
        return told, document

    def _check_epoch(self, case: Case, told: Told, step: str) -> None:
        """The epoch that took cases when it was asked for, or, where that was voided, the one then."""
        sealed = self._facts.of("committees.epoch.sealed", epoch=told.data["epoch"])
        if not sealed or sealed[0].index < told.index:
            raise Broken("it was announced when the epoch was sealed already")
        asked = case.filed
        if step == "review" and case.of("appealed"):
            asked = case.of("appealed")[-1]
        if asked is None or step == "retrial" or (step == "review" and asked is case.filed):
            return
        if step == "first" and case.of("given"):
            return
        epoch = self._facts.taking(asked.index)
        while epoch is not None and epoch.data["epoch"] != told.data["epoch"]:
            voided = self._facts.of("committees.epoch.voided", epoch=epoch.data["epoch"])
            if not voided:
                raise Broken(
                    "it was drawn for in another epoch than took cases when it was asked for"
                )
            epoch = self._facts.taking(voided[0].index)

    def _check_pool(self, story: Any, told: Told, document: Any, called: set[str]) -> None:
        digest, pooled = opened(story["pool"], "college-pool-v1")
        (opening,) = self._facts.of("committees.epoch.opened", epoch=told.data["epoch"])
        if digest != opening.data["pool"]:
            raise Broken("the pool that is opened is not the one the epoch began with")
        roster, places = self._rosters.pool(told.data["epoch"])
        if pooled["epoch"] != told.data["epoch"] or pooled["roster"] != roster:
            raise Broken("the pool is of another epoch or roster")
        if pooled["places"] != places:
            odd = sorted(set(pooled["places"]) ^ set(places))
            named = f": {shown(odd[0])}" if odd else ""
            raise Broken(f"the pool is not that of all who served and were on duty{named}")
        pool, excused = document["pool"], document["excused"]
        if pool != sorted(pool) or excused != sorted(excused):
            raise Broken("its pool is not in order")
        if sorted([place for place, _word in pool + excused]) != places:
            raise Broken("pool and excused together are not the places of the epoch's pool")
        if not {word for _place, word in excused} <= _EXCUSES:
            raise Broken("somebody is excused by a word that is none")
        again = called & {place for place, _side in pool}
        if again:
            raise Broken(f"{shown(min(again))} could be drawn, and was called to this case before")

    def _check_strata(self, filed: Told, told: Told, document: Any) -> None:
        """No more places of a viewpoint than drawn members who held it when the epoch opened that took the
        case; when the case was filed, if that was before the first epoch."""
        scope = filed.data["scope"]
        merged = self._merged(filed.index)
        admitted = {
            t.data["viewpoint"]
            for t in self._facts.of("debates.viewpoint.admitted", debate=scope)
            if t.index < filed.index
        }
        standing = sorted(one for one in admitted if one not in merged)
        if filed.data["procedure"] == "section":
            _check_own_panel(document, standing)
        elif scope in self._debates() and document["viewpoints"] != standing:
            raise Broken("its viewpoints are not those that the debate had when the case was filed")
        frozen = (self._facts.taking(filed.index) or filed).at
        held: dict[str, str] = {}
        ended = {
            t.data["holding"]: t for t in self._facts.of("debates.holding.ended", debate=scope)
        }
        for t in self._facts.of("debates.holding.begun", debate=scope):
            over = ended.get(t.data["holding"])
            lasts = over is None or over.at >= frozen or over.index > filed.index
            if (
                t.at <= frozen
                and t.index < filed.index
                and lasts
                and t.data["viewpoint"] in admitted
            ):
                held[t.data["member"]] = merged.get(t.data["viewpoint"], t.data["viewpoint"])
        roster, _places = self._rosters.pool(told.data["epoch"])
        most = Counter(held.get(member, "") for member in self._rosters.members.get(roster, ()))
        for stratum, number in Counter(side for _place, side in document["pool"]).items():
            if stratum and scope not in self._debates():
                continue
            if number > most[stratum]:
                raise Broken(
                    f"{number} places count as {shown(stratum) if stratum else 'without a viewpoint'}, and "
                    f"only {most[stratum]} drawn members were"
                )

    def _debates(self) -> set[str]:
        """Debates that have admitted viewpoints in the record."""
        return {t.data["debate"] for t in self._facts.of("debates.viewpoint.admitted")}

    def _merged(self, index: int) -> dict[str, str]:
        """Merged viewpoints, each with the one it is part of, by an entry."""
        both = self._facts.of("debates.viewpoint.merged") + self._facts.of(
            "debates.viewpoint.parted"
        )
        merged: dict[str, str] = {}
        for t in sorted(both, key=lambda t: t.index):
            if t.index < index and t.kind.endswith("merged"):
                merged[t.data["viewpoint"]] = t.data["into"]
            elif t.index < index:
                merged.pop(t.data["viewpoint"], None)
        return merged

    def _check_sizes(self, told: Told, document: Any, taken: str) -> None:
        roster, _places = self._rosters.pool(told.data["epoch"])
        serving = len(self._rosters.places.get(roster, ()))
        allowed = []
        for name, size in self._charters.sizes(told.index, document["procedure"]):
            first = document["step"] == "first"
            if serving >= size["pool"] if first or not taken else name == taken:
                allowed.append(_size(name, size, document, first=first))
        if document["sizes"] != allowed:
            raise Broken("its sizes are not those that the charter in force asks for")


def _size(name: str, size: Any, document: Any, *, first: bool) -> dict[str, object]:
    """A size as an announcement must have it."""
    seats = size["seats"] if first else size["review_seats"]
    viewpoints = len(document["viewpoints"])
    if document["procedure"] == BY_EVERY_SIDE:
        every = {"seats": viewpoints, "own": viewpoints, "cap": 0, "threshold": viewpoints}
        return {"name": name, "panels": size["panels"], **every}
    own = lot.own_seats(seats, viewpoints) if document["own_side"] else 0
    cap = size["cap"] if first else size["review_cap"]
    return {
        "name": name,
        "panels": size["panels"] if first else 1,
        "seats": seats,
        "own": own,
        "cap": lot.cap_of(cap, seats, own, viewpoints),
        "threshold": size["threshold"] if first else size["review_threshold"],
    }


def _check_own_panel(document: Any, standing: list[str]) -> None:
    """A viewpoint's section of a summary: only its own holders sit, or those of no viewpoint."""
    own = document["own_side"]
    if own not in standing or document["viewpoints"] != [own]:
        raise Broken("it is about one viewpoint's own section, and not drawn for that viewpoint")
    for place, side in document["pool"]:
        if side not in {own, ""}:
            raise Broken(f"{shown(place)} holds another viewpoint, and could be drawn")


def _check_every_side(story: Any, document: Any) -> None:
    """A key is decided once, by panels with a seat of every viewpoint, and by nobody above them."""
    if story["step"] != "first":
        raise Broken(
            "every side decides it together, and it was drawn for a second time above them"
        )
    if len(document["viewpoints"]) < 2 or document["own_side"]:
        raise Broken("every side decides it together, and it was not drawn for two sides or more")


def check_lists(facts: Facts, findings: Findings) -> None:
    """What each epoch sealed is the list of what had been announced for it."""
    digests: dict[str, list[str]] = {}
    for case in facts.cases.values():
        for told in case.of("announced"):
            digests.setdefault(told.data["epoch"], []).append(told.data["announcement"])
    for told in facts.of("committees.roster.announced"):
        digests.setdefault(told.data["epoch"], []).append(told.data["announcement"])
    for told in facts.of("committees.epoch.sealed"):
        epoch = told.data["epoch"]
        document = {"draws": sorted(digests.get(epoch, [])), "epoch": epoch}
        if sha256(encode(document)).hexdigest() != told.data["cases"]:
            sentence = "What the epoch sealed is not the list of what was announced for it."
            findings.failed(_CHECK, sentence, f"entry {told.index:,}")
    for case in facts.cases.values():
        for told in case.of("announced"):
            _check_made(case, told, facts, findings)


def _check_made(case: Case, told: Told, facts: Facts, findings: Findings) -> None:
    """Every announced draw whose seed is known is made, unless the case was withdrawn."""
    drawn = facts.of("committees.epoch.drawn", epoch=told.data["epoch"])
    if not drawn or case.of("withdrawn") or not facts.is_overdue(drawn[0].at):
        return
    made = [t for t in case.of("made") if t.data["epoch"] == told.data["epoch"]]
    if not made and not any(t.index > drawn[0].index for t in case.of("unmet")):
        sentence = f"A draw of case {shown(case.name)} was announced, and never made."
        findings.failed(_CHECK, sentence, f"entry {told.index:,}")
