"""Texts of the record in templates: ``{{ text|prose }}`` in the body, ``{{ text|line }}`` in a heading."""

from typing import TYPE_CHECKING

from django import template
from django.utils.safestring import SafeString

from college.web.prose import for_panel, shown
from college.web.prose import line as find_line

if TYPE_CHECKING:
    from college.record.models import Text

register = template.Library()


@register.filter
def prose(text: "Text") -> SafeString:
    """Paragraphs, or the tombstone."""
    return shown(text)


@register.filter
def panel_prose(text: "Text") -> SafeString:
    """The same on the page of a seat: what is withheld meanwhile is read there."""
    return for_panel(text)


@register.filter
def line(text: "Text") -> str:
    """One line, or the tombstone in brackets."""
    return find_line(text)
