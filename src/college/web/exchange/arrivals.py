"""Hand a file in, see what would come of it, take it in; long work is the clock's, shown as it goes."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from college.debates.rules import addresses
from college.debates.rules.briefs import Rights
from college.exchange import queries
from college.exchange.actions import arrivals as actions
from college.exchange.limits import FILE_BYTES
from college.exchange.rules.addresses import is_web_address
from college.exchange.rules.arrivals import SHOWN_ROWS, WORK, State
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.web.acts import act_of, member_of
from college.web.exchange.forms import FileForm, PlaceForm
from college.web.exchange.tables import figures, leftovers
from college.web.refusals import sentence, status

if TYPE_CHECKING:
    from college.exchange.models import Arrival

#: Bytes of a request beside its file.
_BESIDE = 100_000
#: What is small is done at once: files of so many bytes, and so many passages and comments.
_SMALL_FILE = 1_000_000
_SMALL_BRIEF = 500


@csrf_exempt
@require_http_methods(["GET", "POST"])
def hand_in(request: HttpRequest) -> HttpResponse:
    """Who sends, and how much, is looked at before anything is read; only then the form, with its token
    against forgery."""
    act_of(request)
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdigit() and int(length) > FILE_BYTES + _BESIDE:
        raise Refusal("exchange.file.too-large", limit=FILE_BYTES, found=int(length))
    return _hand_in(request)


@csrf_protect
def _hand_in(request: HttpRequest) -> HttpResponse:
    act, member = act_of(request), member_of(request)
    if member is None:
        raise Refusal("people.member.none")
    before = queries.by_id(request.GET.get("again", ""))
    if before is not None and before.member_id == member.pk:
        initial = _typed(before) | {"format": before.format, "post": before.post}
    else:
        initial = {"debate": request.GET.get("debate", "")}
    form = FileForm(request.POST or None, request.FILES or None, initial=initial)
    code = 200
    if request.method == "POST":
        code = 422
        if form.is_valid():
            try:
                arrival = _kept(act, form.cleaned_data)
            except Refusal as refusal:
                form.add_error("file", sentence(refusal))
                code = status(refusal)
            else:
                return redirect(f"/import/{arrival.public_id}/")
        elif request.FILES:
            form.add_error("file", _("Please choose the file once more: browsers do not keep it."))
    context = {"form": form, "own": queries.of_member(member)}
    return render(request, "exchange/hand_in.html", context, status=code)


def _kept(act: Act, given: dict[str, Any]) -> "Arrival":
    """The file is here, and read if it is small. One that cannot be used is a Refusal."""
    arrival = actions.hand_in(
        act,
        chunks=given["file"].chunks(),
        name=given["file"].name or "",
        format=given["format"],
        post=given["post"],
        **_where(given),
    )
    if arrival.size <= _SMALL_FILE:
        actions.step(act, arrival, notify=False)
        if arrival.state == State.REFUSED:
            raise Refusal(arrival.code, **arrival.params)
    return arrival


def _typed(arrival: "Arrival") -> dict[str, str]:
    """What its member typed beside a file, as ``PlaceForm`` takes it."""
    return {
        "debate": arrival.slug,
        "question": arrival.question,
        "place": arrival.place,
        "subject": arrival.subject,
        "source": arrival.source,
        "rights": arrival.rights,
    }


def _where(given: dict[str, Any]) -> dict[str, Any]:
    """What ``PlaceForm`` asks, as actions take it."""
    return {
        "rights": Rights(given["rights"]),
        "slug": given["debate"],
        "question": given["question"],
        "place": given["place"],
        "subject": given["subject"],
        "source": given["source"],
    }


@require_safe
def arrival_page(request: HttpRequest, public_id: str) -> HttpResponse:
    """Where a file stands: its progress, the table of what would come of it, or what came of it."""
    arrival = _own(request, public_id)
    if State(arrival.state) in WORK:
        return _progress(request, arrival)
    return _shown(request, arrival, None)


@require_POST
def take(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take it in, there, with these rights. What is refused can be mended on the same page."""
    arrival = _own(request, public_id)
    form = PlaceForm(request.POST)
    if not form.is_valid():
        return _shown(request, arrival, form, code=422)
    act = act_of(request)
    arrival = actions.want(act, arrival, **_where(form.cleaned_data))
    if _is_small(arrival):
        actions.step(act, arrival, notify=False)
    if arrival.state == State.READ:
        refusal = Refusal(arrival.code, **arrival.params)
        form.add_error(None, sentence(refusal))
        return _shown(request, arrival, form, code=status(refusal))
    return redirect(f"/import/{public_id}/")


@require_POST
def drop(request: HttpRequest, public_id: str) -> HttpResponse:
    """Not after all: the file is deleted."""
    actions.drop(act_of(request), _own(request, public_id))
    messages.success(request, _("The file is deleted; nothing of it was taken in."))
    return redirect("/import/")


def _progress(request: HttpRequest, arrival: "Arrival") -> HttpResponse:
    done, total = queries.progress_of(arrival) or (None, None)
    context = {
        "arrival": arrival,
        "done": done,
        "all": total,
        "said": _("%(percent)s %%") % {"percent": 100 * done // max(total, 1)}
        if done is not None and total is not None
        else "",
    }
    return render(request, "exchange/progress.html", context)


def _shown(
    request: HttpRequest, arrival: "Arrival", form: PlaceForm | None, *, code: int = 200
) -> HttpResponse:
    context: dict[str, object] = {"arrival": arrival}
    if arrival.code:
        context["sentence"] = sentence(Refusal(arrival.code, **arrival.params))
    report = queries.report_of(arrival)
    if report is not None:
        initial = _typed(arrival)
        if not arrival.source and is_web_address(report.source):
            initial["source"] = report.source
        context |= {
            "form": form or PlaceForm(initial=initial),
            "columns": [_("What"), _("What was found")],
            "rows": figures(report),
            "leftover_columns": [_("Line"), _("Why"), _("Words")],
            "leftovers": leftovers(report, SHOWN_ROWS),
        }
    if arrival.state == State.DONE:
        context["brief_url"] = addresses.brief(arrival.slug, arrival.brief)
    return render(request, "exchange/arrival.html", context, status=code)


def _is_small(arrival: "Arrival") -> bool:
    report = queries.report_of(arrival)
    return (
        report is not None
        and arrival.size <= _SMALL_FILE
        and report.comments + report.paragraphs + report.items <= _SMALL_BRIEF
    )


def _own(request: HttpRequest, public_id: str) -> "Arrival":
    """Only the one who handed a file in sees it."""
    act_of(request)
    arrival, member = queries.by_id(public_id), member_of(request)
    if arrival is None or member is None or arrival.member_id != member.pk:
        raise Http404
    return arrival
