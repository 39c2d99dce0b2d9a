"""Which format a file is in, told from what stands in it and never from its name."""

import json
import re
from enum import StrEnum

from college.ground.refusals import Refusal


class Format(StrEnum):
    """The formats an article with its comments can arrive in."""

    PLAIN_TEXT = "plain-text"
    SAVED_HTML = "saved-html"
    WORDPRESS_WXR = "wordpress-wxr"
    DISQUS_XML = "disqus-xml"


#: Kinds told apart only to be named in a refusal.
_FOREIGN = {
    "rtf": re.compile(r"\{\\rtf"),
    "mhtml": re.compile(
        r"(?:From: <Saved by|MIME-Version:|Content-Type: multipart/)", re.IGNORECASE
    ),
    "postscript": re.compile(r"%!PS"),
}
_MISC = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE\s+([\w:.-]+)", re.IGNORECASE)
_ROOT = re.compile(r"<([A-Za-z_][\w:.-]*)")
_HTML_TAGS = frozenset(
    "html head body title meta link script style article main section div p h1 h2 ol ul table span "
    "header nav aside footer figure blockquote center font".split()
)
_WORDPRESS = re.compile(r"https?://wordpress\.org/export/")


def recognise(head: str, *, named: str | None = None) -> Format:
    """The format of a text that begins with ``head``.

    Raises Refusal ``exchange.file.unknown-format`` (``named`` is no format, or the file is in none
    of them) and ``exchange.file.other-format`` (it is in another one than ``named``).
    """
    if named is not None and named not in [known.value for known in Format]:
        raise Refusal("exchange.file.unknown-format", found=named, known=tuple(map(str, Format)))
    found = _kind(head.lstrip("\ufeff"))
    if named is not None and found != named:
        raise Refusal("exchange.file.other-format", named=named, found=found)
    if found not in [known.value for known in Format]:
        raise Refusal("exchange.file.unknown-format", found=found, known=tuple(map(str, Format)))
    return Format(found)


def _kind(head: str) -> str:
    at = _after_misc(head)
    rest = head[at:]
    for kind, pattern in _FOREIGN.items():
        if pattern.match(rest):
            return kind
    if _is_json(rest):
        return "json"
    if doctype := _DOCTYPE.match(rest):
        return _of_root(doctype[1], head)
    if root := _ROOT.match(rest):
        # "<3 this" is text, and so is "<Jane> hello"; a declaration or a known root is not.
        if head.lstrip().startswith("<?xml") or root[1].lower() in {
            *_HTML_TAGS,
            "rss",
            "disqus",
            "feed",
        }:
            return _of_root(root[1], head)
    elif head.lstrip().startswith("<?xml"):
        return "xml"
    return Format.PLAIN_TEXT


def _after_misc(head: str) -> int:
    at = 0
    while found := _MISC.match(head, at):
        at = found.end()
    return at


def _of_root(root: str, head: str) -> str:
    tag = root.lower()
    if tag in _HTML_TAGS:
        return Format.SAVED_HTML
    if tag == "disqus":
        return Format.DISQUS_XML
    if tag == "rss":
        return Format.WORDPRESS_WXR if _WORDPRESS.search(head) else "rss"
    return {"feed": "atom"}.get(tag, f"xml:{root[:60]}")


def _is_json(rest: str) -> bool:
    if not re.match(r"\{\s*\"|\[\s*[\[{\"]", rest):
        return False
    try:
        _, end = json.JSONDecoder().raw_decode(rest)
    except RecursionError:
        return True
    except ValueError as error:
        # Cut off where the head ends is still JSON; broken early on is not.
        return getattr(error, "pos", 0) > len(rest) // 2
    return not rest[end:].strip()
