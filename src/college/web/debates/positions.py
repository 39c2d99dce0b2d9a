"""Positions quoted in the brief: who speaks for them, and which viewpoints are missing."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from college.debates import permissions
from college.debates.actions import positions as actions
from college.debates.queries import briefs, positions, questions, viewpoints
from college.debates.rules import addresses, quoting
from college.debates.rules.openings import Opening
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.web.acts import member_of
from college.web.debates import finding, openings
from college.web.debates.quoting import place
from college.web.debates.sheets import permit, sheet
from college.web.debates.viewpoints import trail
from college.web.prose import line
from college.web.public_cache import public

if TYPE_CHECKING:
    from college.debates.models import Debate

_LONGEST = 20_000


class SpeaksForm(forms.Form):
    """Which viewpoint speaks for a position."""

    viewpoint = forms.ChoiceField(
        label=gettext_lazy("Which viewpoint speaks for it?"),
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, debate: "Debate", *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = viewpoints.shown(debate)
        self.viewpoints = {one.viewpoint.public_id: one.viewpoint for one in shown}
        named = [(one.viewpoint.public_id, line(one.wording.name)) for one in shown]
        self.fields["viewpoint"].choices = [("", _("None yet: it is missing")), *named]  # type: ignore[attr-defined]


class MarkForm(SpeaksForm):
    """A short name for the position, and its exact words."""

    label = forms.CharField(
        label=gettext_lazy("A short name for the position"),
        max_length=_LONGEST,
        help_text=gettext_lazy("A few words that those who hold it would use for it themselves."),
    )
    exact = forms.CharField(
        label=gettext_lazy("The exact words that hold it"),
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("Cut away what you do not mean; leave the rest letter for letter."),
    )
    field_order = ("exact", "label", "viewpoint")


@public
@require_safe
def listed(request: HttpRequest, slug: str) -> HttpResponse:
    """Every position, those that nobody speaks for first. Five queries."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    member = member_of(request)
    found = positions.of_debate(asked.debate)
    context = {
        "asked": asked,
        "debate": asked.debate,
        "missing": [one for one in found if one.viewpoint is None],
        "spoken": [one for one in found if one.viewpoint is not None],
        "briefs": briefs.of_debate(asked.debate),
        "member": member,
        "may_mark": permissions.allows("may_mark_position", member, asked.debate),
        **_proposing(asked.debate),
        "may_invite": permissions.allows("may_invite", member, asked.debate),
        "trail": trail(asked),
    }
    return render(request, "debates/positions.html", context)


@require_http_methods(["GET", "POST"])
def mark(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Mark exact words of a passage or remark as a position on the question."""
    asked = finding.asked(slug)
    permit(request, "may_mark_position", asked.debate)
    source = briefs.source_by_id(asked.debate, public_id)
    if source is None or not source.text.words.strip():
        raise Http404
    form = MarkForm(asked.debate, request.POST or None, initial={"exact": _exact(request, source)})

    def do(act: Act, given: dict[str, Any]) -> str:
        actions.mark_position(
            act,
            source.brief,
            exact=given["exact"],
            label=given["label"],
            source=public_id,
            viewpoint=form.viewpoints.get(given["viewpoint"]),
        )
        return addresses.positions(slug)

    return sheet(
        request,
        form,
        do,
        done=_("The position is marked."),
        title=_("Mark a position"),
        intro=_(
            "A position is what somebody in the brief wants done or holds. If no viewpoint speaks for"
            " it, it is listed as missing, and people outside can be invited to speak for it."
        ),
        send=_("Mark it"),
        key=f"position.{public_id}",
        trail=[*trail(asked), (_("Positions"), addresses.positions(slug))],
        back=place(slug, source),
    )


@require_http_methods(["GET", "POST"])
def assign(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Say which viewpoint speaks for a position, once there is one."""
    asked = finding.asked(slug)
    position = positions.by_id(asked.debate, public_id)
    if position is None:
        raise Http404
    permit(request, "may_mark_position", asked.debate)
    now_speaks = position.viewpoint.public_id if position.viewpoint else ""
    form = SpeaksForm(asked.debate, request.POST or None, initial={"viewpoint": now_speaks})

    def do(act: Act, given: dict[str, Any]) -> str:
        viewpoint = form.viewpoints.get(given["viewpoint"])
        actions.assign_position(act, position, viewpoint=viewpoint)
        return addresses.positions(slug)

    return sheet(
        request,
        form,
        do,
        done=_("Kept."),
        title=_("Who speaks for this position?"),
        intro=_("The member who marked it says so, or a holder of the viewpoint."),
        about=position.label,
        send=_("Keep"),
        trail=[*trail(asked), (_("Positions"), addresses.positions(slug))],
        back=addresses.positions(slug),
    )


def _proposing(debate: "Debate") -> dict[str, object]:
    """Whether viewpoints can be proposed, or from when. One query at most."""
    shut = openings.shut_until(debate, Opening.PROPOSE_VIEWPOINT)
    return {"proposing": shut is None, "proposing_from": shut["at"] if shut else None}


def _exact(request: HttpRequest, source: Any) -> str:
    """The words in the address, or all of them."""
    words: str = source.text.words
    try:
        span = quoting.read(request.GET.get("quote", ""))
        return quoting.select(words, span.start, span.end).exact
    except Refusal:
        return words.strip()
