"""Calls that leave the site: write a letter, hand its link on; what a guest sees who follows it."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from college.debates import permissions
from college.debates.actions import invitations as actions
from college.debates.queries import invitations, positions, questions
from college.debates.rules import addresses
from college.ground.act import Act
from college.web.acts import member_of
from college.web.debates import finding
from college.web.debates.sheets import permit, press, sheet
from college.web.debates.viewpoints import trail
from college.web.prose import line

if TYPE_CHECKING:
    from college.debates.models import Position, QuestionWording


class LetterForm(forms.Form):
    """The letter."""

    letter = forms.CharField(
        label=gettext_lazy("The letter"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=gettext_lazy("The link and the code are put below it. You send it yourself."),
    )


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """Write an invitation; for a position that nobody speaks for where the address names one."""
    asked = finding.asked(slug)
    permit(request, "may_invite", asked.debate)
    position = positions.by_id(asked.debate, request.GET.get("position", ""))

    def do(act: Act, given: dict[str, Any]) -> str:
        made = actions.invite(act, asked.debate, position=position, **given)
        return f"/debates/{slug}/invitations/{made.public_id}/"

    return sheet(
        request,
        LetterForm(request.POST or None, initial={"letter": _letter(asked, position)}),
        do,
        done=_("Your invitation is ready to be sent."),
        title=_("Invite people from outside"),
        intro=_("A debate is only as good as those who are missing from it are few."),
        send=_("Make the link"),
        key=f"invitation.{asked.debate.public_id}",
        trail=[*trail(asked), (_("Positions"), addresses.positions(slug))],
        back=addresses.positions(slug),
    )


@require_safe
def show(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """The letter with link and code, for the one who wrote it."""
    asked = finding.asked(slug)
    invitation = invitations.by_id(asked.debate, public_id)
    member = member_of(request)
    if invitation is None or member is None or invitation.by_id != member.pk:
        raise Http404
    context = {
        "asked": asked,
        "debate": asked.debate,
        "invitation": invitation,
        "link": f"{settings.COLLEGE_URL}{addresses.invitation(invitation.code)}",
        "may_end": permissions.allows("may_end_invitation", member, invitation),
        "others": invitations.written_by(member, asked.debate),
        "trail": [*trail(asked), (_("Positions"), addresses.positions(slug))],
    }
    return render(request, "debates/invitation.html", context)


@require_POST
def end(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """End an invitation."""
    invitation = invitations.by_id(finding.asked(slug).debate, public_id)
    if invitation is None:
        raise Http404

    def do(act: Act) -> str:
        actions.end_invitation(act, invitation)
        return f"/debates/{slug}/invitations/{public_id}/"

    return press(request, do, done=_("The invitation has ended; its page says so."))


@require_http_methods(["GET", "POST"])
def guest(request: HttpRequest, code: str) -> HttpResponse:
    """What a guest sees: what this is, what is asked, how to join. Works without an account."""
    invitation = invitations.by_code(code.lower())
    asked = questions.asked(invitation.debate.slug) if invitation else None
    if invitation is None or asked is None:
        return render(request, "debates/guest.html", {"unknown": True}, status=404)
    if request.method == "POST":
        if invitation.ended_at is None:
            actions.count_use(invitation)
        where = f"{addresses.debate(asked.debate.slug)}take-part/"
        return redirect(where if member_of(request) else f"/join/?next={where}")
    position = invitation.position
    context = {
        "invitation": invitation,
        "asked": asked,
        "debate": asked.debate,
        "position": positions.marked(_whole(position)) if position else None,
        "ended": invitation.ended_at is not None,
    }
    return render(request, "debates/guest.html", context)


def _whole(position: "Position") -> "Position":
    """The position with everything its page says."""
    return positions.by_id(position.debate, position.public_id) or position


def _letter(asked: "QuestionWording", position: "Position | None") -> str:
    question = line(asked.text)
    if position is None:
        return _(
            "We debate a question in writing, and would like to hear you:\n\n%(question)s\n\n"
            "Every viewpoint has the same room, is stated by those who hold it, and is answered. No"
            " winner is declared. Reading needs no account; taking part needs an e-mail address."
        ) % {"question": question}
    return _(
        "We debate a question in writing:\n\n%(question)s\n\n"
        "One position is missing so far: “%(position)s”. Nobody has spoken for it yet. If you hold it,"
        " or know somebody who does, please state it in its strongest form. Every viewpoint has the same"
        " room and is answered, and no winner is declared. Reading needs no account; taking part needs"
        " an e-mail address."
    ) % {"question": question, "position": line(position.label)}
