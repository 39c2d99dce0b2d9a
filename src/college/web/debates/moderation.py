"""The moderators' moves, in public; and what waits for the pair, each with the move that fits."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from college.debates import permissions
from college.debates.actions import moves as actions
from college.debates.queries import (
    contributions,
    moderation,
    moderators,
    moves,
    questions,
    viewpoints,
)
from college.debates.rules import addresses
from college.debates.rules.kinds import MoveKind
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.record.charters import charter_in_force
from college.web.acts import member_of, now
from college.web.debates import finding, threads
from college.web.debates.objections import ObjectionForm
from college.web.debates.sheets import permit, press, sheet
from college.web.debates.viewpoints import trail
from college.web.prose import line
from college.web.public_cache import public

if TYPE_CHECKING:
    from college.debates.models import Contribution, Debate, Move

_LONGEST = 20_000
_REASON = gettext_lazy("Public. It is about the order of the debate, never about what a text says.")


class MoveForm(forms.Form):
    """The reason that every move needs."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_REASON,
    )


class CallForm(MoveForm):
    """Which side is called on."""

    viewpoint = forms.ChoiceField(label=gettext_lazy("Viewpoint"), widget=forms.RadioSelect)
    field_order = ("viewpoint", "reason")

    def __init__(self, debate: "Debate", *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = [one for one in viewpoints.shown(debate) if one.is_admitted]
        self.viewpoints = {one.viewpoint.public_id: one.viewpoint for one in shown}
        named = [
            (one.viewpoint.public_id, f"{one.letter} · {line(one.wording.name)}") for one in shown
        ]
        self.fields["viewpoint"].choices = named  # type: ignore[attr-defined]


class RepeatForm(MoveForm):
    """Which text repeats which."""

    contribution = forms.CharField(
        label=gettext_lazy("The text that repeats another"), max_length=_LONGEST
    )
    onto = forms.CharField(
        label=gettext_lazy("The text that is kept"),
        max_length=_LONGEST,
        help_text=gettext_lazy("Both as the addresses of their pages, or their public ids."),
    )
    field_order = ("contribution", "onto", "reason")


class QuestionForm(MoveForm):
    """The sub-question to take up next."""

    question = forms.CharField(label=gettext_lazy("The next sub-question"), max_length=_LONGEST)
    field_order = ("question", "reason")


class TopicForm(MoveForm):
    """The text that is off topic."""

    contribution = forms.CharField(
        label=gettext_lazy("The text that is off topic"),
        max_length=_LONGEST,
        help_text=gettext_lazy(
            "The address of its page, or its public id. It is moved, not hidden."
        ),
    )
    field_order = ("contribution", "reason")


_FORMS: dict[MoveKind, type[MoveForm]] = {
    MoveKind.CALL_ON_SIDE: CallForm,
    MoveKind.GROUP_REPEATS: RepeatForm,
    MoveKind.NEXT_QUESTION: QuestionForm,
    MoveKind.OFF_TOPIC: TopicForm,
}
_TITLES = {
    MoveKind.CALL_ON_SIDE: gettext_lazy("Call on a viewpoint to speak"),
    MoveKind.GROUP_REPEATS: gettext_lazy("Group a text with one that says the same"),
    MoveKind.NEXT_QUESTION: gettext_lazy("Set the next sub-question"),
    MoveKind.OFF_TOPIC: gettext_lazy("Move a text that is off topic"),
}


@public
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Every move with its reasons, for all; and for the pair, what waits for them."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    debate, member = asked.debate, member_of(request)
    may_propose = permissions.allows("may_propose_move", member, debate)
    context = {
        "asked": asked,
        "debate": debate,
        "seats": moderators.seated(debate),
        "moves": [_shown(move, member) for move in moves.of_debate(debate)],
        "may_propose": may_propose,
        "kinds": [(kind.value, words) for kind, words in _TITLES.items()],
        "trail": trail(asked),
    }
    if may_propose:
        context |= _queue(debate)
    return render(request, "debates/moderation.html", context)


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Propose a move; the other moderator is told."""
    asked = finding.asked(slug)
    if kind not in {known.value for known in MoveKind}:
        raise Http404
    permit(request, "may_propose_move", asked.debate)
    form = _form(request, MoveKind(kind), asked.debate)

    def do(act: Act, given: dict[str, Any]) -> str:
        actions.propose_move(
            act,
            asked.debate,
            kind=MoveKind(kind),
            reason=given["reason"],
            question=given.get("question", ""),
            viewpoint=form.viewpoints[given["viewpoint"]] if isinstance(form, CallForm) else None,
            contribution=_named(slug, given.get("contribution")),
            onto=_named(slug, given.get("onto")),
        )
        return addresses.moderation(slug)

    return sheet(
        request,
        form,
        do,
        done=_("Proposed. It is in force when the other moderator seconds it."),
        title=_TITLES[MoveKind(kind)],
        intro=_(
            "Moderators move what is about order: never content, never alone, never without a reason."
            " One objection of a party undoes the move."
        ),
        send=_("Propose it"),
        key=f"move.{kind}.{asked.debate.public_id}",
        trail=_trail(asked),
        back=addresses.moderation(slug),
    )


@require_POST
def second(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Second the other moderator's move."""
    move = _move(slug, public_id)

    def do(act: Act) -> str:
        actions.second_move(act, move)
        return addresses.moderation(slug)

    return press(request, do, done=_("The move is in force."))


@require_POST
def agree(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """A side's delegate agrees to a move that is undone."""
    move = _move(slug, public_id)

    def do(act: Act) -> str:
        actions.agree_to_move(act, move)
        return addresses.moderation(slug)

    return press(
        request, do, done=_("You agree. It is in force again when every side’s delegate does.")
    )


@require_http_methods(["GET", "POST"])
def object_to(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """A party undoes a move, with a reason."""
    asked = finding.asked(slug)
    move = _move(slug, public_id)
    permit(request, "may_object_to_move", move)

    def do(act: Act, given: dict[str, Any]) -> str:
        actions.object_to_move(act, move, **given)
        return addresses.moderation(slug)

    return sheet(
        request,
        ObjectionForm(request.POST or None),
        do,
        done=_("The move is undone, until both sides’ delegates agree to it."),
        title=_("Object to the move"),
        about=move.reason,
        send=_("Object"),
        key=f"objection.{public_id}",
        trail=_trail(asked),
        back=addresses.moderation(slug),
    )


def _shown(move: "Move", member: Any) -> dict[str, object]:
    may = permissions.allows
    return {
        "move": move,
        "standing": moves.standing(move),
        "may_second": may("may_second_move", member, move),
        "may_object": may("may_object_to_move", member, move),
        "may_agree": may("may_agree_to_move", member, move),
    }


def _queue(debate: "Debate") -> dict[str, object]:
    clocks = charter_in_force().clocks
    found = moderation.queue(debate, now=now(), silent_after=clocks.silent_side)
    return {
        "overdue": [(threads.line(one.item), one.viewpoint) for one in found.overdue],
        "silent": found.silent,
        "repeats": [(threads.line(one.repeat), threads.line(one.kept)) for one in found.repeats],
        "bare": [threads.line(item) for item in found.bare],
    }


def _form(request: HttpRequest, kind: MoveKind, debate: "Debate") -> Any:
    """What the address says is filled in already."""
    given = {name: request.GET.get(name, "") for name in ("viewpoint", "contribution", "onto")}
    made = _FORMS[kind]
    if made is CallForm:
        return CallForm(debate, request.POST or None, initial=given)
    return made(request.POST or None, initial=given)


def _named(slug: str, typed: str | None) -> "Contribution | None":
    """The contribution that an address or id names."""
    if typed is None:
        return None
    last = typed.strip().rstrip("/").rpartition("/")[2]
    found = contributions.find(slug, last)
    if found is None:
        raise Refusal("debates.contribution.not-found")
    return found


def _move(slug: str, public_id: str) -> "Move":
    found = moves.by_id(finding.asked(slug).debate, public_id)
    if found is None:
        raise Http404
    return found


def _trail(asked: Any) -> list[tuple[str, str]]:
    return [*trail(asked), (_("Moderation"), addresses.moderation(asked.debate.slug))]
