"""Tags that put codes and moments into the reader's language."""

from datetime import UTC, date, datetime
from enum import Enum

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from college.ground.moments import is_near, rfc3339
from college.web.acts import now
from college.web.words import word as find_word

register = template.Library()


@register.simple_tag
def word(value: Enum | str, enum: str = "") -> str:
    """``{% word kind "debates.Kind" %}``: an enum member, or its stored text, in words."""
    return find_word(value, enum)


@register.simple_tag
def moment(at: datetime) -> SafeString:
    """``{% moment at %}``: date and time in UTC. Never relative: these bytes are kept and published.

    ``static/js/moments.js`` adds how long ago as the title, in the reader's browser.
    """
    words = date_format(at.astimezone(UTC), "DATETIME_FORMAT")
    return format_html('<time datetime="{}">{} UTC</time>', rfc3339(at), words)


@register.simple_tag
def day(on: date | datetime) -> SafeString:
    """``{% day at %}``: the date alone."""
    if isinstance(on, datetime):
        on = on.astimezone(UTC)
        return format_html(
            '<time datetime="{}">{}</time>', rfc3339(on), date_format(on, "DATE_FORMAT")
        )
    return format_html(
        '<time datetime="{}">{}</time>', on.isoformat(), date_format(on, "DATE_FORMAT")
    )


@register.simple_tag
def near(at: datetime) -> SafeString:
    """``{% near at %}``: the date, and the time as well while it is less than two days away."""
    return moment(at) if is_near(at, now()) else day(at)
