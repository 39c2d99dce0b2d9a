"""One seat: accept or refuse it; read the case and decide; see what is signed and sign it; the receipt."""

import json
import re
import secrets
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from college.committees.actions import casting, keys, seats
from college.committees.queries import desk
from college.committees.queries.stories import sides_seated
from college.committees.rules.areas import OF_EVERY_SIDE, OF_SUMMARIES, Procedure
from college.committees.rules.signatures import NotASignature, Signature
from college.committees.rules.tally import Choice
from college.ground.refusals import Refusal
from college.record.charters import charter_in_force
from college.record.queries import entries
from college.web.acts import act_of, member_of
from college.web.committees.desk import DESK, MINUTES, next_path
from college.web.committees.rules_in_words import ASKED, rule_words
from college.web.committees.signing import signers
from college.web.record.things import known
from college.web.refusals import sentence, status

if TYPE_CHECKING:
    from college.committees.models import Seat

_SALT = re.compile(r"[0-9a-f]{64}")
_SALT_BYTES = 32
#: Characters of the longest signature there can be, as JSON.
_MOST_SIGNATURE = 8000
_SEALED = "committees.ballot.sealed"


class DecisionForm(forms.Form):
    """A ground to tick or none, and one sentence of reason."""

    decision = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Please tick one of the answers.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Your reason, in one sentence"),
        help_text=gettext_lazy(
            "Published under your pseudonym when the case closes. Name nobody, and do not tell who you are."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Please give your reason, in one sentence.")},
    )

    def __init__(self, seat: "Seat", *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        case = seat.draw.case
        asked = ASKED[Procedure(case.procedure)]
        grants = [(f"grant {g}", f"{asked.grant} {rule_words(g).title}") for g in case.grounds]
        decision = self.fields["decision"]
        decision.label = str(asked.question)
        decision.choices = [("keep", str(asked.keep)), *grants]
        most = charter_in_force().lengths.reason
        self.fields["reason"].max_length = most
        self.fields["reason"].widget.attrs["maxlength"] = most

    def decided(self) -> tuple[Choice, str]:
        """The choice and its ground."""
        choice, _space, ground = self.cleaned_data["decision"].partition(" ")
        return Choice(choice), ground


@require_safe
def seat_page(request: HttpRequest, public_id: str) -> HttpResponse:
    """The question whether to accept; the case; or what came of the seat."""
    seat = _own(request, public_id)
    if hasattr(seat, "ballot"):
        return redirect(f"{DESK}seats/{public_id}/sealed/")
    if seat.out_at is not None or seat.draw.decided_at is not None:
        return render(request, "committees/seat_over.html", {"seat": seat})
    if seat.accepted_at is None:
        context = {"seat": seat, "why": desk.why(seat), "minutes": MINUTES}
        return render(request, "committees/seat_called.html", context)
    return _case(request, seat, DecisionForm(seat))


@require_POST
def accept(request: HttpRequest, public_id: str) -> HttpResponse:
    seats.accept_seat(act_of(request), _own(request, public_id))
    return redirect(f"{DESK}seats/{public_id}/")


@require_POST
def refuse(request: HttpRequest, public_id: str) -> HttpResponse:
    tied = request.POST.get("tied") == "yes"
    seats.refuse_seat(act_of(request), _own(request, public_id), tied=tied)
    messages.success(
        request,
        _("You do not sit on this case; the next in the order is called. It costs nothing."),
    )
    return redirect(next_path(request))


@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, public_id: str) -> HttpResponse:
    """What was decided, as the text to be signed. Nothing is kept yet."""
    seat = _own(request, public_id)
    if request.method == "GET":
        return redirect(f"{DESK}seats/{public_id}/")
    form = DecisionForm(seat, request.POST)
    if not form.is_valid():
        return _case(request, seat, form, code=422)
    choice, ground = form.decided()
    salt = secrets.token_bytes(_SALT_BYTES)
    reason = form.cleaned_data["reason"]
    try:
        ballot = casting.prepare(seat, choice=choice, ground=ground, reason=reason, salt=salt)
    except Refusal as refusal:
        form.add_error(None, sentence(refusal))
        return _case(request, seat, form, code=status(refusal))
    found = signers(seat.place, member_of(request))
    context = {
        **_about(request, seat),
        "decision": dict(form.fields["decision"].choices)[form.cleaned_data["decision"]],
        "decision_value": form.cleaned_data["decision"],
        "reason": reason,
        "salt": salt.hex(),
        "ballot": ballot.text.decode(),
        "read": ballot,
        "signers": found,
        "browser_signers": [signer.for_script() for signer in found if not signer.is_software],
        "software": next((signer for signer in found if signer.is_software), None),
    }
    return render(request, "committees/sign.html", context)


@require_POST
def cast(request: HttpRequest, public_id: str) -> HttpResponse:
    """Cast what was signed; a refusal brings the case back with all that was typed."""
    act = act_of(request)
    seat = _own(request, public_id)
    form = DecisionForm(seat, request.POST)
    form.is_valid()
    try:
        ballot = request.POST.get("ballot", "").encode("utf-8", "replace")
        casting.cast(
            act,
            seat,
            ballot=ballot,
            reason=request.POST.get("reason", ""),
            salt=_salt(request),
            signature=_signature(request, seat, ballot),
        )
    except Refusal as refusal:
        if seat.accepted_at is None or hasattr(seat, "ballot"):
            raise
        form.add_error(None, sentence(refusal))
        return _case(request, seat, form, code=status(refusal))
    messages.success(request, _("Your ballot is sealed in the record."))
    return redirect(f"{DESK}seats/{public_id}/sealed/")


@require_safe
def sealed(request: HttpRequest, public_id: str) -> HttpResponse:
    """The receipt, and the way to the next case."""
    seat = _own(request, public_id)
    if not hasattr(seat, "ballot"):
        return redirect(f"{DESK}seats/{public_id}/")
    following = next_path(request)
    context = {
        **_about(request, seat),
        "entry": next(iter(entries(subject=public_id, kind=_SEALED, most=1)), None),
        "following": following if following != DESK else "",
    }
    return render(request, "committees/sealed.html", context)


def _own(request: HttpRequest, public_id: str) -> "Seat":
    """The reader's own seat; other people's are not there."""
    act_of(request)
    member = member_of(request)
    seat = desk.own_seat(member, public_id) if member else None
    if seat is None:
        raise Http404
    return seat


def _case(
    request: HttpRequest, seat: "Seat", form: DecisionForm, *, code: int = 200
) -> HttpResponse:
    case, sides = seat.draw.case, sides_seated(seat.draw.case)
    rules = [rule_words(rule) for rule in dict.fromkeys([case.rule, *case.grounds])]
    context = {
        **_about(request, seat),
        "form": form,
        "rules": rules,
        "shown": desk.shown(case),
        "certifies": case.procedure in OF_SUMMARIES | OF_EVERY_SIDE,
        "own_section": case.procedure == Procedure.SECTION,
        "side": sides[seat.number - 1] if sides else "",
        "things": known(sides or ([case.own_side] if case.procedure == Procedure.SECTION else [])),
        "key": f"seat.{seat.public_id}",
    }
    return render(request, "committees/case.html", context, status=code)


def _about(request: HttpRequest, seat: "Seat") -> dict[str, object]:
    member = member_of(request)
    docket = desk.docket(member, act_of(request).at) if member else None
    return {
        "seat": seat,
        "case": seat.draw.case,
        "asked": ASKED[Procedure(seat.draw.case.procedure)],
        "docket": docket,
        "number": (docket.done + 1) if docket else 1,
    }


def _salt(request: HttpRequest) -> bytes:
    given = request.POST.get("salt", "")
    if not _SALT.fullmatch(given):
        raise Refusal("committees.ballot.malformed")
    return bytes.fromhex(given)


def _signature(request: HttpRequest, seat: "Seat", ballot: bytes) -> Signature:
    if request.POST.get("software"):
        return keys.sign_with_software(seat.place, ballot)
    given = request.POST.get("signature", "")
    try:
        document = json.loads(given) if len(given) <= _MOST_SIGNATURE else None
        return Signature.from_document(document)
    except (ValueError, RecursionError, NotASignature) as error:
        raise Refusal("committees.ballot.malformed") from error
