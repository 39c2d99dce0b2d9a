"""From exact words of the brief to a contribution: trim them, then say what is made of them."""

from typing import TYPE_CHECKING

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from college.debates.queries import briefs, quotations, search, thread
from college.debates.rules import addresses, quoting
from college.debates.rules.kinds import Kind
from college.debates.rules.links import Span
from college.ground.ids import is_public_id
from college.ground.refusals import Refusal
from college.record.charters import charter_in_force
from college.web.acts import now
from college.web.debates import finding, threads
from college.web.debates.sheets import permit
from college.web.debates.viewpoints import trail
from college.web.refusals import sentence

if TYPE_CHECKING:
    from college.debates.models import Debate, Passage, Remark

_OFFERED = 10


class TrimForm(forms.Form):
    """The exact words that are meant."""

    exact = forms.CharField(
        label=gettext_lazy("The exact words"),
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Cut away what you do not mean; leave the rest letter for letter."),
    )


@require_safe
def quote(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Choose words of a passage or remark, then a claim to challenge with them. Twelve queries."""
    asked = finding.asked(slug)
    permit(request, "may_mark_position", asked.debate)
    source = briefs.source_by_id(asked.debate, public_id)
    if source is None or not source.text.words.strip():
        raise Http404
    words = source.text.words
    most = charter_in_force().lengths.quotation
    chosen, form = _chosen(request.GET, public_id, words, most)
    if "exact" in request.GET and chosen is not None:
        return redirect(f"{request.path}?quote={quoting.written(chosen)}")
    context = {
        "asked": asked,
        "debate": asked.debate,
        "form": form,
        "words": words,
        "number": len(words.split()),
        "most": most,
        "is_long": not quoting.fits(words, most),
        "public_id": public_id,
        "url": place(slug, source),
        "trail": trail(asked),
    }
    if chosen is not None:
        items = _claims(asked.debate, words[chosen.start : chosen.end])
        context |= {
            "signed": quotations.of_source(source, start=chosen.start, end=chosen.end),
            "quote": quoting.written(chosen),
            "lines": [threads.line(item) for item in items if item.tombstone is None],
        }
    return render(request, "debates/quote.html", context, status=422 if form.errors else 200)


def shown(written: str) -> list[quotations.Quoted]:
    """The exact words that a form carries in its ``quote`` field, with who said them, for
    ``parts/quotation.html``. Up to two queries for each; what is not there is left out."""
    found = []
    for part in written.split()[:8]:
        try:
            span = quoting.read(part)
        except Refusal:
            continue
        source = briefs.source_anywhere(span.source) if is_public_id(span.source) else None
        if source is None:
            continue
        signed = quotations.of_source(source, start=span.start, end=span.end)
        if signed.words:
            found.append(signed)
    return found


def _chosen(
    given: QueryDict, public_id: str, words: str, most: int
) -> tuple[Span | None, TrimForm]:
    """What is meant, and the form to trim it: a span in the address, or exact words typed, or all of them.

    ``None`` where nothing is chosen: all are more than the ``most`` words that are quoted at once.
    """
    if "exact" in given:
        form = TrimForm(given)
        if not form.is_valid():
            return None, form
        try:
            found = quoting.find(words, form.cleaned_data["exact"])
            quoting.check_length(found.exact, most)
        except Refusal as refusal:
            form.add_error("exact", sentence(refusal))
            return None, form
        return Span(public_id, found.start, found.end), form
    span: Span | None = None
    try:
        span = quoting.read(given.get("quote", ""))
        quoting.quoted(words, span, most=most)
    except Refusal:
        span = None
    if span is not None and span.source != public_id:
        span = None
    if span is None and quoting.fits(words, most):
        span = quoting.whole(public_id, words)
    exact = words[span.start : span.end] if span else ""
    return span, TrimForm(initial={"exact": exact})


def _claims(debate: "Debate", exact: str) -> list[thread.Item]:
    """Claims like the words, else the first of the debate."""
    hits = search.similar(exact, debate=debate, size=_OFFERED)
    if hits:
        known = thread.by_ids([hit.subject for hit in hits], now=now())
        return [known[hit.subject] for hit in hits if hit.subject in known]
    page = thread.first_page(debate, now=now())
    return [item for item in page.items if item.kind == Kind.CLAIM and item.home][:_OFFERED]


def place(slug: str, source: "Passage | Remark") -> str:
    """The permalink of a passage or remark. No query."""
    made = addresses.passage if hasattr(source, "quoted_at") else addresses.remark
    return made(slug, source.public_id)
