"""What a member is told."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from college.ground.refusals import Refusal
from college.people import queries
from college.people.actions import notices
from college.web.acts import act_of, member_of
from college.web.people.sentences import notice_sentence

_PER_PAGE = 30


@dataclass(frozen=True, slots=True)
class Told:
    """A notice in words."""

    words: str
    path: str
    at: datetime
    is_new: bool


@require_safe
def notices_page(request: HttpRequest) -> HttpResponse:
    """Newest first."""
    member = member_of(request)
    if member is None:
        raise Refusal("people.member.none")
    page = Paginator(queries.notices_of(member), _PER_PAGE).get_page(request.GET.get("page"))
    told = [Told(notice_sentence(n.code, n.params), n.path, n.at, n.read_at is None) for n in page]
    context = {
        "told": told,
        "newer_url": f"?page={page.previous_page_number()}" if page.has_previous() else "",
        "older_url": f"?page={page.next_page_number()}" if page.has_next() else "",
    }
    return render(request, "people/notices.html", context)


@require_POST
def mark_read(request: HttpRequest) -> HttpResponse:
    act = act_of(request)
    member = member_of(request)
    if member is not None:
        notices.mark_read(act, member)
    return redirect("/notices/")
