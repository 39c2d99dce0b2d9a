"""Questions from a file of any format that is known: GIFT, Moodle XML, the College's own JSON."""

import re
from io import BytesIO
from pathlib import PurePath

from college.exchange.arriving.source import Source, check_size, opened
from college.exchange.limits import QUIZ_BYTES
from college.exchange.quizzes import gift, json, moodle
from college.exchange.quizzes.collecting import Imported
from college.ground.refusals import Refusal

_XML = re.compile(r"\s*<(?:\?xml\b|!--|!DOCTYPE\b|quiz\b)", re.IGNORECASE)


def read(content: bytes, filename: str = "") -> Imported:
    """The questions in a file, and what was left out of it with a reason.

    The format is seen in the content, and in the end of the name where that tells it. Raises Refusal
    ``exchange.quiz.none`` or ``too-many``, or ``exchange.file.…``, for a file that is not usable at all.
    """
    check_size(len(content), QUIZ_BYTES)
    with opened(BytesIO(content)) as source:
        imported = _read(source, PurePath(filename).suffix.casefold())
    if not imported.questions and not imported.left_out:
        raise Refusal("exchange.quiz.none")
    return imported


def _read(source: Source, suffix: str) -> Imported:
    is_markup = suffix == ".xml" and source.head.lstrip().startswith("<")
    if is_markup or _XML.match(source.head):
        return moodle.read(source)
    text = source.text(limit=QUIZ_BYTES)
    if suffix == ".json" or json.FORM in source.head:
        return json.read(text)
    return gift.read(text)
