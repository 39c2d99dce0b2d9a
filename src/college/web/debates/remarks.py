"""One passage or remark on a page of its own: its permalink, and what was made of it."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from college.debates import permissions
from college.debates.queries import briefs, hearings, outside_notices, questions, remarks
from college.debates.rules import addresses, intake
from college.debates.rules.briefs import Rights
from college.people.permissions import may_set_dates
from college.record.charters import charter_in_force
from college.web.acts import member_of
from college.web.debates import finding
from college.web.debates.briefs import said_of, title_of, whole
from college.web.debates.hearings import lines
from college.web.debates.viewpoints import trail
from college.web.prose import shown
from college.web.public_cache import public

if TYPE_CHECKING:
    from college.debates.models import Brief, QuestionWording, Remark


@public
@require_safe
def remark_page(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """A remark, what it answers, what answers it, and what was made of it. Ten queries."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    remark = found(asked, public_id)
    member = member_of(request)
    may = permissions.allows
    heard = hearings.of_remarks([remark.pk]).get(remark.pk, [])
    claims = [
        {
            "claim": claim,
            "may_object": may("may_object_to_remark_claim", member, claim),
            "may_take_back": may("may_take_claim_back", member, claim),
        }
        for claim in remarks.claims_of(remark)
    ]
    context = {
        **_context(asked, remark.brief),
        "remark": remark,
        "here": addresses.remark(slug, public_id),
        "brief_url": addresses.brief(slug, remark.brief.public_id, intake.page_of(remark.order)),
        "answers": remarks.answers(remark),
        "said": said_of(list(remarks.quoting(remark)), slug),
        "claims": claims,
        "quote": whole(remark, charter_in_force().lengths.quotation),
        "may_quote": may("may_mark_position", member, asked.debate),
        "may_claim": may("may_claim_remark", member, remark),
        "may_withdraw": may("may_withdraw_remark", member, remark),
        "may_hold": may_set_dates(member) and remark.withdrawn_at is None and remark.text.is_open,
        "may_report": remark.withdrawn_at is None and remark.text.is_open,
        "heard": lines(heard),
        "hidden": remark.restricted_at is not None,
        "replies": [shown(one.reply) for one in outside_notices.replies_to(remark)],
    }
    return render(request, "debates/remark.html", context)


@public
@require_safe
def passage_page(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """A passage and what was made of it; only where it may be shown. Five queries."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    piece = briefs.piece_by_id(asked.debate, public_id, everything=member_of(request) is not None)
    if piece is None:
        raise Http404
    passage = piece.passage
    context = {
        **_context(asked, passage.brief),
        "passage": passage,
        "is_shown": piece.is_shown,
        "is_full": passage.brief.rights == Rights.FULL,
        "brief_url": f"{addresses.brief(slug, passage.brief.public_id)}#p-{public_id}",
        "said": said_of(piece.said, slug),
        "quote": whole(passage, charter_in_force().lengths.quotation),
        "may_quote": permissions.allows("may_mark_position", member_of(request), asked.debate),
    }
    return render(request, "debates/passage.html", context)


def found(asked: "QuestionWording", public_id: str) -> "Remark":
    """The remark an address names, or a 404. One query."""
    remark = remarks.by_id(asked.debate, public_id)
    if remark is None:
        raise Http404
    return remark


def _context(asked: "QuestionWording", brief: "Brief") -> dict[str, object]:
    title = title_of(brief)
    way = (title, addresses.brief(asked.debate.slug, brief.public_id))
    return {
        "asked": asked,
        "debate": asked.debate,
        "brief": brief,
        "title": title,
        "is_link": brief.source.startswith(("http://", "https://")),
        "trail": [*trail(asked), way],
    }
