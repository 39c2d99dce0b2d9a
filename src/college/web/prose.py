"""People's texts on a page: the rendering made when they were written, or what stands where they were.

The only file of ``web`` that marks text safe: renderings come from ``ground.prose`` alone.
"""

from typing import TYPE_CHECKING

from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from college.record.models import Text


def shown(text: "Text") -> SafeString:
    """A text as paragraphs of safe HTML: as rendered, or letter for letter, or its tombstone."""
    if not text.is_open:
        return format_html('<p class="gone">{}</p>', gone(text))
    if text.rendered:
        return mark_safe(text.rendered)  # noqa: S308  made by ground.prose when it was written
    return mark_safe(linebreaks(text.words, autoescape=True))  # noqa: S308  escaped just there


def for_panel(text: "Text") -> SafeString:
    """What a panel has to judge: also words that are withheld from everybody else meanwhile."""
    if text.is_open or text.body is None:
        return shown(text)
    if text.rendered:
        return made(text.rendered)
    words = bytes(text.body).decode()
    return mark_safe(linebreaks(words, autoescape=True))  # noqa: S308  escaped just there


def made(html: str) -> SafeString:
    """A rendering that a query read from the record: ``Text.rendered``, empty where the text is gone."""
    return mark_safe(html)  # noqa: S308  made by ground.prose when it was written


def line(text: "Text") -> str:
    """A text of one line, for headings, titles and links; escaped by the template."""
    return text.words if text.is_open else f"[{gone(text)}]"


def _by_verdict() -> str:
    return _("A verdict withholds this text, until another one turns it.")


def gone(text: "Text") -> str:
    """What stands where a text is withheld or erased."""
    if text.ground == "unpublished":
        return _("This text was never published: only the panels read it.")
    if text.state == "withheld":
        return _("This text is held back for now.") if text.until else _by_verdict()
    if text.ground == "withdrawn":
        return _("The author has withdrawn this text.")
    return _("This text was erased, as the law requires.")
