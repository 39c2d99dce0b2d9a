"""How often one address begins a quiz, and which items one browser has answered.

Both are as good as can be without knowing anybody. The address stands in the cache as a digest under a key
that is random, one for each day, and gone with it; no attempt is tied to it. The browser keeps ids of items,
signed, so that another quiz asks others and only first answers count.
"""

import hmac
import secrets
from collections.abc import Collection
from datetime import date, datetime
from hashlib import sha256
from ipaddress import IPv6Address, ip_address

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from college.ground.ids import is_public_id
from college.ground.refusals import Refusal
from college.record.charters import charter_in_force

COOKIE = "college_quiz_items"
#: The cookie goes to attempts alone: no page that is kept for all readers ever sees it.
_PATH = "/quizzes/"
#: Newest items that the cookie remembers: more would not fit a browser's four thousand bytes.
_MOST = 200
_YEAR = 365 * 24 * 60 * 60
_DAY = 24 * 60 * 60
_SIGNER = signing.Signer(salt="college.quizzes.items")


def charge(request: HttpRequest, at: datetime) -> bool:
    """Note that an address begins a quiz; whether its answers count. One key of the cache for each address.

    Refused (``quizzes.attempt.too-often``) beyond the charter's starts an hour.
    """
    limits = charter_in_force().limits
    name = _name(_network(get_adapter().get_client_ip(request)), at.date())
    hour, starts, counted = cache.get(name, (at.hour, 0, 0))
    starts = starts if hour == at.hour else 0
    if starts >= limits.quiz_starts_per_hour:
        raise Refusal("quizzes.attempt.too-often", most=limits.quiz_starts_per_hour)
    counts = counted < limits.quiz_counted_per_day
    cache.set(name, (at.hour, starts + 1, counted + counts), timeout=_DAY)
    return counts


def seen(request: HttpRequest) -> list[str]:
    """Items that this browser answered, the oldest first; none where it keeps no cookies or changed one."""
    try:
        kept = _SIGNER.unsign(request.COOKIES.get(COOKIE, ""))
    except signing.BadSignature:
        return []
    return [one for one in kept.split(".") if is_public_id(one)]


def remember(request: HttpRequest, response: HttpResponse, items: Collection[str]) -> None:
    """Let the browser remember that these items were answered."""
    kept = list(dict.fromkeys([*(one for one in seen(request) if one not in items), *items]))
    response.set_cookie(
        COOKIE,
        _SIGNER.sign(".".join(kept[-_MOST:])),
        max_age=_YEAR,
        path=_PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _network(address: str) -> str:
    """An IPv4 address, or the 64 bits of an IPv6 one that one connection is given as a whole."""
    found = ip_address(address)
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or found.exploded[:19])
    return str(found)


def _name(network: str, day: date) -> str:
    key = cache.get_or_set(f"quizzes.key.{day}", lambda: secrets.token_bytes(32), timeout=2 * _DAY)
    return f"quizzes.starts.{hmac.new(key, network.encode(), sha256).hexdigest()}"
