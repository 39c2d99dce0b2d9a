"""What is asked of somebody who brings a file: where it belongs, where it is from, with which rights."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from college.debates.queries import questions
from college.debates.rules.briefs import LONGEST_LINE, Rights
from college.debates.rules.stages import Stage
from college.exchange.formats.recognise import Format
from college.exchange.rules.addresses import is_web_address
from college.ground.refusals import Refusal
from college.web.prose import line
from college.web.refusals import sentence
from college.web.words import word

_LONGEST = 20_000
_OFFERED = 200
_BEFORE_CLOSING = (Stage.REGISTERED, Stage.PROPOSED, Stage.FRAMING, Stage.OPEN)


class PlaceForm(forms.Form):
    """Where it belongs, and with which rights."""

    debate = forms.ChoiceField(
        label=gettext_lazy("Debate"),
        required=False,
        help_text=gettext_lazy("Choose one, or ask a new question below."),
    )
    question = forms.CharField(
        label=gettext_lazy("A new question"),
        max_length=_LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "What the article is really about, as a question that both sides would call fair. It is"
            " proposed in your name."
        ),
    )
    place = forms.CharField(
        label=gettext_lazy("Place"),
        max_length=_LONGEST,
        required=False,
        help_text=gettext_lazy("Of a new question: where it applies, such as a city or a country."),
    )
    subject = forms.ChoiceField(
        label=gettext_lazy("Subject"),
        required=False,
        help_text=gettext_lazy("Of a new question: among which others it is listed."),
    )
    source = forms.CharField(
        label=gettext_lazy("Address of the article"),
        max_length=LONGEST_LINE,
        required=False,
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
        help_text=gettext_lazy(
            "Where it can be read, so that readers find what is not shown here. Leave it empty if the"
            " file says it."
        ),
    )
    rights = forms.ChoiceField(
        label=gettext_lazy("Your rights in the article"),
        initial=Rights.QUOTE.value,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = questions.in_stages(*_BEFORE_CLOSING, limit=_OFFERED)
        named = [(one.debate.slug, line(one.text)) for one in there]
        self.fields["debate"].choices = [("", _("A new question")), *named]  # type: ignore[attr-defined]
        for name in ("debate", "question"):
            self.fields[name].optional = _("one of the two")  # type: ignore[attr-defined]
        subjects = [(subject.slug, subject.name) for subject in questions.subjects()]
        self.fields["subject"].choices = [("", _("None of these")), *subjects]  # type: ignore[attr-defined]
        rights = [(one.value, word(one)) for one in (Rights.QUOTE, Rights.FULL)]
        self.fields["rights"].choices = rights  # type: ignore[attr-defined]

    def clean_source(self) -> str:
        source = str(self.cleaned_data["source"])
        if source and not is_web_address(source):
            raise forms.ValidationError(
                sentence(Refusal("exchange.import.no-address", source=source))
            )
        return source

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if bool(given.get("debate")) == bool(given.get("question", "").strip()):
            self.add_error("question", sentence(Refusal("exchange.import.no-target")))
        return given


class FileForm(PlaceForm):
    """The file, and what the one who brings it knows of it."""

    file = forms.FileField(
        label=gettext_lazy("The file"),
        help_text=gettext_lazy(
            "A page saved as text or HTML, a WordPress export or a Disqus export; at most 50 MB."
        ),
    )
    format = forms.ChoiceField(label=gettext_lazy("Format"), required=False)
    post = forms.CharField(
        label=gettext_lazy("Which article"),
        max_length=_LONGEST,
        required=False,
        help_text=gettext_lazy("Only for exports with several: title, short name or number."),
    )
    field_order = (
        "file",
        "debate",
        "question",
        "place",
        "subject",
        "source",
        "rights",
        "format",
        "post",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(form.value, word(form)) for form in Format]
        self.fields["format"].choices = [("", _("Recognise it")), *known]  # type: ignore[attr-defined]
