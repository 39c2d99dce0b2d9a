"""Exact words that a form carries along, shown above it."""

from django import forms, template

from college.debates.queries.quotations import Quoted
from college.web.debates.quoting import shown

register = template.Library()


@register.simple_tag
def quoted_in(form: forms.Form) -> list[Quoted]:
    """``{% quoted_in form as quoted %}``: each quotation with its signature, for ``parts/quotation.html``."""
    return shown(str(form["quote"].value() or "")) if "quote" in form.fields else []
