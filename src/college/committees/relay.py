"""Ask a relay of the beacon for one round. The only file of this room that reaches into the network.

A relay is not trusted: all that is taken from its answer is a signature, which is verified by the pinned
key before anything is done with it. Whatever goes wrong, the round is simply not there yet.
"""

import json
import logging
import time
from http.client import HTTPException
from urllib.request import HTTPRedirectHandler, Request, build_opener

from college.committees.rules.beacons import CHAIN, NotARound, verified

log = logging.getLogger(__name__)

_PATIENCE = 5.0  # seconds for the whole answer
_MOST_BYTES = 4_096


class _Refusing(HTTPRedirectHandler):
    """The configured address is the only one that is asked."""

    def redirect_request(self, *_args: object, **_more: object) -> None:
        return None


def ask(address: str, round_: int) -> bytes | None:
    """The verified signature of a round, from ``address``; ``None`` if it cannot be had now."""
    url = f"{address.rstrip('/')}/{CHAIN}/public/{round_}"
    try:
        signature = _signature(_answer(url))
        verified(round_, signature)
    except NotARound as error:
        log.warning("the relay of the beacon gave no valid round %s: %s", round_, error)
        return None
    except (OSError, HTTPException, ValueError) as error:
        log.info("the relay of the beacon did not answer: %s", error)
        return None
    return signature


def _answer(url: str) -> bytes:
    """At most 4,096 bytes within five seconds, however slowly they come."""
    until = time.monotonic() + _PATIENCE
    request = Request(url, headers={"Accept": "application/json"})  # noqa: S310  settings allow http(s) alone
    with build_opener(_Refusing()).open(request, timeout=_PATIENCE) as response:
        body = b""
        while part := response.read1(_MOST_BYTES):
            body += part
            if len(body) > _MOST_BYTES:
                raise ValueError("the answer is too long")
            if time.monotonic() > until:
                raise TimeoutError("the answer is too slow")
    return body


def _signature(body: bytes) -> bytes:
    value = json.loads(body)
    found = value.get("signature") if isinstance(value, dict) else None
    if not isinstance(found, str):
        raise NotARound("the answer has no signature")
    return bytes.fromhex(found)
