"""Exact words that a form carries along, shown above it."""

from django import forms, template

from college.web.debates.quoting import shown

register = template.Library()


@register.simple_tag
def quoted_in(form: forms.Form) -> list[dict[str, str]]:
    """``{% quoted_in form as quoted %}``: what ``parts/quotation.html`` takes, for each quotation."""
    return shown(str(form["quote"].value() or "")) if "quote" in form.fields else []
