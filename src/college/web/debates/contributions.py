"""One contribution with everything said about it, and each of its wordings: permalinks for ever."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from college.debates import permissions
from college.debates.queries import (
    challenges,
    contributions,
    hearings,
    outside_notices,
    questions,
    thread,
)
from college.debates.rules import addresses
from college.debates.rules.kinds import Kind, LinkKind
from college.debates.rules.stages import Stage
from college.people.permissions import may_set_dates
from college.web.acts import member_of, now
from college.web.debates import finding, threads
from college.web.debates.hearings import lines as heard_lines
from college.web.debates.revisions import REPLACEABLE
from college.web.debates.viewpoints import trail
from college.web.debates.words.contributions import SEEN_FROM_TARGET, WORDS
from college.web.prose import made, shown
from college.web.public_cache import public

if TYPE_CHECKING:
    from college.debates.models import Contribution
    from college.people.models import Member

_PATH = re.compile(r"[0-9a-z]{8,200}")

#: What everybody may do to a text while the debate is open, by kind: address and words.
_WAYS: list[tuple[str, str | Promise, frozenset[Kind]]] = [
    ("why", _("Say why"), frozenset({Kind.CLAIM, Kind.ARGUMENT})),
    ("object", _("Object"), frozenset({Kind.CLAIM, Kind.ARGUMENT})),
    ("ask", _("Ask"), frozenset(Kind) - {Kind.CHALLENGE, Kind.CONCESSION}),
    ("source", _("Bring a source"), frozenset({Kind.CLAIM, Kind.ARGUMENT})),
    ("limit", _("Say where it holds"), frozenset({Kind.CLAIM, Kind.ARGUMENT})),
]
_OF_OTHERS: list[tuple[str, str, str | Promise]] = [
    ("may_report", "report", _("Report it")),
    ("may_ask_label", "label", _("Ask for a label beside it")),
]
_OWN: list[tuple[str, str, str | Promise]] = [
    ("may_concede", "concede", _("Grant it for your viewpoint")),
    ("may_revoke", "revoke", _("Take back what was granted")),
    ("may_revise", "reword", _("Reword it")),
    ("may_succeed", "replace", _("Put something else in its place")),
    ("may_withdraw", "withdraw", _("Withdraw it")),
]


@dataclass(frozen=True, slots=True)
class LinkShown:
    """A link in words. ``confirm_url`` only for whoever may confirm it."""

    words: str
    line: threads.Line
    stale: bool
    then_url: str
    confirm_url: str = ""


@public
@require_safe
def page(request: HttpRequest, slug: str, public_id: str, after: str = "") -> HttpResponse:
    """One contribution and the thread below it."""
    row = contributions.find(slug, public_id)
    if row is None:
        return finding.moved(request, slug)
    if row.debate.slug != slug:
        return HttpResponsePermanentRedirect(addresses.contribution(row.debate.slug, public_id))
    if after and not _PATH.fullmatch(after):
        raise Http404
    whole = contributions.whole(row, now=now(), after=after)
    member = member_of(request)
    asked = questions.asked(slug)
    reasons = _reasons(whole)
    context = {
        "debate": row.debate,
        "line": threads.line(whole.item),
        "reasons": [threads.line(link.other) for link in reasons],
        "reason": made(whole.reason),
        "wordings": whole.wordings,
        "gave_way": hearings.gave_way(row),
        "links": [
            _link(link, row, member) for link in whole.links if link.stale or link not in reasons
        ],
        "used": [_link(link, row, None) for link in whole.used],
        "thread": threads.shown(whole.thread, whole.item.url),
        "ways": _ways(row, member),
        "may_give_notice": row.state == "standing",
        "replies": [shown(one.reply) for one in outside_notices.replies_to(row)],
        "trail": trail(asked) if asked else [],
        "about": whole,
    }
    return render(request, "debates/contribution.html", context)


@public
@require_safe
def revision(request: HttpRequest, slug: str, public_id: str, number: int) -> HttpResponse:
    """One wording, beside the one before it."""
    row = contributions.find(slug, public_id)
    if row is None:
        return finding.moved(request, slug)
    known = {wording.number: wording for wording in contributions.wordings(row)}
    if number not in known:
        raise Http404
    asked = finding.asked(row.debate.slug)
    line = threads.line(thread.by_ids([public_id], now=now())[public_id])
    found = hearings.of_revisions([known[number].key]).get(known[number].key, [])
    context = {
        "line": line,
        "wording": known[number],
        "html": made(known[number].html),
        "heard": heard_lines(found),
        "hidden": any(one.hides for one in found),
        "before": known.get(number - 1),
        "head": row.head,
        "trail": [*trail(asked), (line.label, line.item.url)],
    }
    return render(request, "debates/revision.html", context)


def _reasons(whole: contributions.Whole) -> list[contributions.LinkLine]:
    """The premises of an argument that says nothing of its own: they are its text."""
    if whole.item.kind != Kind.ARGUMENT or whole.item.html or whole.item.tombstone:
        return []
    return [link for link in whole.links if link.relation == LinkKind.PREMISE]


def _link(link: contributions.LinkLine, row: "Contribution", member: "Member | None") -> LinkShown:
    line = threads.line(link.other)
    words = (
        WORDS[LinkKind][LinkKind(link.relation)] if link.out else SEEN_FROM_TARGET[link.relation]
    )
    own = link.stale and link.out and member is not None and row.author_id == member.pk
    return LinkShown(
        words=str(words),
        line=line,
        stale=link.stale,
        then_url=f"{line.item.url}r/{link.pinned}/" if link.out else "",
        confirm_url=f"/debates/{row.debate.slug}/links/{link.public_id}/confirm/" if own else "",
    )


def _ways(row: "Contribution", member: "Member | None") -> list[tuple[str, str]]:
    """Address and words of what can be done: the same for every reader, and more for some members."""
    here = addresses.contribution(row.debate.slug, row.public_id)
    stage = Stage(row.debate.stage)
    found: list[tuple[str, str]] = []
    if row.state == "standing" and stage is Stage.OPEN:
        found += [(f"{here}{way}/", str(words)) for way, words, kinds in _WAYS if row.kind in kinds]
    if (
        row.state == "standing"
        and row.kind == Kind.CHALLENGE
        and stage in {Stage.OPEN, Stage.CLOSING}
    ):
        target = challenges.target_of(row)
        if member is None or permissions.allows("may_answer", member, target):
            found.append((f"{here}answer/", _now("Answer")))
    if member is not None:
        found += [
            (f"{here}{way}/", str(words))
            for name, way, words in _OWN
            if (way != "replace" or row.kind in REPLACEABLE)
            and permissions.allows(name, member, row)
        ]
        found += [
            (f"{here}{way}/", str(words))
            for name, way, words in _OF_OTHERS
            if permissions.allows(name, member, row)
        ]
        if row.state == "standing" and may_set_dates(member):
            found.append((f"{here}legal-hold/", _now("Hold it as unlawful, as a steward")))
    return found
