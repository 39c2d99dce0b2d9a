"""Keys that sign: take a passkey over, make a key on this device, revoke one."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from college.committees.actions import keys as actions
from college.committees.queries import desk, keys
from college.committees.rules.signatures import (
    Algorithm,
    NotAKey,
    PublicKey,
    SignatureKind,
    decode64,
)
from college.ground.refusals import Refusal
from college.people.queries import passkeys_of
from college.web.acts import act_of, member_of
from college.web.committees.signing import key_of_passkey

if TYPE_CHECKING:
    from college.committees.models import Place
    from college.people.models import Member

#: Bytes of an Ed25519 key as a browser gives it.
_MOST_PUBLIC = 64


@require_safe
def page(request: HttpRequest, place_id: str) -> HttpResponse:
    """The keys of a place, and the ways to another."""
    member, place = _own(request, place_id)
    context = {
        "place": place,
        "keys": keys.keys_of(place),
        "passkeys": passkeys_of(member),
        "next": _onward(request),
        "demo": settings.DEMO,
    }
    return render(request, "committees/keys.html", context)


@require_POST
def enrol_passkey(request: HttpRequest, place_id: str) -> HttpResponse:
    """One of the passkeys that the member signs in with."""
    member, place = _own(request, place_id)
    asked = request.POST.get("passkey", "")
    passkey = next((p for p in passkeys_of(member) if str(p.number) == asked), None)
    if passkey is None:
        raise Http404
    actions.enrol(act_of(request), place, key_of_passkey(passkey))
    return _done(request)


@require_POST
def enrol_device(request: HttpRequest, place_id: str) -> HttpResponse:
    """A key that this browser has made and keeps; its public half arrives."""
    _member, place = _own(request, place_id)
    try:
        public = decode64(request.POST.get("public", ""), _MOST_PUBLIC)
        key = PublicKey(SignatureKind.DEVICE, Algorithm.ED25519, public)
    except (ValueError, NotAKey) as error:
        raise Refusal("committees.key.not-a-key") from error
    actions.enrol(act_of(request), place, key)
    return _done(request)


@require_POST
def enrol_software(request: HttpRequest, place_id: str) -> HttpResponse:
    """In a sample alone: a key that the College keeps."""
    if not settings.DEMO:
        raise Http404
    _member, place = _own(request, place_id)
    actions.enrol_software(act_of(request), place)
    return _done(request)


@require_POST
def revoke(request: HttpRequest, place_id: str) -> HttpResponse:
    """From now on nothing that this key signs counts."""
    _member, place = _own(request, place_id)
    key = keys.signing_key(place, request.POST.get("key", ""))
    if key is None:
        raise Refusal("committees.key.not-in-force")
    actions.revoke(act_of(request), key)
    messages.success(
        request, _("The key is revoked. Ballots it signed before stand; it signs no more.")
    )
    return redirect(f"/committees/my-service/{place.public_id}/keys/")


def _own(request: HttpRequest, place_id: str) -> tuple["Member", "Place"]:
    """The reader's own place; other people's are not there."""
    act_of(request)
    member = member_of(request)
    found = (p for p in desk.service_of(member) if p.public_id == place_id) if member else iter(())
    place = next(found, None)
    if member is None or place is None:
        raise Http404
    return member, place


def _done(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("The key is enrolled: from now on it signs your ballots."))
    return redirect(_onward(request))


def _onward(request: HttpRequest) -> str:
    to = request.POST.get("next") or request.GET.get("next") or "/committees/my-service/"
    safe = url_has_allowed_host_and_scheme(to, {request.get_host()}, request.is_secure())
    return to if safe else "/committees/my-service/"
