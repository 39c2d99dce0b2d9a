"""Members' comments on a summary: read, made on exact words, taken back, and put where they belong."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from college.debates.queries import holdings, questions
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.record.charters import charter_in_force
from college.summaries import permissions
from college.summaries.actions import comments as actions
from college.summaries.queries import comment_hearings, comments, rooms
from college.summaries.queries.plain import Sentence, plain_of, sentences_of
from college.summaries.rules import addresses, selectors
from college.web.acts import act_of, member_of
from college.web.debates import finding, saying
from college.web.debates.sheets import press, sheet
from college.web.debates.viewpoints import trail
from college.web.prose import made
from college.web.public_cache import public

if TYPE_CHECKING:
    from college.debates.models import QuestionWording
    from college.summaries.models import Comment, Version
    from college.summaries.queries.comment_hearings import Heard
    from college.summaries.queries.comments import Shown


class CommentForm(forms.Form):
    """The exact words and the comment. Hidden: what the page found around words that were selected."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=32, required=False)
    prefix = forms.CharField(widget=forms.HiddenInput, max_length=200, required=False, strip=False)
    suffix = forms.CharField(widget=forms.HiddenInput, max_length=200, required=False, strip=False)
    unit = forms.IntegerField(widget=forms.HiddenInput, required=False)
    exact = forms.CharField(
        label=gettext_lazy("The words you mean"),
        max_length=saying.LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "Letter for letter. Leave out what you do not mean, or select it in the sentence above."
        ),
    )
    text = saying.words_field(gettext_lazy("Your comment"), rows=4)


@public
@require_safe
def comments_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Every comment on the newest version, those whose words are gone, and each side's room."""
    asked, version = _found(slug)
    if asked is None:
        return finding.moved(request, slug)
    member = member_of(request)
    shown = comments.of_version(version) if version is not None else []
    words = {one.statement: one.words for one in sentences_of(version)} if version else {}
    mine = comments.to_confirm(member) if member is not None else []
    context = {
        **_context(asked),
        "version": version,
        "standing": _by_sentence([one for one in shown if not one.is_orphaned], words),
        "orphans": [one for one in shown if one.is_orphaned],
        "asked_of_me": mine,
        "rooms": rooms.rooms(version.summary) if version is not None else [],
        "total": charter_in_force().budgets.summary_comments,
        "may_comment": version is not None and permissions.allows("may_comment", member, version),
        "commenting": addresses.commenting(slug),
    }
    return render(request, "summaries/comments.html", context)


@public
@require_safe
def comment_page(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """One comment where it stands, what is heard about it, and what its author can do."""
    asked = finding.asked(slug)
    one, anchor = _one(slug, public_id)
    member = member_of(request)
    may = permissions.allows
    appealable = comment_hearings.in_force(anchor.comment)
    context = {
        **_context(asked),
        "one": one,
        "notices": _notices(one.heard),
        "here": one.url,
        "version_url": addresses.version(slug, one.number),
        "may_withdraw": may("may_withdraw_comment", member, anchor.comment),
        "may_confirm": may("may_confirm_anchor", member, anchor),
        "may_report": one.state == "standing",
        "appeals": [h for h in appealable if may("may_appeal_comment", member, h)],
        "trail": [*trail(asked), *_way(slug)],
    }
    return render(request, "summaries/comment.html", context)


@require_safe
def choose(request: HttpRequest, slug: str) -> HttpResponse:
    """Which sentence? Each leads to the form on it."""
    asked, version = _found(slug)
    version = finding.or_404(version)
    asked = finding.or_404(asked)
    _permit(request, version)
    context = {
        **_context(asked),
        "sentences": sentences_of(version),
        "commenting": addresses.commenting(slug),
        "trail": [*trail(asked), *_way(slug)],
    }
    return render(request, "summaries/choose_sentence.html", context)


@require_http_methods(["GET", "POST"])
def make(request: HttpRequest, slug: str, statement: str) -> HttpResponse:
    """Comment exact words of one sentence; at first all of it is meant."""
    asked, version = _found(slug)
    version = finding.or_404(version)
    asked = finding.or_404(asked)
    _permit(request, version)
    sentence = next((one for one in sentences_of(version) if one.statement == statement), None)
    if sentence is None:
        raise Http404

    def do(act: Act, given: dict[str, Any]) -> str:
        comment = actions.make_comment(
            act,
            version,
            exact=given["exact"],
            text=given["text"],
            prefix=given["prefix"],
            suffix=given["suffix"],
            statement=statement,
            start=_start(version, sentence, given["unit"]),
            token=given["token"],
        )
        return addresses.comment(slug, comment.public_id)

    initial = saying.fresh(request, exact=sentence.words)
    return sheet(
        request,
        CommentForm(request.POST or None, initial=initial),
        do,
        template="summaries/make_comment.html",
        around=lambda: {
            **_context(asked),
            "sentence": sentence,
            "room": _room(request, version),
            "trail": [*trail(asked), *_way(slug)],
        },
        done=_("Your comment stands beside the sentence."),
        title=_("Comment on a sentence"),
        send=_("Comment"),
        counted="text",
        most=charter_in_force().lengths.comment,
        key=f"summary-comment.{statement}",
        back=addresses.commenting(slug),
    )


@require_POST
def withdraw(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Take one's own comment back."""
    one, anchor = _one(slug, public_id)

    def do(act: Act) -> str:
        actions.withdraw_comment(act, anchor.comment)
        return one.url

    return press(request, do, done=_("Your comment is taken back, and its room is free again."))


@require_POST
def place(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Its author says whether a comment belongs where it was put: ``belongs`` is ``yes`` or ``no``."""
    one, anchor = _one(slug, public_id)

    def do(act: Act) -> str:
        actions.confirm_anchor(act, anchor, belongs=request.POST.get("belongs") == "yes")
        return one.url

    return press(request, do, done=_("Thank you: the comment is where you say."))


def _permit(request: HttpRequest, version: "Version") -> None:
    """Send readers to sign in, and refuse who may not, before a form is shown."""
    act_of(request)
    permissions.require("may_comment", member_of(request), version)


def found(slug: str, public_id: str) -> "Comment":
    """The comment an address names, or a 404."""
    return _one(slug, public_id)[1].comment


def _one(slug: str, public_id: str) -> "tuple[Shown, Any]":
    anchor = finding.or_404(comments.anchor_of(slug, public_id))
    return comments.shown_at(anchor), anchor


def _found(slug: str) -> "tuple[QuestionWording | None, Version | None]":
    return questions.asked(slug), comments.newest(slug)


def _context(asked: "QuestionWording") -> dict[str, object]:
    slug = asked.debate.slug
    return {
        "asked": asked,
        "debate": asked.debate,
        "base": addresses.summary(slug),
        "trail": trail(asked),
    }


def _way(slug: str) -> list[tuple[str, str]]:
    return [(_("Summary"), addresses.summary(slug)), (_("Comments"), addresses.comments(slug))]


def _start(version: "Version", sentence: Sentence, unit: int | None) -> int | None:
    """The place of selected words in the plain text; ``None`` where nothing was selected, or not here."""
    if unit is None:
        return None
    try:
        inside = selectors.from_units(sentence.words, unit)
    except Refusal:
        return None
    return plain_of(version).spans[sentence.statement][0] + inside


def _room(request: HttpRequest, version: "Version") -> rooms.Room | None:
    """The room of the side for which the reader would speak."""
    member = member_of(request)
    holding = holdings.current(member, version.summary.debate) if member is not None else None
    viewpoint = holding.viewpoint if holding is not None else None
    sides = rooms.rooms(version.summary)
    own = viewpoint.public_id if viewpoint is not None else ""
    return next((r for r in sides if r.viewpoint and r.viewpoint.public_id == own), sides[-1])


def _by_sentence(
    shown: "list[Shown]", words: dict[str, str]
) -> "list[tuple[str, str, list[Shown]]]":
    """Sentences in reading order, each with its comments."""
    found: dict[str, list[Shown]] = {}
    for one in shown:
        found.setdefault(one.statement, []).append(one)
    return [(statement, words.get(statement, ""), ones) for statement, ones in found.items()]


def _notices(heard: "tuple[Heard, ...]") -> "list[tuple[Heard, Any]]":
    return [(one, made(one.reason)) for one in heard]
