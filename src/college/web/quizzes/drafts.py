"""One draft: written, looked at as its taker will see it, and sent to panels. Works without script."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from college.ground.refusals import Refusal
from college.quizzes.actions import items as actions
from college.quizzes.queries import figures
from college.quizzes.rules import addresses, balance, checks
from college.quizzes.rules.content import Content, from_plain
from college.quizzes.rules.life import RELEASED, ItemKind, ItemState
from college.record.charters import charter_in_force
from college.summaries.rules import addresses as summaries
from college.web.acts import act_of
from college.web.prose import line
from college.web.quizzes import previews, typed
from college.web.quizzes.desk_places import Place, at_desk, item_at
from college.web.refusals import sentence, status
from college.web.words import word

if TYPE_CHECKING:
    from college.quizzes.models import Item

#: Characters of a sentence in a list to choose from.
_SHORT = 110
_SEND = "send"
#: Digits of an edition: nobody saves a draft more often.
_DIGITS = 9


@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """A draft's fields. Sent: kept, with one field more where that was asked for. Some twenty queries."""
    place = at_desk(request, slug)
    item = item_at(place, public_id)
    if item.state != ItemState.DRAFT:
        return _read_only(request, place, item)
    if request.method == "GET":
        return _page(request, place, item, from_plain(item.content))
    return _save(request, place, item)


@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """The last look: what panels will read, and what is in the way. Sent: it goes to panels."""
    place = at_desk(request, slug)
    item = item_at(place, public_id)
    if item.state != ItemState.DRAFT:
        return redirect(addresses.draft(slug, public_id))
    code = 200
    in_the_way = [sentence(lack) for lack in _in_the_way(place, item)]
    if request.method == "POST":
        if request.POST.get("edition", "") != str(item.edition):
            raise Refusal("quizzes.item.stale")
        try:
            actions.submit(act_of(request), item)
        except Refusal as refused:
            code = status(refused)
            in_the_way = in_the_way or [sentence(refused)]
        else:
            done = _("It is before its panels. Its words and its key are in the record now.")
            messages.success(request, done)
            return redirect(place.url)
    content = from_plain(item.content)
    context = {
        **_around(place, item, content),
        "in_the_way": in_the_way,
        "trail": [*place.below, (_("Your draft"), addresses.draft(slug, public_id))],
    }
    return render(request, "quizzes/desk_send.html", context, status=code)


@require_POST
def remove(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Throw a draft away."""
    place = at_desk(request, slug)
    actions.remove_draft(act_of(request), item_at(place, public_id))
    messages.success(request, _("The draft is gone."))
    return redirect(place.url)


def _save(request: HttpRequest, place: Place, item: "Item") -> HttpResponse:
    content = typed.read(request.POST, place.board.statements)
    edition = request.POST.get("edition", "")
    here = addresses.draft(place.slug, item.public_id)
    try:
        is_number = edition.isascii() and edition.isdecimal() and len(edition) <= _DIGITS
        number = int(edition) if is_number else 0
        saved = actions.save_draft(act_of(request), item, content, edition=number)
    except Refusal as refusal:
        theirs = from_plain(item.content) if refusal.code == "quizzes.item.stale" else None
        wrong = sentence(refusal)
        return _page(
            request, place, item, content, wrong=wrong, theirs=theirs, code=status(refusal)
        )
    if request.POST.get("more"):
        return _page(request, place, saved, from_plain(saved.content))
    if request.POST.get("then") == _SEND:
        return redirect(f"{here}send/")
    messages.success(request, _("The draft is saved. Nobody else sees it."))
    return redirect(here)


def _page(
    request: HttpRequest,
    place: Place,
    item: "Item",
    content: Content,
    *,
    wrong: str = "",
    theirs: Content | None = None,
    code: int = 200,
) -> HttpResponse:
    """``theirs``: what another page saved meanwhile; ``content`` is what was typed here."""
    board = place.board
    rows = typed.rows_of(content, request.POST if request.method == "POST" else None)
    context = {
        **_around(place, item, content),
        **typed.fields(content, rows, board.statements),
        "wrong": wrong,
        "theirs": previews.of(theirs, board.sides, board.statements) if theirs else None,
        "kinds": [(kind.value, word(kind)) for kind in ItemKind],
        "sentences": _sentences(place),
        "unknown": {source.statement for source in content.sources} - set(board.statements),
        "lengths": charter_in_force().lengths,
        "trail": place.below,
    }
    return render(request, "quizzes/desk_draft.html", context, status=code)


def _read_only(request: HttpRequest, place: Place, item: "Item") -> HttpResponse:
    """An item that went to panels: as it is in the record, and where it stands."""
    context = {
        **_around(place, item, from_plain(item.content)),
        "case_url": f"/committees/cases/{item.case.public_id}/" if item.case else "",
        "reason": line(item.reason) if item.reason else "",
        "figures_url": _figures_url(place, item),
        "may_word_anew": item.state in actions.OVER,
        "trail": place.below,
    }
    return render(request, "quizzes/desk_item.html", context)


def _figures_url(place: Place, item: "Item") -> str:
    """Where its figures are, once it was counted."""
    found = figures.newest(item.quiz) if item.state in RELEASED else None
    if found is None or found.row(item.public_id) is None:
        return ""
    return addresses.item_figures(place.slug, item.public_id)


def _around(place: Place, item: "Item", content: Content) -> dict[str, object]:
    """What all pages of an item show. Whoever drafts reads the newest version, whoever reads the item's."""
    board = place.board
    version = board.version if item.state == ItemState.DRAFT else item.version
    return {
        "item": item,
        "kind": word(content.kind),
        "state": word(ItemState(item.state)),
        "sides": board.sides,
        "shown": previews.of(content, board.sides, board.statements),
        "warnings": [word(one) for one in checks.warnings(content, board.beside(item))],
        "after": previews.of(from_plain(item.after.content), board.sides) if item.after else None,
        "after_reason": line(item.after.reason) if item.after and item.after.reason else "",
        "version_url": summaries.version(place.slug, version.number),
        "here": addresses.draft(place.slug, item.public_id),
        "desk": place.url,
    }


def _in_the_way(place: Place, item: "Item") -> list[Refusal]:
    """What keeps a draft from going to panels now."""
    content = from_plain(item.content)
    board = place.board
    found = checks.lacks(
        content,
        lengths=charter_in_force().lengths,
        viewpoints=[side.viewpoint for side in board.sides],
        statements=board.statements,
    )
    try:
        balance.check(board.counts, content.viewpoint)
    except Refusal as refusal:
        found.append(refusal)
    return found


def _sentences(place: Place) -> list[tuple[str, list[tuple[str, str]]]]:
    """The version's sentences to choose from, under the names of their sections."""
    letters = {side.viewpoint: side.letter for side in place.board.sides}
    found: dict[str, list[tuple[str, str]]] = {}
    for one in place.board.sentences:
        if one.words:
            section = word(one.section, "summaries.SectionKind")
            if one.viewpoint:
                section = f"{section}: {letters.get(one.viewpoint, '')}"
            short = one.words if len(one.words) <= _SHORT else f"{one.words[: _SHORT - 1]}…"
            found.setdefault(section, []).append((one.statement, short))
    return list(found.items())
