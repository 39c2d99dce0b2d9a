"""What the entries tell of people, rosters, epochs and cases, kept while they are read in their order."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from college_verify.entries import Entry

#: A clock that ticks does what is due within this.
LAG = timedelta(hours=1)
_OF_CASES = {
    "committees.case.filed": "filed",
    "committees.case.withdrawn": "withdrawn",
    "committees.draw.announced": "announced",
    "committees.draw.made": "made",
    "committees.draw.unmet": "unmet",
    "committees.seat.changed": "changed",
    "committees.ballot.sealed": "sealed",
    "committees.case.closed": "closed",
    "committees.verdict.given": "given",
    "committees.verdict.enacted": "enacted",
    "committees.case.appealed": "appealed",
    "committees.steward.voted": "voted",
}
#: Kinds that say which case was asked for by whom, or for what.
_ASKING = {
    "debates.text.reported",
    "summaries.comment.reported",
    "quizzes.retelling.reported",
    "administration.hold.made",
}
_KEPT = {
    "people.member.admitted",
    "people.member.resigned",
    "people.term.begun",
    "people.term.ended",
    "administration.sanction.begun",
    "administration.sanction.ended",
    "committees.absence.begun",
    "committees.absence.ended",
    "committees.epoch.opened",
    "committees.epoch.sealed",
    "committees.epoch.drawn",
    "committees.epoch.voided",
    "committees.roster.announced",
    "committees.roster.begun",
    "committees.roster.ended",
    "committees.place.left",
    "committees.duty.chosen",
    "committees.duty.dropped",
    "committees.key.enrolled",
    "committees.key.revoked",
    "debates.holding.begun",
    "debates.holding.ended",
    "debates.viewpoint.admitted",
    "debates.viewpoint.merged",
    "debates.viewpoint.parted",
    "debates.text.reported",
    "summaries.comment.reported",
    "administration.hold.made",
}


@dataclass(frozen=True, slots=True)
class Told:
    """An entry that is needed later. ``index`` is its place in the log."""

    index: int
    kind: str
    at: datetime
    actor: str
    data: Any


@dataclass
class Case:
    """Everything the entries say of one case, each kind by itself and all in order."""

    name: str
    all: list[tuple[str, Told]] = field(default_factory=list)

    def of(self, what: str) -> list[Told]:
        return [told for name, told in self.all if name == what]

    @property
    def filed(self) -> Told | None:
        return next(iter(self.of("filed")), None)


class Facts:
    """Takes the entries in their order."""

    def __init__(self) -> None:
        self.cases: dict[str, Case] = {}
        self.asked: set[str] = set()
        self.clock: datetime | None = None
        self._kept: defaultdict[str, list[Told]] = defaultdict(list)
        self._found: dict[tuple[str, ...], dict[tuple[object, ...], list[Told]]] = {}

    def follow(self, index: int, entry: Entry) -> None:
        at = datetime.fromisoformat(entry.at)
        if entry.actor == "clock" and (self.clock is None or at > self.clock):
            self.clock = at
        what = _OF_CASES.get(entry.kind)
        if what is None and entry.kind not in _KEPT:
            return
        told = Told(index, entry.kind, at, entry.actor, entry.data)
        if what is None:
            self._kept[entry.kind].append(told)
        else:
            name = str(entry.data["case"])
            self.cases.setdefault(name, Case(name)).all.append((what, told))
        if entry.kind in _ASKING:
            self.asked.add(str(entry.data["case"]))

    def of(self, kind: str, **members: str) -> list[Told]:
        """The entries of a kind, in order; only those whose data has these members. Asked after reading."""
        if not members:
            return self._kept[kind]
        asked = (kind, *members)
        if asked not in self._found:
            found = self._found[asked] = {}
            for told in self._kept[kind]:
                found.setdefault(tuple(told.data[name] for name in members), []).append(told)
        return self._found[asked].get(tuple(members.values()), [])

    def is_overdue(self, due: datetime, patience: timedelta = timedelta()) -> bool:
        """Whether the clock ticked so long after a moment that what was due then is undone."""
        return self.clock is not None and self.clock - due >= LAG + patience

    def taking(self, index: int) -> Told | None:
        """The epoch that takes cases at a place of the log: its opening."""
        before = [told for told in self.of("committees.epoch.opened") if told.index < index]
        return before[-1] if before else None

    def roster_at(self, index: int) -> Told | None:
        """The roster whose term runs at a place of the log: its beginning."""
        begun = [told for told in self.of("committees.roster.begun") if told.index < index]
        if not begun:
            return None
        ended = self.of("committees.roster.ended", roster=begun[-1].data["roster"])
        return None if any(told.index < index for told in ended) else begun[-1]
