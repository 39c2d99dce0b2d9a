"""GIFT, Moodle's text format for questions: out and in, by the rules of its own reader."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from college.exchange.quizzes.collecting import Gathering, Imported, WhyNot
from college.exchange.quizzes.plain import from_automatic, from_html
from college.exchange.quizzes.questions import (
    FALSE,
    NUMBER,
    RIGHT,
    TRUE,
    WRONG,
    Answer,
    Pair,
    Question,
    QuestionKind,
    as_tag,
    cleaned,
    on_one_line,
)

_ESCAPED = "\\#=~{}:"
_WRITTEN = {ord(mark): "\\" + mark for mark in _ESCAPED} | {ord("\n"): "\\n"}
# While a text is taken apart, what was escaped stands as lone surrogates, which no decoded file holds.
_HIDDEN = {mark: chr(0xD800 + at) for at, mark in enumerate(_ESCAPED + "n")}
_SHOWN = {ord(hidden): "\n" if mark == "n" else mark for mark, hidden in _HIDDEN.items()}
_ESCAPE = re.compile(r"\\([\\#=~{}:n])")
_WEIGHT = re.compile(r"%(-?\d{1,2}\.?\d{0,15})%", re.ASCII)
_FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]")
_ID = re.compile(r"\[id:((?:\\\]|[^\]])+)\]")
_TAG = re.compile(r"\[tag:((?:\\\]|[^\]])+)\]")
_CATEGORY = "$CATEGORY:"
_ARROW = "->"
_GENERAL = "####"
_BLANK = "_____"
_YES, _NO = ("T", "TRUE"), ("F", "FALSE")


def write(questions: Iterable[Question]) -> bytes:
    """UTF-8. In pairs ``->`` becomes an arrow (U+2192): the format cannot escape it."""
    category, blocks = "", []
    for question in questions:
        if question.category != category:
            category = question.category
            blocks.append(f"{_CATEGORY} {category}".rstrip())
        blocks.append("\n".join(_block(question)))
    return ("\n\n".join(blocks) + "\n").encode()


def _block(question: Question) -> Iterator[str]:
    marks = [f"[id:{question.id}]"] if question.id else []
    marks += [f"[tag:{tag}]" for tag in question.tags]
    if marks:
        yield "// " + " ".join(marks)
    name = f"::{question.name.translate(_WRITTEN)}::" if question.name else ""
    # The format is always said, so that no text that begins with brackets is taken for one.
    yield f"{name}[plain]{question.stem.translate(_WRITTEN)}{{{_first(question)}"
    yield from _ANSWERS[question.kind](question)
    if question.general:
        yield f"\t{_GENERAL}{_text(question.general)}"
    yield "}"


def _first(question: Question) -> str:
    """What stands right after the brace."""
    if question.kind is QuestionKind.NUMERICAL:
        return "#"
    if question.kind is not QuestionKind.TRUE_FALSE:
        return ""
    true, false = question.answers
    right, wrong = (true, false) if true.fraction == RIGHT else (false, true)
    told = "" if not (wrong.feedback or right.feedback) else f"#{_text(wrong.feedback)}"
    told += _feedback(right)
    return ("TRUE" if right is true else "FALSE") + told


def _choices(question: Question) -> Iterator[str]:
    for one in question.answers:
        if question.single and one.fraction == RIGHT:
            mark = "="
        elif question.single and one.fraction == WRONG and not one.words.startswith("%"):
            mark = "~"
        else:
            mark = f"~%{_decimal(one.fraction)}%"
        yield f"\t{mark}{_text(one.words)}{_feedback(one)}"


def _pairs(question: Question) -> Iterator[str]:
    for one in question.pairs:
        prompt, answer = (words.replace(_ARROW, "→") for words in (one.prompt, one.answer))
        yield f"\t={_text(prompt)} {_ARROW} {answer.translate(_WRITTEN)}"


def _numbers(question: Question) -> Iterator[str]:
    for one in question.answers:
        weight = "" if one.fraction == RIGHT else f"%{_decimal(one.fraction)}%"
        yield f"\t={weight}{one.words}:{one.tolerance}{_feedback(one)}"


_ANSWERS = {
    QuestionKind.MULTICHOICE: _choices,
    QuestionKind.TRUE_FALSE: lambda question: iter(()),
    QuestionKind.MATCHING: _pairs,
    QuestionKind.NUMERICAL: _numbers,
}


def _text(words: str) -> str:
    return ("[plain]" if words.startswith("[") else "") + words.translate(_WRITTEN)


def _feedback(answer: Answer) -> str:
    return f"#{_text(answer.feedback)}" if answer.feedback else ""


def _decimal(number: Decimal) -> str:
    return f"{number.normalize():f}"


def read(text: str) -> Imported:
    """Every question of a file. Raises Refusal ``exchange.quiz.too-many`` and nothing else."""
    gathering = Gathering()
    category = ""
    for line, lines in _blocks(text):
        comments = "\n".join(one for one in lines if one.startswith("//"))
        words = "\n".join(" " if one.startswith("//") else one for one in lines)
        block = words.strip()
        if block.startswith(_CATEGORY):
            name = block[len(_CATEGORY) :].strip()
            if "\n" in name:
                gathering.leave(line, name, WhyNot.CATEGORY_NOT_ALONE)
            else:
                category = on_one_line(name)
        elif block:
            at = line + words[: len(words) - len(words.lstrip())].count("\n")
            # Behind the last bracket no tag ends, and none is sought.
            _read_block(at, block, category, comments[: comments.rfind("]") + 1], gathering)
    return gathering.done()


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines that are not blank, stripped, each with the number of its first line."""
    block: list[str] = []
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate([*lines, ""], 1):
        if bare := line.strip():
            block.append(bare)
        elif block:
            yield number - len(block), block
            block = []


def _read_block(line: int, block: str, category: str, comments: str, gathering: Gathering) -> None:
    text = _ESCAPE.sub(lambda found: _HIDDEN[found[1]], block)
    name, text = _name(text)
    start, finish = text.find("{"), text.find("}")
    if start < 0 and finish < 0:
        gathering.leave(line, name or _shown(text), WhyNot.DESCRIPTION)
        return
    if start < 0 or finish < start:
        gathering.leave(line, name or _shown(text), WhyNot.BRACES)
        return
    tail = text[finish + 1 :].strip()
    stem = text[:start] + (_BLANK + text[finish + 1 :] if tail else "")
    answers, mark, general = text[start + 1 : finish].rpartition(_GENERAL)
    if not mark:
        answers, general = general, ""
    found = _FORMAT.match(stem.strip())
    reader = _Reader(found[1] if found else "moodle")
    question = Question(
        kind=QuestionKind.MULTICHOICE,
        stem=reader.text(stem),
        name=name,
        id=next((as_tag(one) for one in _ID.findall(comments)), ""),
        category=category,
        general=reader.text(general),
        tags=tuple(filter(None, map(as_tag, _TAG.findall(comments)))),
    )
    made = reader.answered(question, answers.strip())
    shown = question.name or question.stem
    if isinstance(made, WhyNot):
        gathering.leave(line, shown, made)
        return
    gathering.add(line, made)
    for reason in reader.notes:
        gathering.leave(line, shown, reason)


def _name(text: str) -> tuple[str, str]:
    """The name between the first pair of double colons, and the rest."""
    if not text.startswith("::"):
        return "", text
    name, mark, rest = text[2:].partition("::")
    return (on_one_line(_shown(name)), rest.strip()) if mark else ("", name)


def _shown(text: str) -> str:
    """With what was escaped in its place again."""
    return text.translate(_SHOWN)


@dataclass(slots=True)
class _Reader:
    """Reads what stands between the braces. ``form``: the format of texts that name no other."""

    form: str
    notes: list[WhyNot] = field(default_factory=list)

    def text(self, raw: str) -> str:
        raw = raw.strip()
        found = _FORMAT.match(raw)
        form = found[1] if found else self.form
        words = _shown(raw[found.end() :] if found else raw)
        read = {"html": from_html, "moodle": from_automatic}.get(form)
        if read is not None:
            words, files = read(words)
            if files and WhyNot.FILES not in self.notes:
                self.notes.append(WhyNot.FILES)
        return cleaned(words)

    def answered(self, question: Question, text: str) -> Question | WhyNot:
        """In the order in which Moodle decides of what kind a question is."""
        if not text:
            return WhyNot.ESSAY
        if text.startswith("#"):
            return replace(question, kind=QuestionKind.NUMERICAL, answers=self._numbers(text[1:]))
        if "~" in text:
            single = "=" in text
            return replace(question, single=single, answers=self._choices(text))
        if "=" in text and _ARROW in text:
            return self._matching(question, text)
        word, _, said = text.partition("#")
        if word.strip() in (*_YES, *_NO):
            return self._true_false(question, said, right=word.strip() in _YES)
        return WhyNot.SHORT_ANSWER

    def _choices(self, text: str) -> tuple[Answer, ...]:
        return tuple(
            self._answer(piece[1:], RIGHT) if piece.startswith("=") else self._answer(piece, WRONG)
            for piece in _pieces(text.replace("=", "~="), "~")
        )

    def _answer(self, piece: str, fraction: Decimal) -> Answer:
        weight = _WEIGHT.match(piece) if fraction == WRONG else None
        if weight is not None:
            fraction, piece = Decimal(weight[1]), piece[weight.end() :]
        words, _, feedback = piece.partition("#")
        return Answer(self.text(words), fraction, self.text(feedback))

    def _numbers(self, text: str) -> tuple[Answer, ...]:
        text, _, wrong = text.partition("~")
        if wrong.strip():
            self.notes.append(WhyNot.FEEDBACK)
        return tuple(map(self._number, _pieces(text, "=")))

    def _number(self, piece: str) -> Answer:
        weight = _WEIGHT.match(piece)
        fraction = Decimal(weight[1]) if weight else RIGHT
        number, _, feedback = piece[weight.end() if weight else 0 :].partition("#")
        low, is_range, high = (part.strip() for part in number.partition(".."))
        if is_range and NUMBER.fullmatch(low) and NUMBER.fullmatch(high):
            value = _decimal((Decimal(low) + Decimal(high)) / 2)
            tolerance = _decimal((Decimal(high) - Decimal(low)) / 2)
        else:
            value, _, tolerance = (part.strip() for part in number.partition(":"))
        return Answer(_shown(value), fraction, self.text(feedback), _shown(tolerance) or "0")

    def _matching(self, question: Question, text: str) -> Question | WhyNot:
        pairs = []
        for piece in _pieces(text, "="):
            prompt, arrow, answer = piece.partition(_ARROW)
            if not arrow:
                return WhyNot.NO_ARROW
            pairs.append(Pair(self.text(prompt), cleaned(_shown(answer))))
        return replace(question, kind=QuestionKind.MATCHING, pairs=tuple(pairs))

    def _true_false(self, question: Question, said: str, *, right: bool) -> Question:
        wrong_said, _, right_said = said.partition("#")
        told = {right: self.text(right_said), not right: self.text(wrong_said)}
        answers = tuple(
            Answer(word, RIGHT if is_so is right else WRONG, told[is_so])
            for word, is_so in ((TRUE, True), (FALSE, False))
        )
        return replace(question, kind=QuestionKind.TRUE_FALSE, answers=answers)


def _pieces(text: str, mark: str) -> list[str]:
    """What the mark divides, stripped; what stands before the first mark only if it is something."""
    first, *rest = (piece.strip() for piece in text.split(mark))
    return [first, *rest] if first else rest
