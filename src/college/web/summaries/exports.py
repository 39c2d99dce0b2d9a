"""A version in the formats of others: files beside its page, published with it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from college.debates.queries import questions
from college.exchange.summaries import annotations, citation, html, json_ld, markdown, pdf
from college.exchange.summaries.sheet import (
    Attested,
    Comment,
    Part,
    Sentence,
    Sheet,
    Side,
    Source,
    Words,
)
from college.summaries.queries import reading as queries
from college.summaries.queries import work as work_queries
from college.summaries.queries.plain import open_text
from college.summaries.rules import addresses
from college.summaries.rules.life import Fairness
from college.web.acts import now
from college.web.debates import finding
from college.web.debates.words.contributions import label
from college.web.prose import line
from college.web.public_cache import public
from college.web.summaries.finding import find, version_or_404
from college.web.words import word

if TYPE_CHECKING:
    from college.debates.models import QuestionWording
    from college.debates.queries.badges import Badge
    from college.record.models import Text
    from college.summaries.models import Version
    from college.summaries.queries import said
    from college.summaries.queries.reading import Note, Reading

#: Code points of the plain text before and after a comment's words, as annotation tools keep them.
_AROUND = 32


@dataclass(frozen=True, slots=True)
class Format:
    """``file`` is its name beside the version's page; ``make`` gives the bytes."""

    file: str
    media_type: str
    make: Callable[[Sheet], bytes]


def _text(make: Callable[[Sheet], str]) -> Callable[[Sheet], bytes]:
    return lambda sheet: make(sheet).encode()


def _json(make: Callable[[Sheet], object]) -> Callable[[Sheet], bytes]:
    return lambda sheet: json.dumps(make(sheet), ensure_ascii=False, indent=1).encode() + b"\n"


_ANNOTATIONS = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
#: By the word that ``college export summary`` takes.
FORMATS = {
    "html": Format("summary.html", "text/html; charset=utf-8", _text(html.to_html)),
    "markdown": Format("summary.md", "text/markdown; charset=utf-8", _text(markdown.to_markdown)),
    "pdf": Format("summary.pdf", "application/pdf", pdf.to_pdf),
    "jsonld": Format("summary.jsonld", "application/ld+json", _json(json_ld.to_json_ld)),
    "annotations": Format("annotations.json", _ANNOTATIONS, _json(annotations.to_annotations)),
    "csl": Format(
        "citation.json", "application/vnd.citationstyles.csl+json", _json(citation.to_csl)
    ),
    "bibtex": Format("citation.bib", "application/x-bibtex", _text(citation.to_bibtex)),
}
_BY_FILE = {one.file: one for one in FORMATS.values()}


@public
@require_safe
def export(request: HttpRequest, slug: str, number: int, file: str) -> HttpResponse:
    """One version as a file."""
    asked, work = find(slug)
    if asked is None:
        return finding.moved(request, slug)
    found = version_or_404(work, number)
    made = _BY_FILE.get(file)
    if made is None:
        raise Http404
    response = HttpResponse(made.make(sheet(asked, found)), content_type=made.media_type)
    response["Content-Disposition"] = f'attachment; filename="{slug}-{number}-{file}"'
    return response


def exported(slug: str, form: str, number: int = 0) -> tuple[str, bytes] | None:
    """A version of a debate's summary in a format: the file's name, and its bytes.

    Without a number the newest certified version; ``None`` where there is none.
    """
    asked = questions.asked(slug)
    work = work_queries.work(asked.debate) if asked else None
    found = (work.version(number) if number else work.newest) if work else None
    if asked is None or found is None:
        return None
    made = FORMATS[form]
    return f"{slug}-{found.number}-{made.file}", made.make(sheet(asked, found))


def sheet(asked: "QuestionWording", version: "Version") -> Sheet:
    """The version as every format takes it, in the reader's language."""
    read = queries.reading(version, now=now())
    debate = asked.debate
    url = _whole(addresses.version(debate.slug, version.number))
    return Sheet(
        college=_("College of Policy Debate"),
        public_id=version.public_id,
        slug=debate.slug,
        title=line(asked.text),
        url=url,
        debate_url=_whole(f"/debates/{debate.slug}/"),
        number=version.number,
        made_at=version.made_at,
        certified_at=version.certified_at,
        language=get_language() or settings.LANGUAGE_CODE,
        sides=tuple(Side(one.letter, one.name) for one in read.viewpoints),
        parts=tuple(_part(part, url) for part in read.parts if part.lines),
        sources=tuple(_source(note) for note in read.notes),
        whole=tuple(map(_attested, read.whole)),
        comments=_comments(read, debate.slug),
        turns_on=_turns_on(asked),
        words=Words(
            summary=_("Summary"),
            version=_("version"),
            sources=_("What it rests on"),
            attested=_("What the sides say of it"),
            answer=_("The editors answer"),
            comments=_("Comments"),
            undecided=_("undecided"),
            turns_on=_("Turns on"),
        ),
    )


def _part(part: "queries.Part", url: str) -> Part:
    return Part(
        title=part.viewpoint.name if part.viewpoint else word(part.kind),
        side=_side(part.viewpoint),
        sentences=tuple(
            Sentence(
                public_id=one.statement,
                url=f"{url}#s-{one.statement}",
                words=one.words,
                sources=tuple(note.number for note in one.notes),
                attested=tuple(_attested(each) for each in one.remarked),
            )
            for one in part.lines
        ),
    )


def _side(badge: "Badge | None") -> Side | None:
    return Side(badge.letter, badge.name) if badge else None


def _source(note: "Note") -> Source:
    item = note.item
    return Source(
        number=note.number,
        url=_whole(f"{item.url}r/{note.pinned}/"),
        kind=label(item.kind, item.form),
        side=_side(item.viewpoint),
        words=" ".join(strip_tags(note.html).split()),
    )


def _attested(one: "said.Attested") -> Attested:
    return Attested(
        side=Side(one.viewpoint.letter, one.viewpoint.name),
        fairness=word(Fairness(one.fairness)),
        comment=_words(one.comment),
        answer=_words(one.answer),
    )


def _comments(read: "Reading", slug: str) -> tuple[Comment, ...]:
    """Those that stand: first in the order of the text, then those whose words are gone."""
    text = open_text(read.version)
    placed = [one for part in read.parts for row in part.lines for one in row.comments]
    return tuple(_comment(one, text, slug) for one in (*placed, *read.lost) if one.is_standing)


def _comment(one: "said.Comment", text: str, slug: str) -> Comment:
    start, end = (one.start, one.end) if one.quoted else (None, None)
    return Comment(
        url=_whole(addresses.comment(slug, one.public_id)),
        side=_side(one.viewpoint),
        author=one.author_name,
        words=_words(one.text),
        at=one.at,
        start=start,
        end=end,
        exact=one.quoted,
        prefix=text[max(0, start - _AROUND) : start] if start is not None else "",
        suffix=text[end : end + _AROUND] if end is not None else "",
    )


def _turns_on(asked: "QuestionWording") -> tuple[tuple[str, str], ...]:
    """Summaries of the debates that this one turns on."""
    turns = questions.turns_on(asked.debate)
    has = work_queries.newest_of([one.wording.debate for one in turns])
    return tuple(
        (line(one.wording.text), _whole(addresses.summary(one.wording.debate.slug)))
        for one in turns
        if one.wording.debate_id in has
    )


def _words(text: "Text | None") -> str:
    return " ".join(text.words.split()) if text is not None and text.is_open else ""


def _whole(path: str) -> str:
    return f"{settings.COLLEGE_URL}{path}"
