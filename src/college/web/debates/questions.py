"""The register of questions; proposing, rewording and linking questions."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from college.debates.actions import questions as actions
from college.debates.queries import questions
from college.debates.rules import addresses
from college.ground.act import Act
from college.web.debates import finding
from college.web.debates.sheets import permit, press, sheet
from college.web.debates.viewpoints import trail
from college.web.prose import line
from college.web.public_cache import public

_LONGEST = 2000  # refused in words by the rules; this only keeps whole books out


class QuestionForm(forms.Form):
    """A question with its scope."""

    wording = forms.CharField(
        label=gettext_lazy("Question"),
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "One neutral question that people who disagree would both call fair. It should not ask for"
            " yes or no alone if there is more to choose from."
        ),
    )
    place = forms.CharField(
        label=gettext_lazy("Place"),
        max_length=_LONGEST,
        required=False,
        help_text=gettext_lazy("Where it applies, such as a city, a country, a region."),
    )
    period = forms.CharField(
        label=gettext_lazy("Period"),
        max_length=_LONGEST,
        required=False,
        help_text=gettext_lazy("When it applies, such as “from 2027 on”."),
    )


class NewQuestionForm(QuestionForm):
    """A question that is not there yet."""

    subject = forms.ChoiceField(label=gettext_lazy("Subject"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(subject.slug, subject.name) for subject in questions.subjects()]
        self.fields["subject"].choices = [("", _("None of these")), *choices]


class RewordForm(QuestionForm):
    """A new wording; ``seen`` is the number of the one it was written over."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class TurnForm(forms.Form):
    """The other debate and the reason."""

    on = forms.ChoiceField(label=gettext_lazy("It turns on"))
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "What would be different here, depending on how the other comes out."
        ),
    )


@public
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Questions not yet debated, by subject."""
    return render(request, "debates/register.html", {"questions": questions.register()})


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Put a question into the register."""

    def do(act: Act, given: dict[str, Any]) -> str:
        actions.register_question(act, **_with_subject(given))
        return "/questions/"

    return sheet(
        request,
        NewQuestionForm(request.POST or None),
        do,
        done=_("The question stands in the register."),
        title=_("Add a question to the register"),
        intro=_("It waits there until somebody proposes it for debate. That can be you, later."),
        send=_("Add it"),
        key="question.register",
        trail=[(_("Questions"), "/questions/")],
        back="/questions/",
    )


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """Propose a question for debate."""

    def do(act: Act, given: dict[str, Any]) -> str:
        return addresses.debate(actions.propose_question(act, **_with_subject(given)).slug)

    return sheet(
        request,
        NewQuestionForm(request.POST or None),
        do,
        done=_("The question is proposed. Its notice has begun."),
        title=_("Propose a question for debate"),
        intro=_(
            "After a notice the question is admitted, unless somebody objects. Then viewpoints are"
            " proposed, and the debate opens when at least two of them have holders."
        ),
        send=_("Propose it"),
        key="question.propose",
        trail=[(_("Questions"), "/questions/")],
        back="/questions/",
    )


@require_POST
def propose_registered(request: HttpRequest, slug: str) -> HttpResponse:
    """Propose a question of the register."""
    debate = finding.asked(slug).debate

    def do(act: Act) -> str:
        return addresses.debate(actions.propose_registered(act, debate).slug)

    return press(request, do, done=_("The question is proposed. Its notice has begun."))


@require_http_methods(["GET", "POST"])
def reword(request: HttpRequest, slug: str) -> HttpResponse:
    """A new wording by the proposer."""
    asked = finding.asked(slug)
    permit(request, "may_reword_question", asked.debate)
    kept = {"wording": asked.text.words, "place": asked.place, "period": asked.period}
    form = RewordForm(request.POST or None, initial=kept | {"seen": asked.number})

    def do(act: Act, given: dict[str, Any]) -> str:
        actions.reword_question(act, asked.debate, **given)
        return addresses.debate(slug)

    return sheet(
        request,
        form,
        do,
        done=_("The new wording stands. The old ones stay readable."),
        title=_("Reword the question"),
        intro=_("The dates move ahead if others would have less than a whole notice to read it."),
        send=_("Give it this wording"),
        key=f"question.{asked.debate.public_id}",
        trail=trail(asked),
        back=addresses.debate(slug),
    )


@require_http_methods(["GET", "POST"])
def add_turn(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that this debate turns on another one."""
    asked = finding.asked(slug)
    permit(request, "may_add_turn", asked.debate)
    others = {other.debate.public_id: other for other in questions.others(asked.debate)}
    form = TurnForm(request.POST or None)
    form.fields["on"].choices = [(key, line(other.text)) for key, other in others.items()]

    def do(act: Act, given: dict[str, Any]) -> str:
        on = others[given["on"]].debate
        actions.add_turn(act, asked.debate, on=on, reason=given["reason"])
        return addresses.debate(slug)

    return sheet(
        request,
        form,
        do,
        done=_("Both debates now point to each other."),
        title=_("This debate turns on another one"),
        about=asked.text,
        send=_("Note it"),
        key=f"turn.{asked.debate.public_id}",
        trail=trail(asked),
        back=addresses.debate(slug),
    )


@public
@require_safe
def wordings(request: HttpRequest, slug: str) -> HttpResponse:
    """Every wording the question has had, and how its dates moved."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    context = {
        "asked": asked,
        "wordings": questions.wordings(asked.debate),
        "postponements": questions.postponements(asked.debate),
        "trail": trail(asked),
    }
    return render(request, "debates/wordings.html", context)


def _with_subject(given: dict[str, Any]) -> dict[str, Any]:
    return given | {"subject": questions.subject_at(given["subject"])}
