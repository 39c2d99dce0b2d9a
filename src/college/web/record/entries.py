"""Browse the record; one entry with its proof and receipt."""

import base64
import json
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from college.clockwork.tick import last_tick, stands_still
from college.debates.queries.named import Named
from college.ground.ids import is_public_id
from college.record import queries
from college.record.rules import tree
from college.web.acts import now
from college.web.public_cache import public, published
from college.web.record import things

if TYPE_CHECKING:
    from college.record.models import Entry

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as a line of a list. ``thing``: the page of what it is about, else that of its debate."""

    position: int | None
    words: str
    kind: str
    actor: str
    subject: str
    at: datetime
    thing: Named | None = None


def event_words(kind: str) -> str:
    """What an entry of this kind tells, in words; the bare kind for one that has none yet."""
    room = kind.split(".", 1)[0]
    table = import_module(f"college.web.{room}.words").EVENTS
    return str(table.get(kind, kind))


def lines(entries: list["Entry"]) -> list[Line]:
    """Entries as lines, with what they are about. Twelve queries, however many; none without ids."""
    debates = [str(json.loads(bytes(e.body))["data"].get("debate", "")) for e in entries]
    known = things.known([*(e.subject for e in entries), *debates])
    return [
        Line(
            e.position,
            event_words(e.kind),
            e.kind,
            e.actor,
            e.subject,
            e.at,
            known.get(e.subject) or known.get(debate),
        )
        for e, debate in zip(entries, debates, strict=True)
    ]


@published
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What the record is, how far it goes, what was written last."""
    checkpoint = queries.latest_signed()
    newest = queries.entries(most=PER_PAGE)
    context = {
        "checkpoint": checkpoint,
        "root": base64.b64encode(checkpoint.root).decode() if checkpoint else "",
        "waiting": queries.count() - (checkpoint.size if checkpoint else 0),
        "vkey": queries.log_key().vkey,
        "lines": lines(newest),
        "older": (newest[-1].position - 1) // PER_PAGE if newest and newest[-1].position else None,
        "ticked": last_tick(),
        "still": stands_still(now()),
    }
    return render(request, "record/front.html", context)


@public
@require_safe
def page(request: HttpRequest, number: int) -> HttpResponse:
    """A fixed page: entries number × 50 and on, oldest first; its address never moves."""
    first = number * PER_PAGE
    if first > 2**53:
        raise Http404
    entries = queries.entries(before=first + PER_PAGE, after=None, most=PER_PAGE)
    entries = [e for e in entries if e.position is not None and e.position >= first][::-1]
    if not entries:
        raise Http404
    full = len(entries) == PER_PAGE
    context = {
        "lines": lines(entries),
        "first": first,
        "last": entries[-1].position,
        "older_url": f"/record/page/{number - 1}/" if number else "",
        "newer_url": f"/record/page/{number + 1}/"
        if full and queries.entry_at(first + PER_PAGE)
        else "",
    }
    return render(request, "record/page.html", context)


@published
@require_safe
def entry(request: HttpRequest, position: int) -> HttpResponse:
    """One entry: its bytes, what it says, the texts it commits to, its proof."""
    found = _entry(position)
    checkpoint = queries.latest_signed()
    proven = checkpoint is not None and position < checkpoint.size
    proof = queries.inclusion_proof(position, checkpoint.size) if proven else []
    body = bytes(found.body)
    data = json.loads(body)["data"]
    known = things.known([found.actor, found.subject, *things.ids_in(data)])
    context = {
        "entry": found,
        "words": event_words(found.kind),
        "thing": known.get(found.subject) or known.get(data.get("debate", "")),
        "actor": known.get(found.actor),
        "fields": things.fields(data, known),
        "canonical": body.decode(),
        "leaf": base64.b64encode(tree.leaf_hash(body)).decode(),
        "proof": [base64.b64encode(h).decode() for h in proof],
        "checkpoint": checkpoint if proven else None,
        "root": base64.b64encode(checkpoint.root).decode() if proven else "",
    }
    return render(request, "record/entry.html", context)


@require_safe
def receipt(request: HttpRequest, position: int) -> HttpResponse:
    """The entry's receipt as a file (spec/record.md §4)."""
    text = queries.receipt(_entry(position))
    if text is None:
        raise Http404
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="entry-{position}.tlog-proof"'
    return response


@published
@require_safe
def about(request: HttpRequest, public_id: str) -> HttpResponse:
    """The entries about one thing or member, waiting ones included."""
    if not is_public_id(public_id):
        raise Http404
    entries = queries.entries_about(public_id, most=200)
    if not entries:
        raise Http404
    context = {
        "lines": lines(entries),
        "public_id": public_id,
        "thing": things.known([public_id]).get(public_id),
    }
    return render(request, "record/about.html", context)


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """An entry's number or a public id, typed into the record's search field."""
    asked = request.GET.get("what", "").strip().lower()
    if asked.isascii() and asked.isdigit() and len(asked) < 16:
        return redirect(f"/record/entries/{int(asked)}/")
    if is_public_id(asked):
        return redirect(f"/record/about/{asked}/")
    context = {"asked": asked, "title": _("Nothing by that name")}
    return render(request, "record/nothing.html", context, status=404)


def _entry(position: int):
    found = queries.entry_at(position) if position < 2**53 else None
    if found is None:
        raise Http404
    return found
