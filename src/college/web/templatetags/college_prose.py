"""Texts of the record in templates: ``{{ text|prose }}`` in the body, ``{{ text|line }}`` in a heading."""

from typing import TYPE_CHECKING

from django import template
from django.utils.safestring import SafeString

from college.web.prose import line as find_line
from college.web.prose import shown

if TYPE_CHECKING:
    from college.record.models import Text

register = template.Library()


@register.filter
def prose(text: "Text") -> SafeString:
    """Paragraphs, or the tombstone."""
    return shown(text)


@register.filter
def line(text: "Text") -> str:
    """One line, or the tombstone in brackets."""
    return find_line(text)
