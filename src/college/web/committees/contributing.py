"""The contributor's page: a script makes secrets in the browser and does what each epoch wants.

The page speaks to the script in JSON, and to people in a fragment that the script only puts in place.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from college.committees.actions import contributing, contributors
from college.committees.events.epochs import EpochSealed
from college.committees.queries import contributing as queries
from college.committees.rules.epochs import Phase
from college.ground.refusals import Refusal
from college.record import queries as record
from college.record.charters import charter_in_force
from college.web.acts import act_of, member_of
from college.web.refusals import sentence, status

#: How often an open page looks again: several times while secrets are revealed, at most once a minute.
_LOOKS = 12
_SELDOM, _OFTEN = 60, 3


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The page; a member's own."""
    return render(request, "committees/contribute.html", _context(request))


@require_safe
def now(request: HttpRequest) -> HttpResponse:
    """What the page says of each epoch, as it stands now."""
    return render(request, "committees/_errands.html", _context(request))


def _context(request: HttpRequest) -> dict[str, object]:
    member = member_of(request)
    if member is None:
        raise Refusal("people.member.none")
    found = queries.contributor_of(member)
    errands = queries.errands(found) if found else []
    return {"contributor": found, "errands": errands}


def _answers(view: Callable[..., object]) -> Callable[..., HttpResponse]:
    """For the script: a refusal is JSON with its sentence, anything else JSON too."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            told = view(request, *args, **kwargs)
        except Refusal as refusal:
            told = {"code": refusal.code, "sentence": sentence(refusal)}
            return JsonResponse(told, status=status(refusal))
        return JsonResponse(told, safe=False)

    return answered


@require_safe
@_answers
def state(request: HttpRequest) -> object:
    """What waits for the acting member, for the script."""
    member = member_of(request)
    found = queries.contributor_of(member) if member else None
    if found is None:
        raise Refusal("committees.contributor.none")
    seconds = charter_in_force().clocks.revealing.total_seconds() / _LOOKS
    return {
        "contributor": found.public_id,
        "key": "" if found.left_at else found.key,
        "look_again": min(_SELDOM, max(_OFTEN, int(seconds))),
        "vkey": record.log_key().vkey,
        "errands": [
            asdict(errand)
            | {"sealed": _receipt(errand.epoch) if errand.phase is Phase.REVEALING else ""}
            for errand in queries.errands(found)
        ],
    }


def _receipt(epoch: str) -> str:
    """The proof that the sealing of an epoch lies in a signed tree. Three queries."""
    told = record.entries(subject=epoch, kind=EpochSealed.kind, most=1)
    return (record.receipt(told[0]) or "") if told else ""


@require_POST
@_answers
def key(request: HttpRequest) -> object:
    """The public key of this browser."""
    contributors.give_key(act_of(request), key=_text(_sent(request), "key"))
    return {}


@require_POST
@_answers
def commit(request: HttpRequest, epoch: str) -> object:
    contributing.commit(act_of(request), epoch, secret=_text(_sent(request), "secret"))
    return {}


@require_POST
@_answers
def lodge(request: HttpRequest, epoch: str) -> object:
    sent = _sent(request)
    contributing.lodge(
        act_of(request), epoch, digests=_texts(sent, "digests"), boxes=_texts(sent, "boxes")
    )
    return {}


@require_POST
@_answers
def acknowledge(request: HttpRequest, epoch: str) -> object:
    sent = _sent(request)
    contributing.acknowledge(
        act_of(request), epoch, dealers=_texts(sent, "dealers"), refused=_texts(sent, "refused")
    )
    return {}


@require_POST
@_answers
def reveal(request: HttpRequest, epoch: str) -> object:
    contributing.reveal(act_of(request), epoch, secret=_text(_sent(request), "secret"))
    return {}


@require_POST
@_answers
def open_shares(request: HttpRequest, epoch: str) -> object:
    shares = _sent(request).get("shares")
    if not isinstance(shares, dict):
        raise Refusal("committees.epoch.wrong-size")
    given = {dealer: _text(shares, dealer) for dealer in shares}
    contributing.open_shares(act_of(request), epoch, shares=given)
    return {}


def _sent(request: HttpRequest) -> dict[str, object]:
    try:
        value = json.loads(request.body)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise Refusal("committees.epoch.wrong-size")
    return value


def _text(sent: dict[str, object], name: str) -> str:
    value = sent.get(name)
    if not isinstance(value, str):
        raise Refusal("committees.epoch.wrong-size")
    return value


def _texts(sent: dict[str, object], name: str) -> list[str]:
    value = sent.get(name)
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise Refusal("committees.epoch.wrong-size")
    return value
