"""What a debate turns on: the cruxes between each two viewpoints, and what would change a mind."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from college.debates.queries import contributions, questions, viewpoints
from college.ground.act import Act
from college.record.charters import charter_in_force
from college.summaries import permissions
from college.summaries.actions import cruxes as actions
from college.summaries.queries import cruxes
from college.summaries.queries.summaries import of_debate
from college.summaries.rules import addresses
from college.web.acts import act_of, member_of, now
from college.web.debates import finding, saying
from college.web.debates.sheets import press, sheet
from college.web.debates.viewpoints import trail
from college.web.prose import line, shown
from college.web.public_cache import public

if TYPE_CHECKING:
    from college.debates.models import QuestionWording
    from college.summaries.models import Crux


class CruxForm(forms.Form):
    """A claim by its public id, and the two viewpoints that part on it."""

    claim = forms.CharField(
        label=gettext_lazy("Its number or address"),
        max_length=300,
        help_text=gettext_lazy("The address of the claim’s page, or the last part of it."),
    )
    first = forms.ChoiceField(
        label=gettext_lazy("One viewpoint"), choices=(), widget=forms.RadioSelect
    )
    second = forms.ChoiceField(
        label=gettext_lazy("The other"), choices=(), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, sides: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first", "second"):
            self.fields[name].choices = sides  # type: ignore[attr-defined]

    def clean_claim(self) -> str:
        return str(self.cleaned_data["claim"]).rstrip("/").rsplit("/", 1)[-1]


class MindForm(forms.Form):
    text = saying.words_field(
        gettext_lazy("What would change the viewpoint’s mind?"),
        rows=4,
        help_text=gettext_lazy(
            "A finding, a figure, a reason: whatever it would be. It stands beside what the other side says."
        ),
    )


@public
@require_safe
def turns(request: HttpRequest, slug: str) -> HttpResponse:
    """Every crux, with what each side says would change its mind, and what was brought since."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    summary = finding.or_404(of_debate(asked.debate))
    member = member_of(request)
    found = cruxes.of_summary(summary)
    order = {one.viewpoint.pk: at for at, one in enumerate(viewpoints.shown(asked.debate))}
    context = {
        "asked": asked,
        "debate": asked.debate,
        "trail": below(asked),
        "cruxes": [_shown(one, order) for one in found],
        "may_name": permissions.allows("may_name_crux", member, summary),
        "may_tell": [
            one.row.public_id
            for one in found
            if member is not None and permissions.allows("may_tell_mind", member, one.row)
        ],
        "is_over": asked.debate.stage in ("closed", "summarised"),
    }
    return render(request, "summaries/turns.html", context)


@require_http_methods(["GET", "POST"])
def name(request: HttpRequest, slug: str) -> HttpResponse:
    """Editors name a crux; what the debate's own structure proposes stands beside the form."""
    asked = finding.asked(slug)
    summary = finding.or_404(of_debate(asked.debate))
    act_of(request)
    permissions.require("may_name_crux", member_of(request), summary)
    found = viewpoints.shown(asked.debate)
    sides = [
        (one.viewpoint.public_id, f"{one.letter}: {line(one.wording.name)}")
        for one in found
        if one.is_admitted
    ]
    by_id = {one.viewpoint.public_id: one.viewpoint for one in found}

    def do(act: Act, given: dict[str, Any]) -> str:
        claim = finding.or_404(contributions.find(slug, given["claim"]))
        between = (by_id[given["first"]], by_id[given["second"]])
        actions.name_crux(act, summary, claim, between=between)
        return addresses.turns(slug)

    return sheet(
        request,
        CruxForm(request.POST or None, initial=_preset(request), sides=sides),
        do,
        template="summaries/name_crux.html",
        done=_("Named. The two delegates are asked what would change their minds."),
        title=_("Name a claim that the debate turns on"),
        intro=_("The few claims, of fact or of value, on which two viewpoints part."),
        send=_("Name it"),
        trail=[*below(asked), (_("What it turns on"), addresses.turns(slug))],
        back=addresses.turns(slug),
        around=lambda: {"proposed": cruxes.proposed(summary, now=now())},
    )


@require_POST
def drop(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Editors drop a crux."""
    crux = finding.or_404(cruxes.at(slug, public_id))

    def do(act: Act) -> str:
        actions.drop_crux(act, crux)
        return addresses.turns(slug)

    return press(request, do, done=_("Dropped. It stays in the record that it was named."))


@require_http_methods(["GET", "POST"])
def mind(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """A delegate says what would change the viewpoint's mind."""
    asked = finding.asked(slug)
    crux = finding.or_404(cruxes.at(slug, public_id))
    act_of(request)
    permissions.require("may_tell_mind", member_of(request), crux)

    def do(act: Act, given: dict[str, Any]) -> str:
        actions.tell_mind(act, crux, text=given["text"])
        return addresses.turns(slug)

    return sheet(
        request,
        MindForm(request.POST or None),
        do,
        done=_("It stands beside what the other side says."),
        title=_("What would change your mind?"),
        about=crux.pinned.text,
        send=_("Say it"),
        counted="text",
        most=charter_in_force().lengths.attestation,
        key=f"mind.{public_id}",
        trail=[*below(asked), (_("What it turns on"), addresses.turns(slug))],
        back=addresses.turns(slug),
    )


def below(asked: "QuestionWording") -> list[tuple[str, str]]:
    """The way to a page below a summary."""
    return [*trail(asked), (_("Summary"), addresses.summary(asked.debate.slug))]


def _preset(request: HttpRequest) -> dict[str, str]:
    return {key: request.GET.get(key, "") for key in ("claim", "first", "second")}


def _shown(one: cruxes.Named, order: dict[int, int]) -> dict[str, object]:
    """``order``: of the debate's seed, in which the two sides stand too; one that was merged since stands
    where the one does that it is part of."""
    sides = sorted(
        one.sides, key=lambda side: order[side.viewpoint.merged_into_id or side.viewpoint.pk]
    )
    return {
        "row": one.row,
        "claim": shown(one.row.pinned.text),
        "form": one.row.claim.form,
        "claim_url": _claim_url(one.row),
        "is_stale": one.is_stale,
        "sides": [
            {"viewpoint": side.viewpoint, "mind": shown(side.mind.text) if side.mind else ""}
            for side in sides
        ],
        "reopenings": one.reopenings,
    }


def _claim_url(crux: "Crux") -> str:
    return f"/debates/{crux.summary.debate.slug}/c/{crux.claim.public_id}/"
