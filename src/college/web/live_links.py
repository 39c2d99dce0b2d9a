"""On public pages, links to what is not published lead to the College itself: a copy has only pages to read.

Signing in, searching, taking part and handing files in work at ``COLLEGE_URL`` alone. Which pages are
published is asked of the views' own marks (``public_cache``), so that no list can fall behind them.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve

#: Files that are published beside the pages.
_FILES = ("/static/", "/log/")
#: The mark that a view which is published carries.
PUBLISHED_VIEW = "college_published_view"
# Inside of tags only: words that people wrote may hold the same letters, and stay as they are.
_TARGET = re.compile(rb'(<(?:a|form)\s(?:[^<>]*?\s)?(?:href|action)=")([^"#][^"]*)(?=")')


def with_live_links(
    body: bytes, *, page: str, site: str, is_published: Callable[[str], bool]
) -> bytes:
    """``body`` of the page at path ``page``, where every link and form of ours that leads to no
    published page begins with ``site``. ``is_published`` is asked with paths."""

    def mended(found: re.Match[bytes]) -> bytes:
        given = unescape(found[2].decode())
        if _is_elsewhere(given):
            return found[0]
        parts = urlsplit(urljoin(page, given))
        if not parts.query and is_published(parts.path):
            return found[0]
        # The letters of the link stay escaped as they were: only what stands before them is new.
        absolute = found[2] if given.startswith("/") else urljoin(page, found[2].decode()).encode()
        return found[1] + site.encode() + absolute

    return _TARGET.sub(mended, body)


def is_published_path(path: str) -> bool:
    """Whether a path belongs to a view that is published, or to the files beside the pages."""
    return _is_published(path, settings.ROOT_URLCONF)


@lru_cache(maxsize=20_000)
def _is_published(path: str, addresses: str) -> bool:
    if path.startswith(_FILES):
        return True
    try:
        view = resolve(path, addresses).func
    except Resolver404:
        return False
    return getattr(view, PUBLISHED_VIEW, False)


def _is_elsewhere(link: str) -> bool:
    parts = urlsplit(link)
    return bool(parts.scheme or parts.netloc)
