"""One click signs a visitor in as a persona of the sample. Exists in demo mode only."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from college.debates.queries.desk import parts
from college.people import queries


def _only_in_a_demo() -> None:
    if not settings.DEMO:
        raise Http404


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """The parts one can take."""
    _only_in_a_demo()
    parts_of = [(member, parts(member)) for member in queries.personas()]
    return render(request, "demo/personas.html", {"personas": parts_of})


@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Sign in as the persona named in the form."""
    _only_in_a_demo()
    asked = request.POST.get("persona", "")
    found = next((m for m in queries.personas() if m.persona == asked and m.account), None)
    if found is None:
        raise Http404
    login(request, found.account, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("/desk/")
