"""What was found in a file of questions: those that can be drafts, and what was left out, line by line."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from college.exchange.limits import (
    QUESTION_ANSWERS,
    QUESTION_CHARACTERS,
    QUESTIONS,
    ROWS_PER_REASON,
)
from college.exchange.quizzes.questions import (
    FRACTIONS,
    NUMBER,
    RIGHT,
    Answer,
    Question,
    QuestionKind,
    is_key,
)
from college.ground.refusals import Refusal

_FRACTIONS = {sign * one for one in FRACTIONS for sign in (1, -1)}
NAME_SHOWN = 80


class WhyNot(StrEnum):
    """Why a question, or something of one (``NOTES``), is not in the draft."""

    DESCRIPTION = "description"
    ESSAY = "essay"
    SHORT_ANSWER = "short-answer"
    OTHER_KIND = "other-kind"
    CATEGORY_NOT_ALONE = "category-not-alone"
    BRACES = "braces"
    NO_STEM = "no-stem"
    EMPTY_ANSWER = "empty-answer"
    FEW_ANSWERS = "few-answers"
    MANY_ANSWERS = "many-answers"
    FEW_PAIRS = "few-pairs"
    NO_ARROW = "no-arrow"
    NONE_RIGHT = "none-right"
    TWO_RIGHT = "two-right"
    FRACTION = "fraction"
    NOT_A_NUMBER = "not-a-number"
    SEVERAL_NUMBERS = "several-numbers"
    TOO_LONG = "too-long"
    NOT_AS_DESCRIBED = "not-as-described"
    FILES = "files"
    PART_CREDIT = "part-credit"
    FEEDBACK = "feedback"


#: The question itself is taken.
NOTES = frozenset({WhyNot.FILES, WhyNot.PART_CREDIT, WhyNot.FEEDBACK})


@dataclass(frozen=True, slots=True)
class LeftOut:
    """``line`` counts from 1, 0 where it is not known. ``name``: the question's, or how it begins."""

    line: int
    name: str
    reason: WhyNot

    @property
    def is_note(self) -> bool:
        """Whether only something of a question was left out."""
        return self.reason in NOTES


@dataclass(frozen=True, slots=True)
class Imported:
    """``questions`` in the order of the file: none of them has a reason against it."""

    questions: tuple[Question, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(slots=True)
class Gathering:
    """Takes what a reader finds, and sorts it."""

    questions: list[Question] = field(default_factory=list)
    rows: list[LeftOut] = field(default_factory=list)
    found: int = 0

    def add(self, line: int, question: Question) -> None:
        """Raises Refusal ``exchange.quiz.too-many`` above ``limits.QUESTIONS``."""
        question = replace(question, answers=tuple(map(_on_the_list, question.answers)))
        self._count(line)
        shown = question.name or question.stem
        reason = why_not(question)
        if reason is not None:
            self._row(line, shown, reason)
            return
        self.questions.append(question)
        if any(one.feedback for one in question.answers):
            self.leave(line, shown, WhyNot.FEEDBACK)
        if question.single and any(one.fraction not in (0, RIGHT) for one in question.answers):
            self.leave(line, shown, WhyNot.PART_CREDIT)

    def leave(self, line: int, name: str, reason: WhyNot) -> None:
        """List what cannot be a question, or a note."""
        if reason not in NOTES:
            self._count(line)
        self._row(line, name, reason)

    def done(self) -> Imported:
        rows = sorted(self.rows, key=lambda row: row.line)
        return Imported(tuple(self.questions), tuple(rows))

    def _count(self, line: int) -> None:
        self.found += 1
        if self.found > QUESTIONS:
            raise Refusal("exchange.quiz.too-many", line=line, limit=QUESTIONS)

    def _row(self, line: int, name: str, reason: WhyNot) -> None:
        if len(self.rows) < ROWS_PER_REASON:
            short = " ".join(name.split())
            short = short if len(short) <= NAME_SHOWN else short[: NAME_SHOWN - 1] + "…"
            self.rows.append(LeftOut(line, short, reason))


def why_not(question: Question) -> WhyNot | None:
    """What keeps a question from being the draft of an item; ``None`` if nothing does."""
    texts = [question.stem, question.name, question.category, question.general, *question.tags]
    texts += [words for one in question.answers for words in (one.words, one.feedback)]
    texts += [words for one in question.pairs for words in (one.prompt, one.answer)]
    if any(len(words) > QUESTION_CHARACTERS for words in texts):
        return WhyNot.TOO_LONG
    if max(len(question.answers), len(question.pairs)) > QUESTION_ANSWERS:
        return WhyNot.MANY_ANSWERS
    if not question.stem:
        return WhyNot.NO_STEM
    if any(one.fraction not in _FRACTIONS for one in question.answers):
        return WhyNot.FRACTION
    return _CHECKS[question.kind](question)


def _on_the_list(answer: Answer) -> Answer:
    """Its fraction as Moodle's list has it, where it was rounded otherwise."""
    near = (one for one in _FRACTIONS if abs(one - answer.fraction) <= RIGHT / 100_000)
    return replace(answer, fraction=next(near, answer.fraction))


def _choice(question: Question) -> WhyNot | None:
    if len(question.answers) < 2:
        return WhyNot.FEW_ANSWERS
    if not all(one.words for one in question.answers):
        return WhyNot.EMPTY_ANSWER
    return _keys(question)


def _keys(question: Question) -> WhyNot | None:
    keys = sum(is_key(question, one) for one in question.answers)
    if not keys:
        return WhyNot.NONE_RIGHT
    return WhyNot.TWO_RIGHT if question.single and keys > 1 else None


def _matching(question: Question) -> WhyNot | None:
    if sum(bool(one.prompt) for one in question.pairs) < 2:
        return WhyNot.FEW_PAIRS
    if not all(one.answer for one in question.pairs):
        return WhyNot.EMPTY_ANSWER
    return None


def _numerical(question: Question) -> WhyNot | None:
    numbers = [words for one in question.answers for words in (one.words, one.tolerance)]
    below = any(one.tolerance.startswith("-") for one in question.answers)
    if not numbers or below or not all(map(NUMBER.fullmatch, numbers)):
        return WhyNot.NOT_A_NUMBER
    right = sum(one.fraction == RIGHT for one in question.answers)
    if not right:
        return WhyNot.NONE_RIGHT
    return WhyNot.SEVERAL_NUMBERS if right > 1 else None


_CHECKS = {
    QuestionKind.MULTICHOICE: _choice,
    QuestionKind.TRUE_FALSE: _keys,
    QuestionKind.MATCHING: _matching,
    QuestionKind.NUMERICAL: _numerical,
}
