"""Report a text that one was given to read, and ask for a second look at one of one's own."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from college.ground.act import Act
from college.quizzes.actions.retelling_hearings import appeal_retelling, report_unmarked
from college.quizzes.queries import retelling_hearings, retellings
from college.quizzes.rules import addresses
from college.web.acts import member_of
from college.web.debates import finding
from college.web.debates.sheets import press, sheet
from college.web.prose import made
from college.web.quizzes.retellings import held, way
from college.web.summaries.comment_reports import ReportForm


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, slug: str, mark: str) -> HttpResponse:
    """Report a text, not knowing whose it is. One that is not there any more says so when it is sent."""
    asked = finding.asked(slug)
    viewpoint = held(request, asked.debate)
    unread = retellings.unread(member_of(request), viewpoint)
    found = next((one for one in unread if one.mark == mark), None)
    here = addresses.retellings(slug)

    def do(act: Act, given: dict[str, Any]) -> str:
        report_unmarked(act, viewpoint, mark, **given)
        return here

    return sheet(
        request,
        ReportForm(request.POST or None),
        do,
        template="quizzes/retelling_report.html",
        done=_(
            "Your report is kept. The text stays with its readers, with a notice, until it is heard."
        ),
        title=_("Report this text"),
        intro=_(
            "Only how something is said can be a ground, never what is said. Two panels drawn by lot"
            " decide; nobody learns who reported."
        ),
        send=_("Report it"),
        words=made(found.html) if found else "",
        key=f"report.{mark}",
        trail=[*way(asked), (_("Do you recognise your viewpoint?"), here)],
        back=here,
    )


@require_POST
def appeal(request: HttpRequest, slug: str, case: str) -> HttpResponse:
    """Appeal: one click of the writer."""
    hearing = finding.or_404(retelling_hearings.by_case_id(slug, case))

    def do(act: Act) -> str:
        appeal_retelling(act, hearing)
        return addresses.retell(slug)

    return press(request, do, done=_("A fresh and larger panel will hear it."))
