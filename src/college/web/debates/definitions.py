"""What words mean in a debate: rival senses side by side, and a new sense."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from college.debates.actions.definitions import add_definition
from college.debates.queries import contributions, questions
from college.debates.rules import addresses
from college.ground.act import Act
from college.web.acts import now
from college.web.debates import finding, saying, threads
from college.web.debates.sheets import sheet
from college.web.debates.viewpoints import trail
from college.web.public_cache import public


class DefinitionForm(saying.Saying):
    """A term and one sense of it."""

    term = forms.CharField(label=gettext_lazy("The word or phrase"), max_length=saying.LONGEST)
    text = saying.words_field(
        gettext_lazy("What it means, as you use it here"),
        help_text=gettext_lazy("Other senses stay beside yours; none is the official one."),
    )


@public
@require_safe
def senses(request: HttpRequest, slug: str) -> HttpResponse:
    """Every defined term with its senses, equal and side by side."""
    asked = questions.asked(slug)
    if asked is None:
        return finding.moved(request, slug)
    context = {
        "debate": asked.debate,
        "trail": trail(asked),
        "terms": [
            (term, [threads.line(item) for item in items])
            for term, items in contributions.senses(asked.debate, now=now())
        ],
    }
    return render(request, "debates/definitions.html", context)


@require_http_methods(["GET", "POST"])
def define(request: HttpRequest, slug: str) -> HttpResponse:
    """Add one sense of a term."""
    asked = finding.asked(slug)
    debate = asked.debate

    def do(act: Act, given: dict[str, Any]) -> str:
        add_definition(
            act,
            debate,
            term=given["term"],
            text=given["text"],
            quotes=saying.spans(given),
            token=given["token"],
        )
        return f"{addresses.debate(slug)}definitions/"

    initial = saying.fresh(request, term=request.GET.get("term", ""))
    return sheet(
        request,
        DefinitionForm(request.POST or None, initial=initial),
        do,
        template="debates/saying.html",
        done=_("Your sense of the word stands beside the others."),
        title=_("Say what a word means here"),
        send=_("Define it"),
        key=f"define.{debate.public_id}",
        around=lambda: saying.around(asked),
    )
