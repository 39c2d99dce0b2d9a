"""Say why, and object: a reason in one sentence, and what it bears on."""

from collections.abc import Collection
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from college.debates.actions.arguments import add_argument
from college.debates.actions.claims import NewClaim
from college.debates.queries import contributions, search, thread
from college.debates.rules import addresses
from college.debates.rules.kinds import ArgumentForm, Kind
from college.debates.rules.openings import Opening
from college.ground.act import Act
from college.ground.ids import is_public_id
from college.ground.refusals import Refusal
from college.web.acts import now
from college.web.debates import finding, saying, threads
from college.web.debates.openings import for_stage
from college.web.debates.sheets import Do, sheet

if TYPE_CHECKING:
    from college.debates.models import Contribution

_MOST_REUSED = 8


class ReasonForm(saying.Saying):
    """A reason in one sentence; ``reuse`` are claims that are there already, taken as reasons."""

    CLAIMS = ("reason", "second")

    reuse = forms.MultipleChoiceField(
        label=gettext_lazy("Said already, and taken as a reason"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reason = saying.words_field(
        gettext_lazy("Your reason, in one sentence"), rows=3, required=False
    )
    form = saying.claim_form_field()
    second = saying.words_field(
        gettext_lazy("A second sentence that it needs to hold"),
        rows=2,
        required=False,
        help_text=gettext_lazy("Only if the first is a reason together with this one."),
    )
    text = saying.words_field(
        gettext_lazy("How it bears on this"),
        rows=4,
        required=False,
        help_text=gettext_lazy("If it does not speak for itself."),
    )

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reuse"].choices = offered
        if not offered:
            del self.fields["reuse"]
            # Without a claim to take up, one's own words are all there is: nothing optional about them.
            self.fields["reason"].required = True
        else:
            self.fields["reason"].optional = _("unless you take one above")


class ObjectionForm(ReasonForm):
    """A reason against, or a limit."""

    stance = forms.ChoiceField(
        label=gettext_lazy("What do you object?"),
        choices=[
            (
                ArgumentForm.OPPOSES.value,
                gettext_lazy("It does not hold, or does not bear on this"),
            ),
            (ArgumentForm.QUALIFIES.value, gettext_lazy("It holds only with a reservation")),
        ],
        initial=ArgumentForm.OPPOSES.value,
        widget=forms.RadioSelect,
    )
    field_order = ("stance",)


@require_http_methods(["GET", "POST"])
@for_stage(Opening.SAY)
def why(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Give a reason for a claim or an argument."""
    row = saying.found(slug, public_id)
    form = ReasonForm(request.POST or None, initial=_start(request), offered=_offered(request, row))
    return _argue(
        request, form, row, title=_("Why? Give a reason for this"), send=_("Give this reason")
    )


@require_http_methods(["GET", "POST"])
@for_stage(Opening.SAY)
def oppose(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Object to a claim, or to an argument: the reason does not bear on it."""
    row = saying.found(slug, public_id)
    form = ObjectionForm(
        request.POST or None, initial=_start(request), offered=_offered(request, row)
    )
    title = _("What speaks against this?")
    if row.kind == Kind.ARGUMENT:
        title = _("Why does this reason not bear on it?")
    return _argue(request, form, row, title=title, send=_("Object"))


def _argue(
    request: HttpRequest, form: ReasonForm, row: "Contribution", *, title: str, send: str
) -> HttpResponse:
    slug = row.debate.slug

    def do(act: Act, given: dict[str, Any]) -> str:
        premises: list[Any] = contributions.claims_by_ids(row.debate, given.get("reuse", []))
        premises += [
            NewClaim(given["form"], given[name])
            for name in ("reason", "second")
            if given[name].strip()
        ]
        argument = add_argument(
            act,
            row.debate,
            form=given.get("stance", ArgumentForm.SUPPORTS.value),
            premises=premises,
            conclusion=row,
            text=given["text"],
            quotes=saying.spans(given),
            token=given["token"],
        )
        return addresses.contribution(slug, argument.public_id)

    return say(
        request,
        form,
        do,
        done=_("Your reason stands in the debate."),
        title=title,
        send=send,
        similar="reason",
        without=about(row),
        slug=slug,
        around=lambda: saying.surroundings(row),
    )


def say(request: HttpRequest, form: saying.Saying, do: Do, **context: Any) -> HttpResponse:
    """A form of the dialogue; the button "look" shows what is said already instead of sending."""
    slug = context.pop("slug")
    field = context.pop("similar")
    without = context.pop("without", ())
    context |= {
        "similar_field": field,
        "similar_url": f"{addresses.debate(slug)}similar/?{urlencode({'without': ' '.join(without)})}",
        "template": "debates/saying.html",
    }
    if request.method == "POST" and "look" in request.POST:
        # Shown again as typed, unchecked: nothing is sent yet.
        form.initial |= {
            name: request.POST.get(name, "") for name in form.fields if name != "reuse"
        }
        form.is_bound = False
        context["similar"] = alike(slug, request.POST.get(field, ""), without)
        context["looked"] = True
        del context["done"]
        around = context.pop("around")()
        return render(request, context.pop("template"), {"form": form, **around, **context})

    def telling(act: Act, given: dict[str, Any]) -> str:
        try:
            return do(act, given)
        except Refusal as refusal:
            form.circle = _circle(refusal)  # type: ignore[attr-defined]  shown by the template
            raise

    return sheet(request, form, telling, **context)


def alike(slug: str, words: str, without: Collection[str] = ()) -> list[threads.Line]:
    """Claims of the debate that are like the words, but for those ``without``. Seven queries."""
    debate = finding.asked(slug).debate
    hits = search.similar(words, debate=debate)
    known = thread.by_ids([hit.subject for hit in hits], now=now())
    items = (known[hit.subject] for hit in hits if hit.subject in known)
    return [
        threads.line(item)
        for item in items
        if item.tombstone is None and item.public_id not in without
    ]


def about(row: "Contribution") -> list[str]:
    """A text and what it rests on and bears on: no reason for itself. One query."""
    linked = [target.public_id for ends in contributions.targets(row).values() for target in ends]
    return [row.public_id, *linked]


def _circle(refusal: Refusal) -> list[threads.Line]:
    """The way round that a reason would close, step by step."""
    path = refusal.params.get("path")
    if not isinstance(path, list):
        return []
    known = thread.by_ids(path, now=now())
    return [threads.line(known[public_id]) for public_id in path if public_id in known]


def _offered(request: HttpRequest, row: "Contribution") -> list[tuple[str, str]]:
    """Claims that are there already and could be the reason: chosen before, or like what is typed."""
    asked = request.POST.getlist("reuse") or request.GET.getlist("reuse")
    chosen = [part for part in asked if is_public_id(part)][:_MOST_REUSED]
    known = thread.by_ids(chosen, now=now()) if chosen else {}
    lines = [threads.line(item) for item in known.values() if item.kind == Kind.CLAIM]
    if "look" in request.POST:
        found = alike(row.debate.slug, request.POST.get("reason", ""), about(row))
        lines += [one for one in found if one.item.public_id not in known]
    return [(one.item.public_id, unescape(strip_tags(one.html)).strip()) for one in lines]


def _start(request: HttpRequest) -> dict[str, object]:
    return saying.fresh(request, reuse=request.GET.getlist("reuse"))
