"""Members' Markdown to safe HTML. Rendered when written; pages only print it.

The sanitiser, not the Markdown parser, is what makes it safe: whatever the parser lets through, only
the elements named here survive, links only to http, https and mailto, and no image is ever fetched.
"""

import unicodedata

import nh3
from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}).disable(
    ["image", "html_block"]
)
_ELEMENTS = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "br", "hr"}
#: Right-to-left and embedding controls can make a text read otherwise than it is stored.
_BIDI = dict.fromkeys((0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069))


def render(words: str) -> str:
    """Safe HTML of a Markdown text: paragraphs, emphasis, lists, quotations, links."""
    return nh3.clean(
        _MARKDOWN.render(words),
        tags=_ELEMENTS,
        attributes={"a": {"href", "title"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow ugc noopener",
    )


def clean(words: str) -> str:
    """A person's text as it is kept: NFC, LF, no control or bidi-override characters, trimmed."""
    unified = words.replace("\r\n", "\n").replace("\r", "\n").translate(_BIDI)
    kept = (c for c in unified if c in "\n\t" or unicodedata.category(c) != "Cc")
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def count_words(words: str) -> int:
    """Words as budgets count them: runs of characters between spaces."""
    return len(words.split())
