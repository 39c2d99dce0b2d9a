"""Report a comment, and ask for a second look at one of one's own that gave way."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from college.debates.rules.grounds import OF_THREADS, Ground
from college.ground.act import Act
from college.summaries.actions.comment_hearings import appeal_comment, report_comment
from college.summaries.queries import comment_hearings
from college.summaries.rules import addresses
from college.web.debates import finding, saying
from college.web.debates.sheets import press, sheet
from college.web.debates.viewpoints import trail
from college.web.debates.words.grounds import GROUNDS
from college.web.summaries.comments import found


class ReportForm(forms.Form):
    """The ground and one sentence."""

    ground = forms.ChoiceField(
        label=gettext_lazy("On what ground?"),
        widget=forms.RadioSelect,
        choices=[(g.value, GROUNDS[g].name) for g in Ground if g not in OF_THREADS],
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
    law = forms.CharField(
        label=gettext_lazy("The law that it breaks"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Only where you report it as unlawful: the law and the section."),
    )


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Report a comment of somebody else."""
    asked, comment = finding.asked(slug), found(slug, public_id)
    here = addresses.comment(slug, public_id)

    def do(act: Act, given: dict[str, Any]) -> str:
        report_comment(act, comment, **given)
        return here

    return sheet(
        request,
        ReportForm(request.POST or None),
        do,
        done=_("Your report is kept. The comment stays visible, with a notice, until it is heard."),
        title=_("Report this comment"),
        intro=_(
            "Only how something is said can be a ground, never what is said. Two panels drawn by lot"
            " decide; nobody learns who reported."
        ),
        send=_("Report it"),
        about=comment.text,
        key=f"report.{public_id}",
        trail=[*trail(asked), (_("Summary"), addresses.summary(slug)), (_("Comment"), here)],
        back=here,
    )


@require_POST
def appeal(request: HttpRequest, slug: str, public_id: str, case: str) -> HttpResponse:
    """Appeal: one click of the author."""
    found(slug, public_id)
    hearing = finding.or_404(comment_hearings.by_case_id(case))

    def do(act: Act) -> str:
        appeal_comment(act, hearing)
        return addresses.comment(slug, public_id)

    return press(request, do, done=_("A fresh and larger panel will hear it."))
