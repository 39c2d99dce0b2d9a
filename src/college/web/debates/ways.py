"""The ways in: say why, object, ask, bring a source. First the way, then what it is about, then the words."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from college.debates.queries import search, thread
from college.debates.rules import addresses
from college.debates.rules.kinds import Kind
from college.debates.rules.openings import Opening, is_open
from college.debates.rules.stages import Stage
from college.web.acts import now
from college.web.debates import finding, openings, threads
from college.web.debates.viewpoints import trail
from college.web.public_cache import public


@dataclass(frozen=True, slots=True)
class Way:
    """One way in, as ``parts/choices.html`` shows it."""

    url: str
    words: str | Promise
    hint: str | Promise


WAYS: dict[str, tuple[str | Promise, str | Promise, str | Promise]] = {
    "why": (
        _("I want to say why"),
        _("Give a reason for something that is claimed."),
        _("For what do you want to give a reason?"),
    ),
    "object": (
        _("I object to something"),
        _("Say what speaks against it, or that a reason does not bear on it."),
        _("To what do you object?"),
    ),
    "ask": (
        _("I want to ask something"),
        _("Where is that from? What is meant? Those who hold it answer in public."),
        _("About what do you want to ask?"),
    ),
    "source": (
        _("I bring a source"),
        _("Exact words from somewhere, and what they show."),
        _("About what does the source say something?"),
    ),
}


@public
@require_safe
def say(request: HttpRequest, slug: str) -> HttpResponse:
    """The ways in, for a whole debate."""
    asked = finding.asked(slug)
    shut = openings.shut_until(asked.debate, Opening.SAY)
    context: dict[str, object] = {"asked": asked, "debate": asked.debate, "trail": trail(asked)}
    context |= shut if shut is not None else {"choices": _choices(slug)}
    return render(request, "debates/say.html", context)


def _choices(slug: str) -> list[Way]:
    here = f"{addresses.debate(slug)}say/"
    choices = [Way(f"{here}{way}/", words, hint) for way, (words, hint, _about) in WAYS.items()]
    choices.append(
        Way(
            f"{addresses.debate(slug)}claim/",
            _("I want to say what I hold"),
            _("One sentence that others can answer. Reasons come next."),
        )
    )
    return choices


@require_safe
def about(request: HttpRequest, slug: str, way: str) -> HttpResponse:
    """What it is about: claims like the words typed, or the first of the debate."""
    if way not in WAYS:
        raise Http404
    asked = finding.asked(slug)
    if not is_open(Opening.SAY, Stage(asked.debate.stage)):
        return redirect(f"{addresses.debate(slug)}say/")
    typed = request.GET.get("words", "")[:1000]
    if typed.strip():
        hits = search.similar(typed, debate=asked.debate, size=10)
        known = thread.by_ids([hit.subject for hit in hits], now=now())
        items = [known[hit.subject] for hit in hits if hit.subject in known]
    else:
        page = thread.first_page(asked.debate, now=now())
        items = [i for i in page.items if i.kind == Kind.CLAIM and i.home][:12]
    words, _hint, question = WAYS[way]
    context = {
        "debate": asked.debate,
        "way": way,
        "title": question,
        "words": words,
        "typed": typed,
        "lines": [threads.line(item) for item in items if item.tombstone is None],
        "trail": [*trail(asked), (_now("The ways in"), f"{addresses.debate(slug)}say/")],
    }
    return render(request, "debates/about.html", context)
