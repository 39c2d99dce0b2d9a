"""Rules of cases in words, and lengths of time."""

from datetime import timedelta

from django import template
from django.utils.translation import ngettext

from college.web.committees.rules_in_words import rule_words

register = template.Library()
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


@register.simple_tag
def rule_title(rule: str) -> str:
    """``{% rule_title case.rule %}``: the name of a rule."""
    return str(rule_words(rule).title)


@register.filter
def as_length(length: timedelta) -> str:
    """A clock of the charter in words: “48 hours”, “5 minutes”, “3 days”; the largest unit that fits."""
    seconds = int(length.total_seconds())
    if seconds % _DAY == 0 and seconds > 2 * _DAY:
        number = seconds // _DAY
        return ngettext("%(n)s day", "%(n)s days", number) % {"n": number}
    if seconds % _HOUR == 0:
        number = seconds // _HOUR
        return ngettext("%(n)s hour", "%(n)s hours", number) % {"n": number}
    number = seconds // _MINUTE
    return ngettext("%(n)s minute", "%(n)s minutes", number) % {"n": number}
