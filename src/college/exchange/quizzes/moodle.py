"""Moodle XML: out and in. There is no official schema: this is what Moodle’s reader and writer share."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from lxml import etree

from college.exchange.arriving.source import Source
from college.exchange.arriving.xml import elements, line_of
from college.exchange.quizzes.collecting import Gathering, Imported, WhyNot
from college.exchange.quizzes.plain import from_automatic, from_html
from college.exchange.quizzes.questions import (
    FALSE,
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
from college.exchange.unplaced import Leftovers

_PLAIN = "plain_text"
_TYPES = {
    QuestionKind.MULTICHOICE: "multichoice",
    QuestionKind.TRUE_FALSE: "truefalse",
    QuestionKind.MATCHING: "matching",
    QuestionKind.NUMERICAL: "numerical",
}
_KINDS = {name: kind for kind, name in _TYPES.items()}
_NOT_TAKEN = {
    "description": WhyNot.DESCRIPTION,
    "essay": WhyNot.ESSAY,
    "shortanswer": WhyNot.SHORT_ANSWER,
}
_FRACTION = re.compile(r"-?\d{1,3}(?:\.\d{0,15})?", re.ASCII)
#: A number that is on nobody's list.
_NO_FRACTION = Decimal(1)


def write(questions: Iterable[Question]) -> bytes:
    """UTF-8. All texts are in the format for plain text, so that they mean just what they say."""
    quiz = etree.Element("quiz")
    category = ""
    for question in questions:
        if question.category != category:
            category = question.category
            _text(etree.SubElement(quiz, "question", type="category"), "category", category, None)
        _write_question(quiz, question)
    etree.indent(quiz)
    return etree.tostring(quiz, encoding="UTF-8", xml_declaration=True) + b"\n"


def _write_question(quiz: Any, question: Question) -> None:
    one = etree.SubElement(quiz, "question", type=_TYPES[question.kind])
    _text(one, "name", question.name, None)
    _text(one, "questiontext", question.stem)
    _text(one, "generalfeedback", question.general)
    _value(one, "defaultgrade", "1")
    _value(one, "penalty", "1" if question.kind is QuestionKind.TRUE_FALSE else "0.3333333")
    _value(one, "hidden", "0")
    _value(one, "idnumber", question.id)
    if question.kind is QuestionKind.MULTICHOICE:
        _value(one, "single", "true" if question.single else "false")
    if question.kind in (QuestionKind.MULTICHOICE, QuestionKind.MATCHING):
        _value(one, "shuffleanswers", "true")
    if question.kind is QuestionKind.MULTICHOICE:
        _value(one, "answernumbering", "abc")
    for answer in question.answers:
        _write_answer(one, question, answer)
    for pair in question.pairs:
        asked = etree.SubElement(one, "subquestion", format=_PLAIN)
        _value(asked, "text", pair.prompt)
        _text(asked, "answer", pair.answer, None)
    if question.tags:
        tags = etree.SubElement(one, "tags")
        for tag in question.tags:
            _text(tags, "tag", tag, None)


def _write_answer(one: Any, question: Question, answer: Answer) -> None:
    is_choice = question.kind is QuestionKind.MULTICHOICE
    made = etree.SubElement(
        one,
        "answer",
        fraction=f"{answer.fraction.normalize():f}",
        format=_PLAIN if is_choice else "moodle_auto_format",
    )
    _value(made, "text", answer.words)
    _text(made, "feedback", answer.feedback)
    if question.kind is QuestionKind.NUMERICAL:
        _value(made, "tolerance", answer.tolerance)


def _value(parent: Any, name: str, words: str) -> None:
    etree.SubElement(parent, name).text = words


def _text(parent: Any, name: str, words: str, form: str | None = _PLAIN) -> None:
    """``<name format="…"><text>words</text></name>``."""
    _value(etree.SubElement(parent, name, {"format": form} if form else {}), "text", words)


def read(source: Source) -> Imported:
    """Every question of a file. Raises Refusal ``exchange.quiz.too-many``, and what ``elements`` does."""
    gathering = Gathering()
    category = ""
    found = elements(
        source,
        wanted=frozenset({"question"}),
        parents=frozenset({"quiz"}),
        leftovers=Leftovers(),
    )
    for _, element in found:
        kind = element.get("type", "")
        if kind == "category":
            category = on_one_line(_words(element, "category/text"))
        else:
            _read_question(element, kind, category, gathering)
    return gathering.done()


def _read_question(element: Any, kind: str, category: str, gathering: Gathering) -> None:
    line, name = line_of(element), on_one_line(_words(element, "name/text"))
    if kind not in _KINDS:
        gathering.leave(line, name, _NOT_TAKEN.get(kind, WhyNot.OTHER_KIND))
        return
    reader = _Reader(element)
    question = Question(
        kind=_KINDS[kind],
        stem=reader.text(element.find("questiontext")),
        name=name,
        id=as_tag(_words(element, "idnumber")),
        category=category,
        general=reader.text(element.find("generalfeedback")),
        tags=tuple(
            filter(None, (as_tag(_inner(tag)) for tag in element.iterfind("tags/tag/text")))
        ),
    )
    made = reader.answered(question)
    shown = name or question.stem
    if isinstance(made, WhyNot):
        gathering.leave(line, shown, made)
        return
    gathering.add(line, made)
    if reader.files or element.find(".//file") is not None:
        gathering.leave(line, shown, WhyNot.FILES)


class _Reader:
    """Reads the texts of one question. Those that name no format have the one of its stem."""

    def __init__(self, element: Any) -> None:
        self.element = element
        self.files = False
        stem = element.find("questiontext")
        self.form = (stem.get("format") if stem is not None else None) or "html"

    def text(self, element: Any) -> str:
        """What stands in the ``text`` of an element, as plain words."""
        if element is None:
            return ""
        words = _words(element, "text")
        form = element.get("format") or self.form
        read = {"html": from_html, "moodle_auto_format": from_automatic}.get(form)
        if read is not None:
            words, files = read(words)
            self.files = self.files or files
        return cleaned(words)

    def answered(self, question: Question) -> Question | WhyNot:
        if question.kind is QuestionKind.MATCHING:
            return replace(question, pairs=tuple(self._pairs()))
        if question.kind is QuestionKind.NUMERICAL:
            return replace(
                question, stem=self._with_unit(question.stem), answers=tuple(self._numbers())
            )
        answers = tuple(self._answers())
        if question.kind is QuestionKind.TRUE_FALSE:
            by_word = {one.words.casefold(): one for one in answers}
            if len(answers) != 2 or set(by_word) != {TRUE, FALSE}:
                return WhyNot.NOT_AS_DESCRIBED
            ordered = tuple(replace(by_word[word], words=word) for word in (TRUE, FALSE))
            return replace(question, answers=ordered)
        single = _words(self.element, "single").strip().casefold() not in ("false", "0")
        return replace(question, answers=answers, single=single)

    def _answers(self) -> Iterator[Answer]:
        for one in self.element.iterfind("answer"):
            feedback = self.text(one.find("feedback"))
            yield Answer(self.text(one), _fraction(one), feedback)

    def _numbers(self) -> Iterator[Answer]:
        for one in self.element.iterfind("answer"):
            number, fraction = _words(one, "text").strip(), _fraction(one)
            # Any other number, which is wrong: the College says nothing special about it.
            if number == "*" and fraction == WRONG:
                continue
            feedback = self.text(one.find("feedback"))
            yield Answer(number, fraction, feedback, _words(one, "tolerance").strip() or "0")

    def _pairs(self) -> Iterator[Pair]:
        for one in self.element.iterfind("subquestion"):
            yield Pair(self.text(one), cleaned(_words(one, "answer/text")))

    def _with_unit(self, stem: str) -> str:
        """The unit in which the right number counts, behind the stem."""
        for unit in self.element.iterfind("units/unit"):
            name = on_one_line(_words(unit, "unit_name"))
            if name and _words(unit, "multiplier").strip() in ("", "1", "1.0"):
                return f"{stem} ({name})"
        return stem


def _words(element: Any, path: str) -> str:
    """All text below the first element at the path; nothing where there is none."""
    found = element.find(path)
    return "" if found is None else _inner(found)


def _inner(element: Any) -> str:
    return "".join(element.itertext())


def _fraction(answer: Any) -> Decimal:
    """Per cent as written; not on any list where it is no number."""
    written = (answer.get("fraction") or "0").strip()
    return Decimal(written) if _FRACTION.fullmatch(written) else _NO_FRACTION
