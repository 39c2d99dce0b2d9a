"""The editor's desk: the whole draft, and one section beside what was said; handing in."""

import secrets
from collections.abc import Collection, Sequence
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from college.ground.refusals import Refusal
from college.quizzes.queries.misreading import misleading
from college.summaries import permissions
from college.summaries.actions import drafting
from college.summaries.queries import drafts, editors
from college.summaries.queries.pinned import pinned_words
from college.summaries.rules.sections import Section
from college.web.acts import act_of, now
from college.web.debates.sheets import press
from college.web.refusals import sentence, status
from college.web.summaries import boards, offers, picks
from college.web.summaries.seats import Desk, at_desk

#: Refused in words by the rules; this only keeps whole books out.
_LONGEST = 20_000


class SentenceForm(forms.Form):
    """A new sentence. ``token``: one sending of one form. ``after``: the sentence it follows."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=32, required=False)
    words = forms.CharField(
        label=gettext_lazy("The sentence"),
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        help_text=gettext_lazy(
            "One sentence that says who holds what, in words they would accept."
        ),
    )


@require_safe
def desk(request: HttpRequest, slug: str) -> HttpResponse:
    """The whole draft, section by section. Some thirty queries."""
    place = at_desk(request, slug)
    parts, _removed = _read(place)
    team = editors.seated(place.summary)
    context = {
        "asked": place.asked,
        "summary": place.summary,
        "draft": place.draft,
        "side": place.seat.side,
        "joint": place.joint,
        "parts": parts,
        "ungrounded": sum(part.ungrounded for part in parts),
        "may_hand_in": permissions.allows("may_hand_in", place.member, place.draft),
        "may_take_back": permissions.allows("may_take_back", place.member, place.draft),
        "team": [one for one in team if place.joint or one.side == place.seat.side],
        "misread": misleading(place.summary.debate),
        "trail": place.trail,
    }
    return render(request, "summaries/desk.html", context)


@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """One section: its sentences, and what was said to pick from. Sent: a new sentence, or a search."""
    place = at_desk(request, slug)
    at = place.section(key)
    if request.method == "GET":
        return section_page(request, place, at, looked=request.GET.get("find", ""))
    if "search" in request.POST:
        return as_typed(request, place, at)
    form = SentenceForm(request.POST)
    if not form.is_valid():
        return as_typed(request, place, at, form=form, code=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        row = drafting.add_statement(
            act_of(request),
            place.draft,
            section=at,
            words=form.cleaned_data["words"],
            links=picks.chosen(place.summary.debate, request.POST.getlist("link")),
            after="",
            token=form.cleaned_data["token"],
        )
    except Refusal as refusal:
        form.add_error(None, sentence(refusal))
        return as_typed(request, place, at, form=form, code=status(refusal))
    messages.success(request, _("The sentence is in the draft."))
    return redirect(f"{place.url}{key}/#s-{row.statement}")


@require_safe
def find(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """A fragment: contributions of the debate that hold the words."""
    place = at_desk(request, slug)
    place.section(key)
    looked = request.GET.get("find", "")[:300]
    used = _used(_read(place)[0])
    context = {"found": picks.found(place.summary.debate, looked, used=used), "looked": looked}
    return render(request, "summaries/_found.html", context)


@require_POST
def hand_in(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand the team's draft in."""
    place = at_desk(request, slug)

    def do(act: Any) -> str:
        drafting.hand_in(act, place.draft)
        return place.url

    return press(request, do, done=_("The draft is handed in."))


@require_POST
def take_back(request: HttpRequest, slug: str) -> HttpResponse:
    """Take it back while the other one is not in."""
    place = at_desk(request, slug)

    def do(act: Any) -> str:
        drafting.take_back(act, place.draft)
        return place.url

    return press(request, do, done=_("The draft is yours to write on again."))


def as_typed(
    request: HttpRequest,
    place: Desk,
    at: Section,
    *,
    form: SentenceForm | None = None,
    code: int = HTTPStatus.OK,
    keep_picks: bool = True,
) -> HttpResponse:
    """The section again, with what was typed and picked."""
    typed = {name: request.POST.get(name, "") for name in ("words", "token")}
    return section_page(
        request,
        place,
        at,
        form=form or SentenceForm(initial=typed),
        looked=request.POST.get("find", ""),
        picked=request.POST.getlist("link") if keep_picks else (),
        code=code,
    )


def section_page(
    request: HttpRequest,
    place: Desk,
    at: Section,
    *,
    form: SentenceForm | None = None,
    looked: str = "",
    picked: Sequence[str] = (),
    wrong: tuple[str, str, str] | None = None,
    code: int = HTTPStatus.OK,
) -> HttpResponse:
    """``wrong``: a sentence's id, what was typed in its place, and why that was refused."""
    parts, taken_out = _read(place)
    used = _used(parts)
    index = next(n for n, part in enumerate(parts) if part.key == at.key)
    part = parts[index]
    part.here = True
    for row in part.rows:
        if wrong is not None and row.id == wrong[0]:
            row.typed, row.wrong = wrong[1], wrong[2]
    groups = offers.laid_out(place.summary.debate, at, picked=picked, used=used)
    listed = {one.id for group in groups for one in group.picks}
    apart = [key for key in picked if key not in listed]
    context = {
        "part": part,
        "sections": parts,
        "before": parts[index - 1] if index else None,
        "next": parts[index + 1] if index + 1 < len(parts) else None,
        "rows": part.rows,
        "removed": boards.rows(tuple(one for one in taken_out if one.section == at), {}),
        "writing": place.writing,
        "joint": place.joint,
        "side": place.seat.side,
        "here": part.url,
        "form": form or SentenceForm(initial={"token": secrets.token_urlsafe(15)}),
        "draft_key": f"{place.draft.public_id}.{at.key}",
        "looked": looked[:300],
        "picks": groups,
        "found": picks.found(place.summary.debate, looked[:300], picked=apart, used=used),
        "trail": [*place.trail, (_("The editor’s desk"), place.url)],
        **offers.suggested(groups, part),
    }
    return render(request, "summaries/desk_section.html", context, status=code)


def _read(place: Desk) -> tuple[list[boards.Part], tuple[drafts.Line, ...]]:
    """The sections, and what was taken out of any of them."""
    board = drafts.board(place.draft, now=now())
    return boards.parts(board, place.known, pinned_words(board), place.url), board.removed


def _used(parts: Collection[boards.Part]) -> set[str]:
    return {link.id for part in parts for row in part.rows for link in row.links}
