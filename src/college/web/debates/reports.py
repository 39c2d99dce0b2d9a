"""Report a text on one of the closed grounds, and take a report back."""

import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from college.debates.actions.reports import report, withdraw_report
from college.debates.queries import contributions, reports
from college.debates.rules import addresses
from college.debates.rules.grounds import OF_THREADS, Ground
from college.ground.act import Act
from college.ground.ids import PATTERN
from college.ground.refusals import Refusal
from college.web.acts import act_of, member_of
from college.web.debates import finding, saying
from college.web.debates.remarks import found as found_remark
from college.web.debates.sheets import press, sheet
from college.web.debates.viewpoints import trail
from college.web.debates.words.grounds import GROUNDS

if TYPE_CHECKING:
    from college.debates.models import Contribution, Debate, Remark

_ID = re.compile(PATTERN)


class ReportForm(forms.Form):
    """The ground, one sentence, and the words that are meant."""

    ground = forms.ChoiceField(
        label=gettext_lazy("On what ground?"), widget=forms.RadioSelect, choices=()
    )
    reason = forms.CharField(
        label=gettext_lazy("In one sentence: what in it breaks the rule?"),
        max_length=saying.LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Public, without your name. The panels read the text itself; write nothing here that should"
            " stay private."
        ),
    )
    marked = forms.CharField(
        label=gettext_lazy("The words you mean"),
        max_length=saying.LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "Copied letter for letter, one passage a line. Left empty: the whole text."
        ),
    )
    law = forms.CharField(
        label=gettext_lazy("The law that it breaks"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Only where you report it as unlawful: the law and the section."),
    )
    onto = forms.CharField(
        label=gettext_lazy("The earlier text that it repeats"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Only where you report a duplicate: the address of that text."),
    )
    urgent = forms.BooleanField(
        label=gettext_lazy("Please hold it back until it is heard"),
        required=False,
        help_text=gettext_lazy(
            "Only for a threat or private data, where waiting could harm somebody: the member on duty"
            " looks at it at once."
        ),
    )

    def __init__(self, *args: Any, of_remark: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grounds = [ground for ground in Ground if not (of_remark and ground in OF_THREADS)]
        self.fields["ground"].choices = [(g.value, GROUNDS[g].name) for g in grounds]  # type: ignore[attr-defined]
        if of_remark:
            del self.fields["onto"]


@require_http_methods(["GET", "POST"])
def of_contribution(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Report a contribution."""
    row = saying.found(slug, public_id)
    own = _own(request, row)
    if own is not None:
        return own

    def do(act: Act, given: dict[str, Any]) -> str:
        report(act, row, **_given(given), onto=_onto(row.debate, given.get("onto", "")))
        return addresses.contribution(slug, public_id)

    return sheet(
        request,
        ReportForm(request.POST or None, of_remark=False),
        do,
        template="debates/saying.html",
        **_words(),
        around=lambda: saying.surroundings(row) | {"key": f"report.{public_id}"},
    )


@require_http_methods(["GET", "POST"])
def of_remark(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Report an imported comment."""
    asked = finding.asked(slug)
    remark = found_remark(asked, public_id)
    own = _own(request, remark)
    if own is not None:
        return own
    here = addresses.remark(slug, public_id)

    def do(act: Act, given: dict[str, Any]) -> str:
        report(act, remark, **_given(given))
        return here

    return sheet(
        request,
        ReportForm(request.POST or None, of_remark=True),
        do,
        **_words(),
        about=remark.text,
        key=f"report.{public_id}",
        trail=[*trail(asked), (_("Comment"), here)],
        back=here,
    )


@require_POST
def withdraw(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Take one's own report back."""
    act_of(request)
    row = finding.or_404(reports.by_id(public_id))

    def do(act: Act) -> str:
        withdraw_report(act, row)
        return addresses.debate(slug)

    return press(request, do, done=_("Your report is taken back."))


def _own(request: HttpRequest, row: "Contribution | Remark") -> HttpResponse | None:
    """The page of whoever has reported this text already: what is heard, and how to take it back."""
    act_of(request)
    member = member_of(request)
    found = reports.open_of(member, row) if member is not None else None
    if found is None:
        return None
    context = {
        "report": found,
        "ground": GROUNDS[Ground(found.hearing.ground)].name,
        "case_url": addresses.case(found.hearing.case.public_id),
        "slug": found.hearing.debate.slug,
    }
    return render(request, "debates/reported.html", context)


def _given(given: dict[str, Any]) -> dict[str, Any]:
    return {
        "ground": given["ground"],
        "reason": given["reason"],
        "marked": given["marked"].splitlines(),
        "law": given["law"],
        "urgent": given["urgent"],
    }


def _onto(debate: "Debate", typed: str) -> "Contribution | None":
    """The contribution whose address, or id, was typed."""
    if not typed.strip():
        return None
    found = contributions.by_ids(debate, _ID.findall(typed)[-1:])
    if not found:
        raise Refusal("debates.report.kept-elsewhere")
    return found[0]


def _words() -> dict[str, Any]:
    return {
        "done": _("Your report is kept. The text stays visible, with a notice, until it is heard."),
        "title": _("Report this text"),
        "intro": _(
            "Only how something is said can be a ground, never what is said. If it is false, ask about it"
            " or bring a source instead. Two panels drawn by lot decide; nobody learns who reported."
        ),
        "send": _("Report it"),
    }
