"""Files over http and https, with an end to every patience: time, size, redirects, retries."""

import http.client
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from typing import Protocol

from college_verify.findings import BadInput, Broken, shown

_SILENCE = 30.0
_PATIENCE = 300.0
_PIECE = 1 << 16
_HEADERS = {"User-Agent": "college-verify"}
_TRIES = 3
_PAUSE = 0.5
_ABSENT = {403, 404, 410}
_WORTH_ANOTHER_TRY = {429, 500, 502, 503, 504}


class _Answer(Protocol):
    headers: http.client.HTTPMessage

    def read1(self, amount: int) -> bytes: ...


class Web:
    """A published log at an address. Redirects are followed to http and https only."""

    distant = True

    def __init__(self, address: str, below: str) -> None:
        parts = urllib.parse.urlsplit(address)
        if not parts.hostname or parts.query or parts.fragment:
            raise BadInput(f"{shown(address)} is no address of a published directory.")
        self._base = (
            urllib.parse.urlunsplit(parts._replace(path=parts.path.rstrip("/") + "/")) + below
        )
        self.title = self._base
        self._opener = urllib.request.OpenerDirector()
        for handler in (
            urllib.request.ProxyHandler(),
            urllib.request.HTTPHandler(),
            urllib.request.HTTPSHandler(),
            urllib.request.HTTPRedirectHandler(),
            urllib.request.HTTPDefaultErrorHandler(),
            urllib.request.HTTPErrorProcessor(),
        ):
            self._opener.add_handler(handler)

    def read(self, name: str, most: int) -> bytes | None:
        """As ``sources.Source.read``; a server that stumbles is asked again."""
        for attempt in range(_TRIES):
            try:
                return self._get(self._base + name, most)
            except urllib.error.HTTPError as error:
                error.close()
                if error.code in _ABSENT:
                    return None
                reason = f"the server answers {error.code}"
                if error.code not in _WORTH_ANOTHER_TRY:
                    break
            except (OSError, http.client.HTTPException) as error:
                reason = str(getattr(error, "reason", "") or error) or type(error).__name__
            time.sleep(_PAUSE * attempt)
        raise BadInput(f"{shown(self._base + name)} cannot be read: {shown(reason)}.")

    def names(self, folder: str) -> list[str] | None:
        """Nothing: a web server is not asked what it holds."""
        return None

    def _get(self, address: str, most: int) -> bytes:
        # The opener knows http and https and no other scheme, redirects included.
        request = urllib.request.Request(address, headers=_HEADERS)  # noqa: S310
        with self._opener.open(request, timeout=_SILENCE) as answer:
            data = _read(answer, most)
        if answer.headers.get("Content-Encoding", "identity").lower() == "gzip":
            # C2SP lets a server send bundles so without being asked.
            data = _unzip(data, most)
        return data


def _read(answer: _Answer, most: int) -> bytes:
    until = time.monotonic() + _PATIENCE
    data = bytearray()
    while piece := answer.read1(_PIECE):
        data += piece
        if len(data) > most:
            raise Broken(f"it is larger than {most:,} bytes")
        if time.monotonic() > until:
            raise TimeoutError("it comes too slowly")
    promised = answer.headers.get("Content-Length", "")
    if promised.isdecimal() and len(data) < int(promised):
        raise ConnectionError("the connection broke off")
    return bytes(data)


def _unzip(data: bytes, most: int) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        plain = unpacker.decompress(data, most + 1)
    except zlib.error:
        raise Broken("its gzip encoding is damaged") from None
    if len(plain) > most:
        raise Broken(f"it is larger than {most:,} bytes")
    if not unpacker.eof:
        raise Broken("its gzip encoding is cut short")
    return plain
