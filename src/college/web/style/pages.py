"""Every part on one page, with made-up words: what a designer looks at and what tests look through."""

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from college.web.style import sample


class SampleForm(forms.Form):
    """One field of every sort."""

    title = forms.CharField(label=_("Title of the source"), max_length=120)
    words = forms.CharField(
        label=_("What do you want to say?"),
        help_text=_("One thing at a time; the next one can follow."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    url = forms.URLField(label=_("Address of the source"), required=False, assume_scheme="https")
    bears = forms.ChoiceField(
        label=_("It speaks"),
        choices=[
            ("for", _("for it")),
            ("against", _("against it")),
            ("context", _("of its context")),
        ],
        widget=forms.RadioSelect,
    )
    viewpoint = forms.ChoiceField(label=_("For which viewpoint"), choices=[("a", "A"), ("b", "B")])
    sure = forms.BooleanField(label=_("These are the exact words of the source"))


def parts(request: HttpRequest) -> HttpResponse:
    """The live page of all parts. Not found on a real College."""
    if not (settings.DEMO or settings.DEBUG):
        raise Http404
    wrong = SampleForm(
        {"wrong-words": sample.CLAIM, "wrong-url": "not an address", "wrong-bears": "for"},
        prefix="wrong",
    )
    context = sample.everything() | {"form": SampleForm(), "wrong_form": wrong}
    return render(request, "style/parts.html", context)
