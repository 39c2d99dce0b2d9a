"""Ask, answer, and the list of what is asked."""

import re
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from college.debates.actions.answers import answer
from college.debates.actions.challenges import challenge
from college.debates.actions.evidence import NewEvidence
from college.debates.queries import challenges, contributions, questions
from college.debates.rules import addresses
from college.debates.rules.kinds import ChallengeForm as Form
from college.debates.rules.kinds import EvidenceForm, Kind
from college.debates.rules.openings import Opening
from college.ground.act import Act
from college.ground.ids import is_public_id
from college.web.acts import now
from college.web.debates import finding, saying, threads
from college.web.debates.openings import for_stage
from college.web.debates.sheets import sheet
from college.web.debates.viewpoints import trail
from college.web.public_cache import public

_AFTER = re.compile(r"(?:open|answered)-\d{1,15}")

#: What can be asked, as a person would ask it.
ASKED = [
    (Form.SOURCE_NEEDED.value, gettext_lazy("Where is that from?")),
    (Form.UNCLEAR.value, gettext_lazy("What do you mean?")),
    (Form.TERM.value, gettext_lazy("What does this word mean here?")),
    (Form.RELEVANCE.value, gettext_lazy("What has this to do with it?")),
    (Form.HIDDEN_PREMISE.value, gettext_lazy("What is taken for granted here?")),
    (Form.MORE_THAN_ONE_CLAIM.value, gettext_lazy("Are these not several claims in one?")),
    (Form.COUNTER_EXAMPLE.value, gettext_lazy("What about this case, in which it is not so?")),
    (Form.MISREPRESENTS_ME.value, gettext_lazy("That is not what I said, is it?")),
]


class AskForm(saying.Saying):
    """A question of a kind."""

    form = forms.ChoiceField(
        label=gettext_lazy("What do you want to know?"), choices=ASKED, widget=forms.RadioSelect
    )
    text = saying.words_field(gettext_lazy("Your question, in your own words"))


class AnswerForm(saying.Saying):
    """An answer; what it points to; a source that comes with it."""

    text = saying.words_field(gettext_lazy("Your answer"), rows=7)
    points = saying.words_field(
        gettext_lazy("Addresses of texts in this debate that you point to"),
        rows=2,
        required=False,
        help_text=gettext_lazy("One on each line, copied from the page of the text."),
    )
    quotation = saying.words_field(
        gettext_lazy("A source that shows it: the exact words"), rows=3, required=False
    )
    title = forms.CharField(
        label=gettext_lazy("The source"), max_length=saying.LONGEST, required=False
    )
    locator = forms.CharField(
        label=gettext_lazy("Where in it"), max_length=saying.LONGEST, required=False
    )
    url = forms.CharField(
        label=gettext_lazy("Its address on the web"), max_length=saying.LONGEST, required=False
    )


@public
@require_safe
def listed(request: HttpRequest, slug: str, after: str = "") -> HttpResponse:
    """All questions of a debate: those that wait for an answer first, then in the order of time."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    if after and not _AFTER.fullmatch(after):
        raise Http404
    page = challenges.open_first(asked.debate, now=now(), after=after)
    context = {
        "debate": asked.debate,
        "trail": trail(asked),
        "asked": threads.asked(page.asked),
        "older_url": f"/debates/{slug}/challenges/from/{page.after}/" if page.after else "",
    }
    return render(request, "debates/challenges.html", context)


@require_http_methods(["GET", "POST"])
@for_stage(Opening.SAY)
def ask(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Put a challenge to those who hold a text."""
    row = saying.found(slug, public_id)

    def do(act: Act, given: dict[str, Any]) -> str:
        put = challenge(
            act,
            row,
            form=given["form"],
            text=given["text"],
            quotes=saying.spans(given),
            token=given["token"],
        )
        return addresses.contribution(slug, put.public_id)

    return sheet(
        request,
        AskForm(request.POST or None, initial=saying.fresh(request)),
        do,
        template="debates/saying.html",
        done=_("Your question is put. Those who hold the text are told, and answer in public."),
        title=_("Ask about this"),
        intro=_("A question is not an objection: it changes nothing about how the text is shown."),
        send=_("Ask"),
        around=lambda: saying.surroundings(row),
    )


@require_http_methods(["GET", "POST"])
@for_stage(Opening.ANSWER)
def give_answer(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Answer a challenge, for those who hold the challenged text."""
    row = saying.found(slug, public_id)
    if row.kind != Kind.CHALLENGE:
        raise Http404

    def do(act: Act, given: dict[str, Any]) -> str:
        ids = pointed(given["points"])
        said = answer(
            act,
            row,
            text=given["text"],
            points_to=contributions.by_ids(row.debate, ids),
            evidence=_brought(given),
            token=given["token"],
        )
        return addresses.contribution(slug, said.public_id)

    return sheet(
        request,
        AnswerForm(request.POST or None, initial=saying.fresh(request)),
        do,
        template="debates/saying.html",
        done=_("Your answer stands beside the question, and those who asked are told."),
        title=_("Answer this question"),
        send=_("Answer"),
        around=lambda: saying.surroundings(row),
    )


def pointed(typed: str) -> list[str]:
    """The public ids in addresses that somebody pasted, each once."""
    parts = re.split(r"[\s/#]+", typed)
    return list(dict.fromkeys(part for part in parts if is_public_id(part)))


def _brought(given: dict[str, Any]) -> list[NewEvidence]:
    if not (given["quotation"].strip() or given["title"].strip()):
        return []
    return [
        NewEvidence(
            form=EvidenceForm.FOR.value,
            source=saying.SourceLine(
                title=given["title"], locator=given["locator"], url=given["url"]
            ),
            quotation=given["quotation"],
        )
    ]
