"""Ask whether two viewpoints are one, or whether one is two."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from college.debates import permissions
from college.debates.actions.mergers import ask_merger
from college.debates.actions.splits import ask_split
from college.debates.queries import viewpoints
from college.debates.rules import addresses
from college.ground.act import Act
from college.record.charters import charter_in_force
from college.web.acts import act_of, member_of
from college.web.debates import finding, saying
from college.web.debates.sheets import permit, sheet
from college.web.debates.viewpoints import trail
from college.web.prose import line

if TYPE_CHECKING:
    from college.debates.models import Debate, Viewpoint


class MergerForm(forms.Form):
    """The other viewpoint, and why both are one."""

    into = forms.ChoiceField(
        label=gettext_lazy("Of which viewpoint is it a part?"),
        widget=forms.RadioSelect,
        choices=(),
    )
    reason = saying.words_field(
        gettext_lazy("Why are they one?"),
        rows=4,
        help_text=gettext_lazy("Which claims do both grant and deny? Public, with your name."),
    )

    def __init__(self, *args: Any, others: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].choices = others  # type: ignore[attr-defined]


class SplitForm(forms.Form):
    """Name and statement of the part, and why it should stand by itself."""

    name = forms.CharField(
        label=gettext_lazy("Name of the part that would stand by itself"), max_length=300
    )
    statement = saying.words_field(gettext_lazy("What those who hold it say"), rows=6)
    reason = saying.words_field(
        gettext_lazy("Why are they two?"),
        rows=4,
        help_text=gettext_lazy("What do some grant that others deny? Public, with your name."),
    )


@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Ask whether this viewpoint is part of another."""
    asked = finding.asked(slug)
    wording = finding.viewpoint(asked.debate, public_id)
    act_of(request)
    member = member_of(request)
    others = [
        (one.viewpoint.public_id, f"{one.letter}: {line(one.wording.name)}")
        for one in viewpoints.shown(asked.debate)
        if permissions.allows("may_ask_merger", member, wording.viewpoint, one.viewpoint)
    ]
    if not others:
        permit(request, "may_ask_merger", wording.viewpoint, wording.viewpoint)
    here = addresses.viewpoint(slug, public_id)

    def do(act: Act, given: dict[str, Any]) -> str:
        into = _viewpoint(asked.debate, given["into"])
        ask_merger(act, wording.viewpoint, into=into, reason=given["reason"])
        return here

    return sheet(
        request,
        MergerForm(request.POST or None, others=others),
        do,
        done=_("Panels drawn by lot will hear it. Until then both share one budget of words."),
        title=_("Is this viewpoint part of another?"),
        intro=_(
            "Two viewpoints are one if they grant and deny the same claims. Clones must not multiply"
            " room: until it is decided, both share one budget."
        ),
        about=wording.name,
        send=_("Ask the committees"),
        key=f"merge.{public_id}",
        trail=trail(asked),
        back=here,
    )


@require_http_methods(["GET", "POST"])
def split(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Ask that a part of this viewpoint stand by itself."""
    asked = finding.asked(slug)
    wording = finding.viewpoint(asked.debate, public_id)
    permit(request, "may_ask_split", wording.viewpoint)
    here = addresses.viewpoint(slug, public_id)

    def do(act: Act, given: dict[str, Any]) -> str:
        ask_split(act, wording.viewpoint, **given)
        return here

    return sheet(
        request,
        SplitForm(request.POST or None),
        do,
        done=_("Panels drawn by lot will hear it. Nobody who holds it is moved."),
        title=_("Is this viewpoint two?"),
        intro=_("If it is granted, the part is admitted at once, and whoever holds it can say so."),
        about=wording.name,
        send=_("Ask the committees"),
        key=f"split.{public_id}",
        counted="statement",
        most=charter_in_force().lengths.viewpoint_statement,
        trail=trail(asked),
        back=here,
    )


def _viewpoint(debate: "Debate", public_id: str) -> "Viewpoint":
    found = viewpoints.one(debate, public_id)
    if found is None:
        raise Http404
    return found.viewpoint
