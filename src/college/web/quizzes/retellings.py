"""“Write the other side”: state a viewpoint that is not one's own; say whether one recognises one's own."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from college.debates.queries import badges, holdings, viewpoints
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.quizzes import permissions
from college.quizzes.actions import retellings as actions
from college.quizzes.queries import retellings
from college.quizzes.rules import addresses
from college.quizzes.rules.life import Recognition
from college.quizzes.rules.retellings import LEAST_READINGS
from college.record.charters import charter_in_force
from college.summaries.rules.addresses import summary
from college.web.acts import act_of, member_of
from college.web.debates import finding, saying
from college.web.debates.sheets import press, sheet
from college.web.debates.viewpoints import trail
from college.web.prose import made
from college.web.refusals import sentence, status

if TYPE_CHECKING:
    from college.debates.models import Debate, QuestionWording, Viewpoint

#: What a field that is sent with one text's mark begins with.
_SAID = "said-"


class RetellForm(forms.Form):
    """A viewpoint and the words that state it."""

    viewpoint = forms.ChoiceField(
        label=gettext_lazy("Which viewpoint do you state?"), widget=forms.RadioSelect
    )
    words = saying.words_field(
        gettext_lazy("What do those who hold it say, and why?"),
        rows=8,
        help_text=gettext_lazy(
            "As they would say it themselves, so that they recognise it. Leave your own view out."
        ),
    )

    def __init__(self, sides: "dict[str, Viewpoint]", named: dict[str, str], *args: Any) -> None:
        super().__init__(*args)
        self.sides = sides
        self.fields["viewpoint"].choices = [(one, named[one]) for one in sides]


@require_http_methods(["GET", "POST"])
def retell(request: HttpRequest, slug: str) -> HttpResponse:
    """State a viewpoint that is another's; one's own statements, and what came of each."""
    asked = finding.asked(slug)
    debate = asked.debate
    act_of(request)
    member = member_of(request)
    shown = [one for one in viewpoints.shown(debate) if one.is_admitted]
    may = {
        one.viewpoint.public_id: one.viewpoint
        for one in shown
        if permissions.allows("may_retell", member, one.viewpoint)
    }
    mine = retellings.own(member, debate) if member is not None else []
    if not may and not mine:
        raise Refusal("quizzes.permission.may-not", permission="may_retell")
    named = {one.viewpoint.public_id: f"{one.letter} · {one.wording.name.words}" for one in shown}
    here = addresses.retell(slug)

    def do(act: Act, given: dict[str, Any]) -> str:
        actions.write_retelling(act, may[given["viewpoint"]], words=given["words"])
        return here

    return sheet(
        request,
        RetellForm(may, named, request.POST or None),
        do,
        template="quizzes/retell.html",
        around=lambda: _own(mine, here),
        done=_("Your statement is kept. Holders of the viewpoint will read it among their own."),
        title=_("Write the other side"),
        intro=_(
            "State a viewpoint that you do not hold. Its holders read what you wrote among their own"
            " side’s statements, without a name, and say of each whether they recognise it."
        ),
        send=_("Give it to them to read"),
        counted="words",
        most=charter_in_force().lengths.retelling,
        key=f"retell.{debate.public_id}",
        may_write=bool(may),
        reading=addresses.retellings(slug),
        least=LEAST_READINGS,
        trail=way(asked),
    )


@require_POST
def withdraw(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Take one's own statement back; who presses twice is told the same."""
    found = retellings.by_id(slug, public_id)

    def do(act: Act) -> str:
        if found is not None:
            actions.withdraw_retelling(act, found)
        return addresses.retell(slug)

    return press(request, do, done=_("Your statement is deleted."))


@require_http_methods(["GET", "POST"])
def read(request: HttpRequest, slug: str) -> HttpResponse:
    """Up to six texts, and whether the reader recognises their viewpoint in each."""
    asked = finding.asked(slug)
    act, member = act_of(request), member_of(request)
    viewpoint = held(request, asked.debate)
    error, code, given = "", 200, {}
    if request.method == "POST":
        given = _given(request)
        try:
            kept = actions.say(act, viewpoint, given)
        except Refusal as refusal:
            error, code = sentence(refusal), status(refusal)
        else:
            messages.success(request, _kept(kept))
            return redirect(addresses.retellings(slug))
    texts = retellings.sitting(member, viewpoint)
    context = {
        "asked": asked,
        "badge": badges.badges([viewpoint.pk]).get(viewpoint.pk),
        "texts": [(one, made(one.html), given.get(one.mark, "")) for one in texts],
        "recognised": Recognition.RECOGNISED.value,
        "not_yet": Recognition.NOT_YET.value,
        "error": error,
        "field": _SAID,
        "here": addresses.retellings(slug),
        "writing": addresses.retell(slug),
        "trail": way(asked),
    }
    return render(request, "quizzes/retellings.html", context, status=code)


def held(request: HttpRequest, debate: "Debate") -> "Viewpoint":
    """The viewpoint that the reader holds, or a refusal."""
    member = member_of(request)
    holding = holdings.current(member, debate) if member is not None else None
    viewpoint = holding.viewpoint if holding is not None else None
    permissions.require("may_read_retellings", member if viewpoint else None, viewpoint)
    return viewpoint


def _given(request: HttpRequest) -> dict[str, Recognition]:
    """By mark, what was said; what is no answer is left out."""
    words = {word.value: word for word in Recognition}
    return {
        name.removeprefix(_SAID): words[str(value)]
        for name, value in request.POST.items()
        if name.startswith(_SAID) and value in words
    }


def _kept(number: int) -> str:
    if not number:
        return _("Nothing was new: you had said it before, or the text was taken back meanwhile.")
    told = ngettext(
        "You have read %(n)s text. Thank you.", "You have read %(n)s texts. Thank you.", number
    )
    return told % {"n": number}


def _own(mine: "list[retellings.Own]", here: str) -> dict[str, object]:
    """One's own statements, each with its viewpoint and what is safe to print of it."""
    sides = badges.badges([one.retelling.viewpoint_id for one in mine])
    return {
        "here": here,
        "mine": [
            {
                "one": one,
                "badge": sides.get(one.retelling.viewpoint_id),
                "words": made(one.html),
                "heard": [(hearing, made(hearing.reason)) for hearing in one.heard],
            }
            for one in mine
        ],
    }


def way(asked: "QuestionWording") -> list[tuple[str, str]]:
    return [*trail(asked), (_("Summary"), summary(asked.debate.slug))]
