"""A language of its own for tests of pages: every sentence that went through translation is ⟦marked⟧.

Ask for ``marked``, let people in the test write in Greek, get a page, and
``unmarked(page)`` lists the Latin words that no translator will ever be shown.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.utils.translation import trans_real

_READ = {"alt", "aria-label", "aria-description", "label", "placeholder", "summary", "title"}
#: Their text is code, or the same in every language.
_CODE = {"code", "kbd", "samp", "pre", "script", "style"}
_NAMES = {"UTC", "RFC", "SHA", "JSON", "HTML", "WXR", "XML", "URL"}
_MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
_WORD = re.compile(r"[A-Za-z]{2,}")


class _Marking(trans_real.DjangoTranslation):
    """English, with a mark around whatever was looked up."""

    def gettext(self, message: str) -> str:
        # A context comes before the message, cut off by a control character.
        return f"⟦{message.rsplit(trans_real.CONTEXT_SEPARATOR, 1)[-1]}⟧" if message else ""

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return self.gettext(singular if number == 1 else plural)


@pytest.fixture
def marked() -> Iterator[None]:
    """From here on English comes out marked."""
    before = trans_real._translations.get("en"), trans_real._default
    trans_real._translations["en"] = trans_real._default = _Marking("en")
    trans_real.activate("en")
    yield
    trans_real.deactivate()
    plain, trans_real._default = before
    trans_real._translations.pop("en")
    if plain:
        trans_real._translations["en"] = plain


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.code = 0
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.code += tag in _CODE
        for name, value in attrs:
            if name in _READ:
                self._read(value or "")

    def handle_endtag(self, tag: str) -> None:
        self.code -= tag in _CODE

    def handle_data(self, data: str) -> None:
        if not self.code:
            self._read(data)

    def _read(self, text: str) -> None:
        shorter = _MARKED.sub("", text)
        while shorter != text:
            text, shorter = shorter, _MARKED.sub("", shorter)
        if set(_WORD.findall(text)) - _NAMES:
            self.words.append(" ".join(text.split()))


def unmarked(page: str) -> list[str]:
    """What people read on the page and no translation was asked for."""
    # A sentence may hold elements, and other marked words: a mark opened before one closes after it.
    shorter = _MARKED.sub(_keep_elements, page)
    while shorter != page:
        page, shorter = shorter, _MARKED.sub(_keep_elements, shorter)
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.words


def _keep_elements(match: re.Match[str]) -> str:
    """A marked sentence as its elements, without its words."""
    return "".join(re.findall(r"<[^>]*>", match.group()))
