"""Tallies of quizzes: what was published of answers, and what follows from it (``spec/quizzes.md`` sections 3
and 4)."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from college_verify import quiz_answers, quiz_figures, quiz_flags
from college_verify.documents import Documents
from college_verify.entries import Entry
from college_verify.findings import Broken, Findings, shown
from college_verify.quiz_answers import Answers
from college_verify.quiz_flags import Flags

ANSWERS, FIGURES = "answers", "figures"
_ITEM = "college-quiz-item-v1"
_CHARTERS = {
    "record.college.founded",
    "administration.charter.extended",
    "administration.charter.put-in-force",
}
#: Takers in one document at most: older tallies give way.
_MOST = 20_000
#: Moments stand in entries to the millisecond.
_ROUNDED = timedelta(seconds=1)
_Pattern = frozenset[tuple[str, str]]


@dataclass
class Tally:
    """A tally as it was told. ``confirmed``: items whose keys panels had confirmed, with their documents."""

    index: int
    at: datetime
    data: dict[str, Any]
    charter: str
    confirmed: dict[str, str]
    asking: quiz_flags.Standing
    new: Counter[_Pattern] | None = None
    value: dict[str, Any] | None = None
    figures: dict[str, Any] | None = None


@dataclass
class _Quiz:
    released: bool = False
    documents: dict[str, str] = field(default_factory=dict)
    confirmed: dict[str, str] = field(default_factory=dict)
    tallies: list[Tally] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Limits:
    quizzes: dict[str, int]
    every: timedelta
    kept: timedelta


class Tallies:
    """Takes the entries in their order; ``conclude`` then reads the documents."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._quizzes: defaultdict[str, _Quiz] = defaultdict(_Quiz)
        self._flags = Flags()
        self._charter = ""
        self._items: dict[str, Any] = {}
        self._unread = 0

    def follow(self, index: int, entry: Entry) -> None:
        """Take in the next entry that holds by itself."""
        data: Any = entry.data
        if entry.kind in _CHARTERS:
            self._charter = data["charter"]
        if not entry.kind.startswith("quizzes."):
            return
        self._flags.follow(entry.kind, data)
        quiz = self._quizzes[data.get("quiz", "")]
        match entry.kind.removeprefix("quizzes."):
            case "quiz.released":
                quiz.released = True
            case "item.asked":
                quiz.documents[data["item"]] = data["document"]
            case "item.accepted" if data["item"] in quiz.documents:
                quiz.confirmed[data["item"]] = quiz.documents[data["item"]]
            case "tally.published":
                self._publish(index, datetime.fromisoformat(entry.at), data, quiz)

    def _publish(self, index: int, at: datetime, data: Any, quiz: _Quiz) -> None:
        number = 1 + len(quiz.tallies)
        if not quiz.released or data["number"] != number:
            told = f"its number is not {number}" if quiz.released else "its quiz was not released"
            self._findings.failed(
                ANSWERS, f"A tally was published, and {told}.", f"entry {index:,}"
            )
            return
        asking = self._flags.standing(data["quiz"])
        told_ = Tally(index, at, data, self._charter, dict(quiz.confirmed), asking)
        quiz.tallies.append(told_)

    def conclude(self, documents: Documents) -> None:
        """Read the documents, and check what follows from them."""
        read = 0
        for quiz in self._quizzes.values():
            for tally in quiz.tallies:
                read += self._check(tally, quiz.tallies, documents)
        if not any(quiz.tallies for quiz in self._quizzes.values()):
            return
        if self._findings.intact(ANSWERS) and read:
            told = (
                f"{read:,} tallies of answers hold no person, no small number and no unknown item."
            )
            self._findings.held(ANSWERS, told)
        if self._findings.intact(ANSWERS, FIGURES) and read:
            told = (
                f"The figures of {read:,} tallies, computed again from these answers, are the same."
            )
            self._findings.held(FIGURES, told)
        if self._unread:
            told = f"The documents of {self._unread:,} tallies cannot all be read: they were not checked."
            self._findings.note(ANSWERS, told)

    def _check(self, tally: Tally, every: list[Tally], documents: Documents) -> bool:
        check = ANSWERS
        try:
            limits = _limits(tally.charter, documents)
            before = every[tally.data["number"] - 2] if tally.data["number"] > 1 else None
            if before is not None and tally.at - before.at < limits.every - _ROUNDED:
                raise Broken("it was published sooner after the last than the charter allows")
            value = self._read_answers(tally, documents)
            items = None if value is None else self._read_items(value, tally, documents)
            if value is None or items is None:
                self._unread += 1
                return False
            answers = Answers(value, tally.data, items)
            answers.check_items()
            _check_documents(value, tally.confirmed)
            tally.value = value
            _check_window(tally, every, value["since"], limits)
            tally.new = _entered(answers, tally, every)
            _check_batch(tally, limits.quizzes["batch"])
            answers.check_strata(limits.quizzes)
            compared = _compared(tally, every)
            last_strata = compared.value["strata"] if compared and compared.value else None
            answers.check_steps(last_strata, limits.quizzes["trial"])
            answers.check_retellings(before and before.value, limits.quizzes["batch"])
            check = FIGURES
            told = documents.read(tally.data["figures"], quiz_figures.FORMAT)
            quiz_figures.check(told, value, items, limits.quizzes)
            tally.figures = told
            if before is None or before.figures is not None:
                last = compared.figures if compared else None
                now = {"dif": []} if last_strata == value["strata"] else told
                self._flags.check(tally.data["tally"], tally.asking, now, last)
        except Broken as error:
            quiz = shown(tally.data["quiz"])
            sentence = f"Tally {tally.data['number']} of the quiz {quiz}: {error}."
            self._findings.failed(check, sentence, f"entry {tally.index:,}")
            return False
        return True

    def _read_answers(self, tally: Tally, documents: Documents) -> dict[str, Any] | None:
        """``None`` where one of the two documents is not published."""
        if not all(documents.is_open(tally.data[name]) for name in ("answers", "figures")):
            return None
        found: dict[str, Any] = documents.read(tally.data["answers"], quiz_answers.FORMAT)
        return found

    def _read_items(
        self, value: Mapping[str, Any], tally: Tally, documents: Documents
    ) -> dict[str, Any] | None:
        """The documents of the items that were answered; ``None`` where one is not published."""
        names = [one["item"] for one in quiz_answers.items_of(value)]
        wanted = {name: tally.confirmed[name] for name in names if name in tally.confirmed}
        if not all(map(documents.is_open, wanted.values())):
            return None
        for name in wanted.keys() - self._items.keys():
            self._items[name] = documents.read(wanted[name], _ITEM)
        return {name: self._items[name] for name in wanted}


def _compared(tally: Tally, every: list[Tally]) -> Tally | None:
    """The last tally before this one with counts by viewpoint."""
    earlier = every[: tally.data["number"] - 1]
    return next((one for one in reversed(earlier) if one.value and one.value["strata"]), None)


def _limits(charter: str, documents: Documents) -> _Limits:
    document = documents.read(charter)
    try:
        numbers = {name: int(value) for name, value in document["quizzes"].items()}
        clocks = document["clocks"]
        every, kept = (timedelta(seconds=int(clocks[name])) for name in ("tally", "answers_kept"))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Broken("the charter in force says nothing of quizzes") from None
    missing = {*quiz_figures.THRESHOLDS, "batch"} - numbers.keys()
    if missing:
        raise Broken(f"the charter in force does not say {', '.join(sorted(missing))}")
    return _Limits(numbers, every, kept)


def _check_documents(value: Mapping[str, Any], confirmed: Mapping[str, str]) -> None:
    for one in value["items"]:
        if confirmed[one["item"]] != one["document"]:
            raise Broken(f"it counts the item {shown(one['item'])} by another document")


def _entered(answers: Answers, tally: Tally, every: list[Tally]) -> Counter[_Pattern] | None:
    """The patterns that it counts first; ``None`` where an earlier tally cannot be read."""
    left = Counter(answers.patterns())
    for earlier in every[answers.value["since"] - 1 : tally.data["number"] - 1]:
        if earlier.new is None:
            return None
        left.subtract(earlier.new)
    if any(number < 0 for number in left.values()):
        raise Broken("answers that an earlier tally counted are not in it, and should be")
    return +left


def _check_window(tally: Tally, every: list[Tally], since: int, limits: _Limits) -> None:
    """No answers are counted longer than they may be kept, and none are left out before."""
    counted = tally.data["takers"]
    for earlier in every[: tally.data["number"] - 1]:
        number, over = earlier.data["number"], tally.at - earlier.at - limits.kept
        if number >= since and over > _ROUNDED:
            raise Broken(f"it counts answers of tally {number}, which were to be forgotten")
        if number == since - 1 and over < -_ROUNDED and earlier.new is not None:
            # A charter that kept answers for a shorter time may have been in force meanwhile.
            same = all(one.charter == tally.charter for one in every[number - 1 :])
            if same and counted + earlier.new.total() <= _MOST:
                raise Broken(f"it leaves out answers of tally {number}, which were still kept")


def _check_batch(tally: Tally, batch: int) -> None:
    if tally.new is not None and tally.new.total() < batch:
        told = f"only {tally.new.total()} takers entered at once, fewer than a batch of {batch}"
        raise Broken(told)
