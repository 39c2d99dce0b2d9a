"""What a browser fetches to show a page for the first time, from the files themselves."""

import re
from dataclasses import dataclass
from pathlib import Path

import brotli

_LINKED = re.compile(rb'<link[^>]+rel="(?:stylesheet|icon|preload)"[^>]*>')
_SOURCES = re.compile(rb'<(?:script|img)[^>]+src="([^"]+)"')
_HREF = re.compile(rb'href="([^"]+)"')
_IN_SHEETS = re.compile(rb"url\([\"']?([^\"')]+)[\"']?\)|@import\s+[\"']([^\"']+)[\"']")
_FONT = ".woff2"
#: As a server that compresses while it sends would do it.
_QUALITY = 5


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes without fonts, as they are and compressed, and with how many requests; fonts apart."""

    plain: int
    sent: int
    requests: int
    fonts: int
    page: int


def of(page: bytes, static: Path) -> Weight:
    """``static`` is the folder behind /static/."""
    wanted = {_name(path) for path in _asked_for(page)}
    files = {name: (static / name).read_bytes() for name in wanted if name}
    for name, sheet in list(files.items()):
        if name.endswith(".css"):
            files |= _inside(static, name, sheet)
    fonts = {name for name in files if name.endswith(_FONT)}
    bodies = [page, *(body for name, body in files.items() if name not in fonts)]
    return Weight(
        plain=sum(map(len, bodies)),
        sent=sum(len(brotli.compress(body, quality=_QUALITY)) for body in bodies),
        requests=len(bodies),
        fonts=sum(len(files[name]) for name in fonts),
        page=len(page),
    )


def _asked_for(page: bytes) -> list[str]:
    linked = [_HREF.search(tag) for tag in _LINKED.findall(page)]
    found = [match[1] for match in linked if match] + _SOURCES.findall(page)
    return [path.decode() for path in found]


def _inside(static: Path, name: str, sheet: bytes) -> dict[str, bytes]:
    """Fonts, pictures and further sheets that a sheet names."""
    found: dict[str, bytes] = {}
    for url, imported in _IN_SHEETS.findall(sheet):
        path = (url or imported).decode().partition("#")[0]
        if path.startswith("data:"):
            continue
        target = (static / name).parent.joinpath(path).resolve()
        found[str(target.relative_to(static.resolve()))] = target.read_bytes()
    for further, body in list(found.items()):
        if further.endswith(".css"):
            found |= _inside(static, further, body)
    return found


def _name(path: str) -> str:
    return path.removeprefix("/static/") if path.startswith("/static/") else ""
