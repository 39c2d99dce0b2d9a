"""Public ids as links, shares in per cent, and spans of time as measured."""

from collections.abc import Mapping
from datetime import timedelta

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from college.debates.queries.named import Named

register = template.Library()
_HOUR, _DAY = 3600, 86400


@register.simple_tag
def thing(public_id: str, things: Mapping[str, Named]) -> SafeString:
    """The page and the first words of what an id stands for; the id where there are none."""
    found = things.get(public_id)
    if found is None:
        return format_html("<code>{}</code>", public_id)
    return format_html('<a href="{}" dir="auto">{}</a>', found.path, found.words or public_id)


@register.filter
def as_percent(share: float) -> int:
    """A share from 0 to 1 in whole per cent."""
    return round(100 * share)


@register.filter
def as_span(measured: timedelta) -> str:
    """A measured span, rounded up to whole minutes, hours, or from two days on days."""
    seconds = measured.total_seconds()
    if seconds >= 2 * _DAY:
        number = -int(-seconds // _DAY)
        return ngettext("%(n)s day", "%(n)s days", number) % {"n": number}
    if seconds >= 2 * _HOUR:
        number = -int(-seconds // _HOUR)
        return ngettext("%(n)s hour", "%(n)s hours", number) % {"n": number}
    number = max(1, -int(-seconds // 60))
    return ngettext("%(n)s minute", "%(n)s minutes", number) % {"n": number}
