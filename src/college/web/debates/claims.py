"""Say what one holds: one sentence, at the top of the debate."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from college.debates.actions.claims import add_claim
from college.debates.rules import addresses
from college.debates.rules.openings import Opening
from college.ground.act import Act
from college.web.debates import finding, saying
from college.web.debates.openings import for_stage
from college.web.debates.reasons import say


class ClaimForm(saying.Saying):
    """One assertion and its kind."""

    CLAIMS = ("text",)

    text = saying.words_field(
        gettext_lazy("In one sentence"),
        rows=3,
        help_text=gettext_lazy("One thought that others can agree or disagree with."),
    )
    form = saying.claim_form_field()


@require_http_methods(["GET", "POST"])
@for_stage(Opening.SAY)
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a claim."""
    debate = finding.debate(slug)

    def do(act: Act, given: dict[str, Any]) -> str:
        claim = add_claim(
            act,
            debate,
            form=given["form"],
            text=given["text"],
            quotes=saying.spans(given),
            token=given["token"],
        )
        return addresses.contribution(slug, claim.public_id)

    return say(
        request,
        ClaimForm(request.POST or None, initial=saying.fresh(request)),
        do,
        done=_("It is said. Others can now ask, object and give reasons; so can you."),
        title=_("What do you hold?"),
        send=_("Say it"),
        similar="text",
        slug=slug,
        key=f"claim.{debate.public_id}",
        around=lambda: saying.around(finding.asked(slug)),
    )
