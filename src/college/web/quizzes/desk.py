"""The item desk: a member's drafts, what the summary itself suggests, and what became of other items."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from college.quizzes.actions import items as actions
from college.quizzes.rules import addresses, checks
from college.quizzes.rules.content import from_plain
from college.quizzes.rules.life import ItemKind, ItemState
from college.quizzes.rules.proposals import Proposal, propose
from college.record.charters import charter_in_force
from college.web.acts import act_of
from college.web.prose import line
from college.web.quizzes import previews, typed
from college.web.quizzes.desk_places import Place, at_desk, item_at
from college.web.quizzes.phrases import phrases
from college.web.words import word

if TYPE_CHECKING:
    from college.quizzes.models import Item

#: Suggestions of one kind on the page: more is no help; whoever takes one sees the next in its place.
_SHOWN_OF_A_KIND = 4
_STANDING = (ItemState.LIVE, ItemState.FLAGGED)


@require_safe
def desk(request: HttpRequest, slug: str) -> HttpResponse:
    """Some twenty queries, however many items."""
    place = at_desk(request, slug)
    board = place.board
    offered: dict[ItemKind, list[dict[str, object]]] = {}
    for one in _proposed(place):
        rows = offered.setdefault(one.content.kind, [])
        if len(rows) < _SHOWN_OF_A_KIND:
            rows.append({"key": one.key, "shown": previews.of(one.content, board.sides)})
    context = {
        "debate": place.asked.debate,
        "board": board,
        "mine": [_line(place, item) for item in board.mine],
        "offered": [(word(kind), rows) for kind, rows in offered.items()],
        "asked_items": _lines(place, (ItemState.ASKED,)),
        "standing": _lines(place, _STANDING),
        "over": _lines(place, tuple(actions.OVER)),
        "balance": [
            [f"{side.letter}: {side.name}", board.counts.get(side.viewpoint, 0)]
            for side in board.sides
        ],
        "longest": checks.longest_in_most(board.beside()),
        "kinds": [(kind.value, word(kind)) for kind in ItemKind],
        "most": charter_in_force().limits.drafts_of_items,
        "trail": place.trail,
    }
    return render(request, "quizzes/desk.html", context)


@require_POST
def take(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a draft of what the summary suggests."""
    place = at_desk(request, slug)
    key = request.POST.get("key", "")
    for one in _proposed(place):
        if one.key == key:
            item = actions.make_draft(act_of(request), place.asked.debate, one.content)
            messages.success(request, _("Taken. Read it, change it, and send it to panels."))
            return redirect(addresses.draft(slug, item.public_id))
    messages.info(request, _("That suggestion is taken already. Here is what is left."))
    return redirect(place.url)


@require_POST
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin an empty draft of a kind."""
    place = at_desk(request, slug)
    kind = request.POST.get("kind", "")
    if kind not in set(ItemKind):
        raise Http404
    sides = [(side.viewpoint, side.name) for side in place.board.sides]
    content = typed.blank(ItemKind(kind), sides, {"true": _("True"), "false": _("False")})
    item = actions.make_draft(act_of(request), place.asked.debate, content)
    return redirect(addresses.draft(slug, item.public_id))


@require_POST
def anew(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Begin a draft with the words of an item that is out of the quiz."""
    place = at_desk(request, slug)
    item = actions.word_anew(act_of(request), item_at(place, public_id))
    messages.success(request, _("A new draft with its words. What panels said stands beside it."))
    return redirect(addresses.draft(slug, item.public_id))


def _proposed(place: Place) -> list[Proposal]:
    board = place.board
    return propose(
        board.sentences,
        board.sides,
        phrases(),
        lengths=charter_in_force().lengths,
        used=board.used,
    )


def _lines(place: Place, states: Iterable[ItemState]) -> list[dict[str, object]]:
    return [_line(place, item) for item in place.board.opened if item.state in states]


def _line(place: Place, item: "Item") -> dict[str, object]:
    content = from_plain(item.content)
    letters = {side.viewpoint: side.letter for side in place.board.sides}
    is_draft = item.state == ItemState.DRAFT
    return {
        "id": item.public_id,
        "stem": content.stem,
        "kind": word(content.kind),
        "state": word(ItemState(item.state)),
        "letter": letters.get(content.viewpoint, ""),
        "url": addresses.draft(place.slug, item.public_id),
        "case_url": f"/committees/cases/{item.case.public_id}/" if item.case else "",
        "reason": line(item.reason) if item.reason else "",
        "warnings": checks.warnings(content, place.board.beside(item)) if is_draft else [],
        "no_source": is_draft and not content.sources,
    }
