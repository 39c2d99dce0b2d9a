"""What was said in debates, and what of it stands at a place of the log (``spec/summaries.md`` section 2)."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from college_verify.entries import Entry

_ADDED = {
    "debates.claim.added": "claim",
    "debates.argument.added": "argument",
    "debates.evidence.added": "evidence",
    "debates.definition.added": "definition",
    "debates.qualification.added": "qualification",
    "debates.challenge.put": "challenge",
    "debates.answer.given": "answer",
    "debates.concession.made": "concession",
}
_QUESTIONS = {
    "debates.question.registered",
    "debates.question.proposed",
    "debates.question.reworded",
}
_WORDED = {"debates.contribution.revised", "debates.text.rephrased"}
_POINTS = {"claim", "argument", "evidence"}
_HIDING = {"withheld", "behind"}


@dataclass(slots=True)
class Piece:
    """A contribution. ``wordings``: each commitment with the index of the first entry that makes it."""

    name: str
    debate: str
    form: str
    viewpoint: str
    wordings: dict[str, int]
    newest: str
    premises: tuple[str, ...] = ()
    target: str = ""
    joined: str = ""
    answers: list[str] = field(default_factory=list)
    succeeded: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A claim, an argument or evidence that stands. ``onto`` is what it repeats, or empty."""

    form: str
    viewpoint: str
    onto: str
    premises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A debate at one place of the log.

    ``points`` in the order of the log; ``standing`` has everything that stands, ``viewpoints`` those that are
    admitted and not merged, ``speaks`` the viewpoint of every contribution now, ``asking`` the open
    challenges, ``joined`` what a challenge was merged with.
    """

    viewpoints: list[str]
    points: dict[str, Point]
    standing: frozenset[str]
    speaks: dict[str, str]
    asking: frozenset[str]
    joined: dict[str, str]


@dataclass(slots=True)
class _Move:
    contribution: str
    onto: str
    in_force: bool = False


class Contributions:
    """Takes the entries in their order; what they name and was never added changes nothing here."""

    def __init__(self) -> None:
        self.pieces: dict[str, Piece] = {}
        self.questions: defaultdict[str, set[str]] = defaultdict(set)
        self._of: defaultdict[str, list[str]] = defaultdict(list)
        self._debates: dict[str, str] = {}
        self._admitted: defaultdict[str, list[str]] = defaultdict(list)
        self._merged: dict[str, str] = {}
        self._closed: set[str] = set()
        self._moves: defaultdict[str, dict[str, _Move]] = defaultdict(dict)
        self._onto: dict[str, str] = {}
        self._restricted: dict[str, tuple[str, str, str]] = {}

    def follow(self, index: int, entry: Entry) -> None:
        kind, data = entry.kind, _any(entry.data)
        if kind in _ADDED:
            self._add(index, _ADDED[kind], data)
        elif kind in _QUESTIONS:
            self.questions[data["debate"]].add(data["wording"])
        elif kind in _WORDED:
            if piece := self.pieces.get(data["contribution"]):
                piece.wordings.setdefault(data["text"], index)
                piece.newest = data["text"]
        elif kind.startswith("record.text."):
            change = self._closed.discard if kind.endswith("released") else self._closed.add
            change(data["commitment"])
        elif kind.startswith("debates.viewpoint."):
            self._viewpoint(kind, data)
        elif kind.startswith("debates.move."):
            self._move(kind, data)
        else:
            self._change(kind, data)

    def scene(self, debate: str) -> Scene:
        """The debate as the entries so far leave it."""
        pieces = [self.pieces[name] for name in self._of[debate]]
        hidden, same = self._hidden()
        readable = {
            one.name
            for one in pieces
            if not one.withdrawn and one.newest not in self._closed and one.newest not in hidden
        }
        standing = frozenset(
            one.name for one in pieces if one.name in readable and not one.succeeded
        )
        repeats = {m.contribution: m.onto for m in self._moves[debate].values() if m.in_force}
        repeats |= {one.name: same[one.newest] for one in pieces if one.newest in same}
        speaks = {one.name: self.root(one.viewpoint) for one in pieces}
        points = {
            one.name: Point(one.form, speaks[one.name], repeats.get(one.name, ""), one.premises)
            for one in pieces
            if one.form in _POINTS and one.name in standing
        }
        asking = {
            one.name
            for one in pieces
            if one.form == "challenge" and one.name in standing and not one.joined
            if one.target in readable and not self._is_answered(one)
        }
        return Scene(
            viewpoints=self.viewpoints(debate),
            points=points,
            standing=standing,
            speaks=speaks,
            asking=frozenset(asking),
            joined={one.name: one.joined for one in pieces if one.joined},
        )

    def viewpoints(self, debate: str) -> list[str]:
        """Those admitted and not merged, in the order of their admission."""
        return [name for name in self._admitted[debate] if name not in self._merged]

    def admitted(self, debate: str) -> list[str]:
        return list(self._admitted[debate])

    def root(self, viewpoint: str) -> str:
        """What a viewpoint is now; empty for one that was never admitted."""
        root = self._merged.get(viewpoint, viewpoint)
        return root if root in self._admitted[self._debates.get(root, "")] else ""

    def wrong_link(self, name: str, wording: str, debate: str, index: int) -> str:
        """What is wrong with a link that pins a wording, before an entry; empty if nothing."""
        piece = self.pieces.get(name)
        if piece is None or next(iter(piece.wordings.values())) >= index:
            return "leads to no contribution"
        if piece.debate != debate:
            return "leads to another debate"
        if piece.wordings.get(wording, index) >= index:
            return "pins a wording that the contribution never had"
        return ""

    def _add(self, index: int, form: str, data: Any) -> None:
        name = data["contribution"]
        if name in self.pieces:
            return
        self.pieces[name] = Piece(
            name=name,
            debate=data["debate"],
            form=form,
            viewpoint=data["viewpoint"],
            wordings={data["text"]: index},
            newest=data["text"],
            premises=tuple(data.get("premises", ())),
            target=data.get("target", ""),
            joined=data.get("joined", ""),
        )
        self._of[data["debate"]].append(name)
        if old := self.pieces.get(data["succeeds"]):
            old.succeeded = True
        if form == "answer" and (asked := self.pieces.get(data["challenge"])):
            asked.answers.append(name)

    def _is_answered(self, challenge: Piece) -> bool:
        return any(not self.pieces[name].withdrawn for name in challenge.answers)

    def _viewpoint(self, kind: str, data: Any) -> None:
        name = data["viewpoint"]
        if kind == "debates.viewpoint.admitted" and name not in self._debates:
            self._debates[name] = data["debate"]
            self._admitted[data["debate"]].append(name)
        elif kind == "debates.viewpoint.merged":
            for part in [p for p, whole in self._merged.items() if whole == name]:
                self._merged[part] = data["into"]
            self._merged[name] = data["into"]
        elif kind == "debates.viewpoint.parted":
            self._merged.pop(name, None)

    def _move(self, kind: str, data: Any) -> None:
        moves = self._moves[data["debate"]]
        if kind == "debates.move.proposed":
            if data["form"] == "group-repeats":
                moves[data["move"]] = _Move(data["contribution"], data["onto"])
        elif move := moves.get(data["move"]):
            if kind == "debates.move.agreed":
                move.in_force = move.in_force or data["again"]
            else:
                move.in_force = kind != "debates.move.undone"

    def _change(self, kind: str, data: Any) -> None:
        if kind == "debates.contribution.withdrawn":
            if piece := self.pieces.get(data["contribution"]):
                piece.withdrawn = True
        elif kind == "debates.challenge.promoted":
            for name, joined in [
                (data["challenge"], ""),
                *((n, data["challenge"]) for n in data["joined"]),
            ]:
                if piece := self.pieces.get(name):
                    piece.joined = joined
        elif kind == "debates.text.reported":
            self._onto.setdefault(data["case"], data["onto"])
        elif kind == "debates.text.restricted":
            self._restricted[data["restriction"]] = (data["text"], data["effect"], data["case"])
        elif kind == "debates.text.restored":
            self._restricted.pop(data["restriction"], None)

    def _hidden(self) -> tuple[set[str], dict[str, str]]:
        """Wordings behind a restriction; and those that a verdict found to repeat something, with that."""
        told = self._restricted.values()
        same = {text: self._onto.get(case, "") for text, effect, case in told if effect == "linked"}
        hidden = {text for text, effect, _case in told if effect in _HIDING}
        return hidden, {text: onto for text, onto in same.items() if onto}


def _any(data: dict[str, object]) -> Any:
    """Fields have been checked by their kind."""
    return data
