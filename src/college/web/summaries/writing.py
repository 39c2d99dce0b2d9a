"""What is done to one sentence of a draft: reworded, linked, moved, taken out; its earlier wordings."""

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from college.ground.act import Act
from college.ground.refusals import Refusal
from college.summaries.actions import drafting, links, wordings
from college.summaries.queries import drafts
from college.summaries.rules.sections import Section
from college.web.acts import act_of
from college.web.debates import finding
from college.web.refusals import sentence, status
from college.web.summaries import picks
from college.web.summaries.desk import as_typed, section_page
from college.web.summaries.seats import Desk, at_desk

if TYPE_CHECKING:
    from college.debates.models import Contribution
    from college.summaries.models import DraftStatement, DraftWording

#: Wordings that one page compares.
_PAGE = 20
_ELSEWHERE = "section:"
_NUMBER = re.compile("[0-9]{1,9}")


@require_POST
def reword(request: HttpRequest, slug: str, key: str, statement: str) -> HttpResponse:
    """Save other words. A script that saves while one writes asks for JSON, and is answered in it."""
    if "application/json" in request.headers.get("Accept", ""):
        return _by_script(request, slug, key, statement)
    place, at, row = _at(request, slug, key, statement)
    try:
        saved = _reword(request, row)
    except Refusal as refusal:
        if refusal.code in _MENDED_ELSEWHERE:
            raise
        typed = (statement, request.POST.get("words", ""), sentence(refusal))
        return section_page(request, place, at, wrong=typed, code=status(refusal))
    if saved.beside:
        messages.warning(
            request,
            _("Another editor saved other words meanwhile. Both wordings are kept; choose one."),
        )
    else:
        messages.success(request, _("The sentence is saved."))
    return _back(place, at, statement)


@require_POST
def take(request: HttpRequest, slug: str, key: str, statement: str, number: int) -> HttpResponse:
    """Make a wording that stands beside the sentence's, or an earlier one."""
    place, at, row = _at(request, slug, key, statement)
    wordings.take_wording(act_of(request), finding.or_404(drafts.wording(row, number)))
    return _done(request, place, at, statement, _("The sentence has the words that you took."))


@require_POST
def dismiss(request: HttpRequest, slug: str, key: str, statement: str, number: int) -> HttpResponse:
    """Keep the sentence as it is; the other wording stays among its earlier ones."""
    place, at, row = _at(request, slug, key, statement)
    wordings.dismiss_wording(act_of(request), finding.or_404(drafts.wording(row, number)))
    done = _("The sentence stays as it is. The other wording is kept among the earlier ones.")
    return _done(request, place, at, statement, done)


@require_POST
def move(request: HttpRequest, slug: str, key: str, statement: str) -> HttpResponse:
    """Put it after another sentence, or at the end of another section."""
    place, at, row = _at(request, slug, key, statement)
    after = request.POST.get("after", "")
    if after.startswith(_ELSEWHERE):
        at = place.section(after.removeprefix(_ELSEWHERE))
        after = _last(place, at)
    drafting.move_statement(act_of(request), row, section=at, after=after)
    return _done(request, place, at, statement, _("The sentence has its new place."))


@require_POST
def remove(request: HttpRequest, slug: str, key: str, statement: str) -> HttpResponse:
    """Take it out of the draft. It is kept."""
    place, at, row = _at(request, slug, key, statement)
    drafting.remove_statement(act_of(request), row)
    done = _("The sentence is out of the draft. It is kept below, and can be put back.")
    return _done(request, place, at, "", done)


@require_POST
def restore(request: HttpRequest, slug: str, key: str, statement: str) -> HttpResponse:
    """Put it back."""
    place, at, row = _at(request, slug, key, statement)
    drafting.restore_statement(act_of(request), row)
    return _done(request, place, at, statement, _("The sentence is back in the draft."))


@require_POST
def link(request: HttpRequest, slug: str, key: str, statement: str) -> HttpResponse:
    """Rest it on what is picked. The form is that of the new sentence: what is typed there stays typed."""
    place, at, row = _at(request, slug, key, statement)
    picked = picks.chosen(place.summary.debate, request.POST.getlist("link"))
    if not picked:
        messages.warning(request, _("Nothing was picked. Tick what the sentence rests on first."))
        return as_typed(request, place, at, code=HTTPStatus.UNPROCESSABLE_ENTITY)
    for contribution in picked:
        links.link(act_of(request), row, contribution)
    done = _("The sentence rests on what you picked.")
    if request.POST.get("words", "").strip():
        messages.info(request, done)
        return as_typed(request, place, at, keep_picks=False)
    return _done(request, place, at, statement, done)


@require_POST
def unlink(request: HttpRequest, slug: str, key: str, statement: str, source: str) -> HttpResponse:
    """Rest it on a contribution no longer."""
    done = _("The sentence does not rest on it any more.")
    return _of_source(request, (slug, key, statement, source), links.unlink, done)


@require_POST
def confirm(request: HttpRequest, slug: str, key: str, statement: str, source: str) -> HttpResponse:
    """It holds for the newest wording of its source too."""
    done = _("The sentence rests on the newest wording now.")
    return _of_source(request, (slug, key, statement, source), links.confirm_link, done)


@require_safe
def earlier(
    request: HttpRequest, slug: str, key: str, statement: str, page: int = 1
) -> HttpResponse:
    """Every wording of a sentence, each beside the one it was written from. Eleven queries."""
    place, at, row = _at(request, slug, key, statement)
    found = drafts.wordings(row)
    words = {one.number: one.words for one in found}
    start = (page - 1) * _PAGE
    shown = found[start : start + _PAGE]
    if not shown:
        raise Http404
    here = f"{place.url}{at.key}/"
    context = {
        "wordings": [
            {
                "number": one.number,
                "words": one.words,
                "base": words.get(one.base, ""),
                "base_number": one.base,
                "by": one.by.public_name if one.by else "",
                "at": one.at,
                "beside": one.beside,
                "now": one.number == row.head,
                "take_url": f"{here}{statement}/take/{one.number}/" if place.writing else "",
            }
            for one in shown
        ],
        "older_url": f"{here}{statement}/wordings/page/{page + 1}/"
        if len(found) > start + _PAGE
        else "",
        "trail": [*place.trail, (_("The editor’s desk"), place.url), (place.title(at), here)],
    }
    return render(request, "summaries/statement_wordings.html", context)


#: Refusals that have nothing to do with the words: they are a page of their own.
_MENDED_ELSEWHERE = {"summaries.permission.may-not", "summaries.statement.removed"}


def _at(
    request: HttpRequest, slug: str, key: str, statement: str
) -> "tuple[Desk, Section, DraftStatement]":
    """The desk, the section and the sentence that an address names, or a 404."""
    place = at_desk(request, slug)
    at = place.section(key)
    return place, at, finding.or_404(drafts.row_at(place.draft, statement))


def _by_script(request: HttpRequest, slug: str, key: str, statement: str) -> JsonResponse:
    try:
        saved = _reword(request, _at(request, slug, key, statement)[2])
    except Refusal as refusal:
        return JsonResponse({"said": sentence(refusal)}, status=status(refusal))
    return JsonResponse({"number": saved.number, "words": saved.words, "beside": saved.beside})


def _reword(request: HttpRequest, row: "DraftStatement") -> "DraftWording":
    """Save the words that were written from the wording of number ``base``."""
    base = request.POST.get("base", "")
    if not _NUMBER.fullmatch(base):
        raise Refusal("summaries.statement.no-such-wording")
    words = request.POST.get("words", "")
    unheard = request.POST.get("unheard", "")
    return wordings.reword(act_of(request), row, words=words, base=int(base), unheard=unheard)


def _of_source(
    request: HttpRequest,
    named: tuple[str, str, str, str],
    do: "Callable[[Act, DraftStatement, Contribution], object]",
    done: str | Promise,
) -> HttpResponse:
    slug, key, statement, source = named
    place, at, row = _at(request, slug, key, statement)
    found = picks.chosen(place.summary.debate, [source])
    if not found:
        raise Http404
    do(act_of(request), row, found[0])
    return _done(request, place, at, statement, done)


def _last(place: Desk, at: Section) -> str:
    """The last sentence of another section, empty where it has none. Three queries."""
    parts = drafts.parts_of([place.draft])[place.draft.pk]
    lines = next((part.lines for part in parts if part.section == at), ())
    return lines[-1].statement if lines else ""


def _done(
    request: HttpRequest, place: Desk, at: Section, statement: str, done: str | Promise
) -> HttpResponse:
    messages.success(request, str(done))
    return _back(place, at, statement)


def _back(place: Desk, at: Section, statement: str) -> HttpResponse:
    end = f"#s-{statement}" if statement else "#written"
    return redirect(f"{place.url}{at.key}/{end}")
