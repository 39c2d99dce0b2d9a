"""The grounds of conduct: the closed list, with what falls under each and what does not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from college.debates.rules.grounds import EFFECTS, OF_FORM
from college.web.debates.words.grounds import EFFECT_WORDS, GROUNDS
from college.web.public_cache import public


@public
@require_safe
def conduct(request: HttpRequest) -> HttpResponse:
    """Every ground with its rule, its effect, examples and counter-examples. No query."""
    grounds = [
        {
            "id": ground.value,
            "words": words,
            "effect": EFFECT_WORDS[EFFECTS[ground]],
            "of_form": ground in OF_FORM,
        }
        for ground, words in GROUNDS.items()
    ]
    return render(request, "debates/conduct.html", {"grounds": grounds})
