"""A quiz in the formats of others: files beside its page, published with it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from college.debates.queries import labels, questions
from college.debates.queries.badges import badges
from college.exchange.quizzes import csv, gift, json, moodle
from college.exchange.quizzes.questions import Question
from college.exchange.quizzes.sheet import Entry, Sheet, Side
from college.quizzes.queries import quizzes as queries
from college.quizzes.rules import addresses
from college.quizzes.rules.content import from_plain
from college.summaries.rules import addresses as summary_addresses
from college.web.debates import finding
from college.web.prose import line
from college.web.public_cache import public

if TYPE_CHECKING:
    from college.debates.models import Debate, QuestionWording
    from college.quizzes.models import Item, Quiz


@dataclass(frozen=True, slots=True)
class Format:
    """``file`` is its name beside the quiz's page; ``make`` gives the bytes."""

    file: str
    media_type: str
    make: Callable[[Sheet], bytes]


def _of_questions(write: Callable[[Iterable[Question]], bytes]) -> Callable[[Sheet], bytes]:
    return lambda sheet: write(sheet.questions())


#: By the word that ``college export quiz`` takes.
FORMATS = {
    "gift": Format("quiz.gift.txt", "text/plain; charset=utf-8", _of_questions(gift.write)),
    "moodle": Format("quiz.xml", "application/xml", _of_questions(moodle.write)),
    "json": Format("quiz.json", "application/json", json.write),
    "csv": Format("quiz.csv", "text/csv; charset=utf-8; header=present", csv.write),
}
_BY_FILE = {one.file: one for one in FORMATS.values()}


@public
@require_safe
def file(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """The items of a quiz as a file, from the day it was released."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    quiz, made = queries.of_debate(asked.debate), _BY_FILE.get(name)
    if made is None or quiz is None or quiz.released_at is None:
        raise Http404
    response = HttpResponse(made.make(sheet(asked, quiz)), content_type=made.media_type)
    response["Content-Disposition"] = f'attachment; filename="{slug}-{name}"'
    return response


def exported(slug: str, form: str) -> tuple[str, bytes] | None:
    """A debate's quiz in a format: the file's name, and its bytes; ``None`` where none is released."""
    asked = questions.asked(slug)
    quiz = queries.of_debate(asked.debate) if asked else None
    if asked is None or quiz is None or quiz.released_at is None:
        return None
    made = FORMATS[form]
    return f"{slug}-{made.file}", made.make(sheet(asked, quiz))


def sheet(asked: "QuestionWording", quiz: "Quiz") -> Sheet:
    """What is in the quiz now, as every format takes it."""
    debate = asked.debate
    return Sheet(
        public_id=quiz.public_id,
        slug=debate.slug,
        title=line(asked.text),
        url=_whole(addresses.quiz(debate.slug)),
        language=get_language() or settings.LANGUAGE_CODE,
        category=f"$course$/top/{_('College of Policy Debate')}/{debate.slug}",
        sides=_sides(debate),
        entries=tuple(_entry(debate.slug, item) for item in queries.live(quiz)),
    )


def _sides(debate: "Debate") -> tuple[Side, ...]:
    """Every viewpoint that the debate has, in the order of letters. Two queries."""
    found = badges(debate.viewpoints.values_list("pk", flat=True)).values()
    named = {one.public_id: Side(one.public_id, one.letter, one.name) for one in found}
    return tuple(named[one] for one in labels.viewpoints_of(debate) if one in named)


def _entry(slug: str, item: "Item") -> Entry:
    content = from_plain(item.content)
    place = summary_addresses.version(slug, item.version.number)
    first = f"#s-{content.sources[0].statement}" if content.sources else ""
    return Entry(
        public_id=item.public_id,
        document=item.document_id or "",
        version=item.version.public_id,
        url=_whole(place) + first,
        content=content,
    )


def _whole(path: str) -> str:
    return f"{settings.COLLEGE_URL}{path}"
