"""The statement of reasons for a restriction, as a page and to keep; and what its author can do."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from college.committees.rules.ladder import Step, may_appeal
from college.committees.rules.tally import Choice
from college.debates import permissions
from college.debates.actions.rephrasing import rephrase
from college.debates.actions.restrictions import appeal
from college.debates.queries import hearings
from college.debates.rules import addresses
from college.debates.rules.grounds import EFFECTS, Ground
from college.ground.act import Act
from college.ground.moments import rfc3339
from college.record.charters import charter_in_force
from college.web.acts import act_of, member_of
from college.web.debates import finding, saying
from college.web.debates.sheets import permit, press, sheet
from college.web.debates.words.grounds import EFFECT_WORDS, GROUNDS
from college.web.prose import shown
from college.web.public_cache import public
from college.web.words import word

if TYPE_CHECKING:
    from college.debates.models import Hearing, Restriction


class RephraseForm(forms.Form):
    """Other words for a restricted text. ``seen`` is the number of the wording they stand beside."""

    text = saying.words_field(gettext_lazy("In other words"), rows=8)
    seen = forms.IntegerField(widget=forms.HiddenInput)


@public
@require_safe
def statement(request: HttpRequest, public_id: str) -> HttpResponse:
    """Why a text gave way, and the way to a second look. Three queries."""
    restriction = _found(public_id)
    member = member_of(request)
    may = permissions.allows
    context = {
        **_told(restriction),
        "restriction": restriction,
        "reason": shown(restriction.reason),
        "law": restriction.hearing.law,
        "may_appeal": may("may_appeal", member, restriction),
        "may_rephrase": may("may_rephrase", member, restriction),
    }
    return render(request, "debates/statement.html", context)


@public
@require_safe
def statement_as_text(request: HttpRequest, public_id: str) -> HttpResponse:
    """The same to be kept: plain text."""
    restriction = _found(public_id)
    told = _told(restriction)
    lines = [
        _("Statement of reasons"),
        "",
        f"{_('This statement')}: {_whole(addresses.statement(public_id))}",
        f"{_('Text')}: {_whole(told['text_url'])}",
        f"{_('Case')}: {_whole(told['case_url'])}",
        f"{_('Since')}: {rfc3339(restriction.at)}",
        f"{_('Ground')}: {told['ground_words']}",
        f"{_('The rule')}: {told['rule']}",
        f"{_('What follows')}: {told['effect_words']}",
    ]
    if restriction.hearing.law is not None:
        lines.append(f"{_('The law')}: {restriction.hearing.law.words}")
    if told["lifted_words"]:
        lines.append(f"{_('Lifted by')}: {told['lifted_words']}")
    lines += ["", _("The reasons of those who decided it:"), "", restriction.reason.words, ""]
    lines.append(told["second_look"])
    if told["appeal_until"] is not None:
        lines.append(f"{_('It can be asked for until')} {rfc3339(told['appeal_until'])}.")
    return _file("\n".join(str(line) for line in lines) + "\n", "text/plain", public_id, "txt")


@public
@require_safe
def statement_as_json(request: HttpRequest, public_id: str) -> HttpResponse:
    """The same for programs: public ids, words of closed lists, moments, and the reasons."""
    restriction = _found(public_id)
    hearing = restriction.hearing
    document = {
        "restriction": restriction.public_id,
        "case": restriction.case.public_id,
        "subject": _subject(hearing),
        "text": _commitment(hearing),
        "ground": restriction.rule,
        "effect": EFFECTS[Ground(restriction.rule)].value,
        "law": hearing.law.words if hearing.law else "",
        "origin": hearing.origin,
        "opened_at": rfc3339(hearing.opened_at),
        "at": rfc3339(restriction.at),
        "appeal_until": rfc3339(until) if (until := _appeal_until(restriction)) else "",
        "appealed_at": rfc3339(hearing.appealed_at) if hearing.appealed_at else "",
        "lifted_at": rfc3339(restriction.lifted_at) if restriction.lifted_at else "",
        "lifted_by": restriction.lifted_by,
        "reason": restriction.reason.words,
        "reason_commitment": restriction.reason_id,
    }
    body = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    return _file(body, "application/json", public_id, "json")


@require_POST
def ask_again(request: HttpRequest, public_id: str) -> HttpResponse:
    """Appeal: one click."""
    restriction = _found(public_id)

    def do(act: Act) -> str:
        appeal(act, restriction)
        return addresses.statement(public_id)

    return press(
        request, do, done=_("A fresh and larger panel will hear it. It does not know you.")
    )


@require_http_methods(["GET", "POST"])
def in_other_words(request: HttpRequest, public_id: str) -> HttpResponse:
    """Rephrase beside the marked words."""
    restriction = _found(public_id)
    act_of(request)
    permit(request, "may_rephrase", restriction)
    revision = restriction.hearing.revision
    row = revision.contribution
    words = hearings.words_for_author(restriction)

    def do(act: Act, given: dict[str, Any]) -> str:
        rephrase(act, restriction, text=given["text"], expected=given["seen"])
        return addresses.contribution(row.debate.slug, row.public_id)

    return sheet(
        request,
        RephraseForm(request.POST or None, initial={"text": words, "seen": row.head}),
        do,
        template="debates/rephrase.html",
        done=_("It stands at once. The old words stay where they were, behind their notice."),
        title=_("Say it in other words"),
        send=_("Publish these words"),
        key=f"rephrase.{public_id}",
        around=lambda: {
            **_told(restriction),
            "restriction": restriction,
            "reason": shown(restriction.reason),
            "pieces": hearings.marked_pieces(restriction, words),
            "back": addresses.statement(public_id),
        },
    )


def _found(public_id: str) -> "Restriction":
    return finding.or_404(hearings.restriction_by_id(public_id))


def _told(restriction: "Restriction") -> dict[str, Any]:
    """What every form of the statement tells, in words."""
    hearing, ground = restriction.hearing, Ground(restriction.rule)
    return {
        "text_url": _url(hearing),
        "case_url": addresses.case(restriction.case.public_id),
        "ground": ground,
        "ground_words": GROUNDS[ground].name,
        "rule": GROUNDS[ground].text,
        "effect_words": EFFECT_WORDS[EFFECTS[ground]],
        "lifted_words": word(restriction.lifted_by, "debates.SecondLook")
        if restriction.lifted_by
        else "",
        "second_look": _second_look(restriction),
        "appeal_until": _appeal_until(restriction),
    }


def _appeal_until(restriction: "Restriction") -> datetime | None:
    """The moment after which nobody can appeal; the same for every reader and at every time."""
    case = restriction.case
    asked = restriction.hearing.appealed_at is not None or restriction.lifted_at is not None
    if asked or case.provisional or not may_appeal(Step(case.step), Choice.GRANT):
        return None
    until: datetime = case.verdict_at + charter_in_force().clocks.appealing
    return until


def _second_look(restriction: "Restriction") -> str:
    case = restriction.case
    if restriction.hearing.appealed_at is not None:
        return _("The author asked for a second look by a fresh and larger panel, which is final.")
    if case.provisional:
        return _(
            "Two stewards decided this for want of panels. The first lawful panels try it again unasked."
        )
    if not may_appeal(Step(case.step), Choice.GRANT):
        return _("The verdict is final for these words.")
    return _(
        "Whoever wrote the text can ask once for a second look by other people, free and with one click,"
        " on this page; where other words mend it, it can be said again at once in other words."
    )


def _whole(path: str) -> str:
    """An address that still leads here from a file that was kept."""
    return f"{settings.COLLEGE_URL}{path}"


def _url(hearing: "Hearing") -> str:
    slug = hearing.debate.slug
    if hearing.remark is not None:
        return addresses.remark(slug, hearing.remark.public_id)
    return addresses.contribution(slug, _subject(hearing))


def _subject(hearing: "Hearing") -> str:
    row = hearing.remark or hearing.revision.contribution  # type: ignore[union-attr]  one of them
    return row.public_id


def _commitment(hearing: "Hearing") -> str:
    row = hearing.remark or hearing.revision
    return row.text_id  # type: ignore[union-attr]  one of them


def _file(body: str, kind: str, public_id: str, ending: str) -> HttpResponse:
    response = HttpResponse(body, content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="reasons-{public_id}.{ending}"'
    return response
