"""A case's whole story; and where stewards have to decide, their open votes."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from college.committees.actions.stewards import vote_as_steward
from college.committees.permissions import allows
from college.committees.queries import cases, stories
from college.committees.queries.stories import DrawStory, Story
from college.committees.rules.areas import Procedure
from college.committees.rules.ladder import CaseState
from college.committees.rules.tally import Choice
from college.debates.queries import hearings
from college.ground.refusals import Refusal
from college.record.charters import charter_in_force
from college.record.queries import entries_about
from college.summaries.queries import certificates
from college.summaries.rules import addresses
from college.web.acts import act_of, member_of, now
from college.web.committees.outcomes import decided, said, standing
from college.web.committees.rules_in_words import ASKED, rule_words
from college.web.committees.timelines import moments, step_words
from college.web.public_cache import public
from college.web.record.entries import lines
from college.web.record.things import known
from college.web.refusals import sentence, status

_MOST_ENTRIES = 100


class StewardForm(forms.Form):
    """A ground to tick or none, and a sentence of reason, published under the steward's name."""

    decision = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Please tick one of the answers.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Your reason, in one sentence"),
        help_text=gettext_lazy("Published under your name, at once."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Please give your reason, in one sentence.")},
    )

    def __init__(self, case: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        procedure = Procedure(case.procedure)
        decision = self.fields["decision"]
        decision.label = str(ASKED[procedure].question)
        decision.choices = [
            ("keep", said(procedure, Choice.KEEP, "")),
            *((f"grant {g}", said(procedure, Choice.GRANT, g)) for g in case.grounds),
        ]
        most = charter_in_force().lengths.reason
        self.fields["reason"].max_length = most
        self.fields["reason"].widget.attrs["maxlength"] = most


@public
@require_safe
def page(request: HttpRequest, public_id: str) -> HttpResponse:
    """Everything public of one case. About twenty-five queries, however many panels and ballots."""
    found = stories.story(public_id)
    if found is None:
        raise Http404
    return _page(request, found)


@require_POST
def vote(request: HttpRequest, public_id: str) -> HttpResponse:
    """A steward's open vote."""
    found = stories.story(public_id)
    if found is None:
        raise Http404
    act = act_of(request)
    form = StewardForm(found.case, request.POST)
    if not form.is_valid():
        return _page(request, found, form, code=422)
    choice, _space, ground = form.cleaned_data["decision"].partition(" ")
    reason = form.cleaned_data["reason"]
    try:
        vote_as_steward(act, found.case, choice=Choice(choice), ground=ground, reason=reason)
    except Refusal as refusal:
        form.add_error(None, sentence(refusal))
        return _page(request, found, form, code=status(refusal))
    messages.success(request, _("Your vote is cast, and stands in the record."))
    return redirect(f"/committees/cases/{public_id}/")


def _page(
    request: HttpRequest, story: Story, form: StewardForm | None = None, *, code: int = 200
) -> HttpResponse:
    case = story.case
    procedure = Procedure(case.procedure)
    sides = stories.sides_seated(case)
    area = cases.area_of(case)
    hearing = hearings.by_case_id(case.public_id)
    restriction = hearings.in_force().filter(hearing=hearing).first() if hearing else None
    may_vote = allows("may_vote_as_steward", member_of(request), case)
    voted = any(one.member == member_of(request) for one in story.votes)
    entries = entries_about(case.public_id, most=_MOST_ENTRIES)
    context = {
        "story": story,
        "case": case,
        "area": area,
        "asked": ASKED[procedure],
        "rules": [rule_words(rule) for rule in dict.fromkeys([case.rule, *case.grounds])],
        "standing": standing(case),
        "moments": moments(story, entries, now=now()),
        "draws": [_draw(procedure, draw) for draw in story.draws if draw.is_open],
        "sealed": [draw for draw in story.draws if not draw.is_open],
        "things": known([case.scope, case.own_side, *sides]),
        "sides": sides,
        "hearing": hearing,
        "text_path": _path(hearing) or _certified_path(case.public_id),
        "own_section": procedure is Procedure.SECTION,
        "restriction": restriction,
        "behind": case.verdict == Choice.GRANT and procedure is Procedure.CONDUCT,
        "for_stewards": case.state == CaseState.STEWARDS,
        "form": (form or StewardForm(case)) if may_vote and not voted else None,
        "lines": lines(entries),
    }
    return render(request, "committees/story.html", context, status=code)


def _path(hearing: Any) -> str:
    """Where the text that is heard stands."""
    if hearing is None:
        return ""
    slug = hearing.debate.slug
    if hearing.remark is not None:
        return f"/debates/{slug}/remarks/{hearing.remark.public_id}/"
    return f"/debates/{slug}/c/{hearing.revision.contribution.public_id}/"


def _certified_path(public_id: str) -> str:
    """The version of a summary that was to be certified, if the case is about one."""
    version = certificates.version_of(public_id)
    return addresses.version(version.summary.debate.slug, version.number) if version else ""


def _draw(procedure: Procedure, draw: DrawStory) -> dict[str, object]:
    """A draw with its panels, in words."""
    return {
        "of": draw,
        "name": step_words(draw),
        "panels": [
            {
                "of": panel,
                "ruled": decided(procedure, panel.ruling.choice, panel.ruling.ground),
                "ballots": [
                    {"seat": seat, "said": said(procedure, seat.choice, seat.ground)}
                    for seat in panel.cast
                ],
            }
            for panel in draw.panels
        ],
    }
