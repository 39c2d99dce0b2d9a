"""Questions from a file of others' become drafts, one by one; what cannot is listed with why."""

from typing import TYPE_CHECKING

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from college.exchange.limits import QUIZ_BYTES
from college.exchange.quizzes.questions import to_content
from college.exchange.quizzes.reading import read
from college.ground.refusals import Refusal
from college.quizzes.actions import items as actions
from college.quizzes.rules import addresses
from college.record.charters import charter_in_force
from college.web.acts import act_of
from college.web.quizzes.desk_places import Place, at_desk
from college.web.refusals import sentence, status
from college.web.words import word

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from college.exchange.quizzes.collecting import Imported
    from college.ground.act import Act


class QuestionsForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("The file"),
        help_text=gettext_lazy(
            "GIFT or Moodle XML, or the College’s own JSON. Of each question you get a draft to look at; "
            "nothing goes to panels by itself."
        ),
    )


@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand a file in, and read what became of each of its questions."""
    place = at_desk(request, slug)
    form = QuestionsForm(request.POST or None, request.FILES or None)
    context: dict[str, object] = {
        "form": form,
        "most": charter_in_force().limits.drafts_of_items,
        "desk": place.url,
        "trail": place.below,
    }
    code = 200
    if request.method == "POST":
        code = 422
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                context |= _brought(act_of(request), place, file)
            except Refusal as refusal:
                form.add_error("file", sentence(refusal))
                code = status(refusal)
            else:
                code = 200
    return render(request, "quizzes/desk_import.html", context, status=code)


def _brought(act: "Act", place: Place, file: "UploadedFile[bytes]") -> dict[str, object]:
    """What became a draft, and what was left out, each with why."""
    if (file.size or 0) > QUIZ_BYTES:
        raise Refusal("exchange.file.too-large", limit=QUIZ_BYTES, found=file.size)
    found = read(file.read(), file.name or "")
    names = {side.viewpoint: side.name for side in place.board.sides}
    made: list[tuple[str, str]] = []
    left = [(one.line, one.name, word(one.reason)) for one in found.left_out if not one.is_note]
    for question in found.questions:
        shown = question.name or question.stem[:80]
        try:
            content = to_content(question, viewpoint_names=names)
            item = actions.make_draft(act, place.asked.debate, content)
        except Refusal as refusal:
            left.append((0, shown, sentence(refusal)))
        else:
            made.append((addresses.draft(place.slug, item.public_id), content.stem[:80]))
    return {"is_done": True, "made": made, "left": left, "notes": _notes(found)}


def _notes(found: "Imported") -> list[tuple[int, str, str]]:
    return [(one.line, one.name, word(one.reason)) for one in found.left_out if one.is_note]
