"""The addresses of those who write a summary."""

from django.urls import path

from college.web.summaries import desk, drafts, editors, settling, writing

_SECTION = "desk/<str:key>/"
_SENTENCE = f"{_SECTION}<str:statement>/"

urlpatterns = [
    path("team/", editors.teams, name="summary-team"),
    path("team/take/", editors.take, name="summary-team-take"),
    path("team/leave/", editors.leave, name="summary-team-leave"),
    path("drafts/", drafts.side_by_side, name="summary-drafts"),
    path("settle/", settling.settle, name="summary-settle"),
    path("settle/<str:key>/", settling.sign, name="summary-sign"),
    path("settle/<str:key>/copy/", settling.copy, name="summary-copy"),
    path("desk/", desk.desk, name="summary-desk"),
    path("desk/hand-in/", desk.hand_in, name="summary-hand-in"),
    path("desk/take-back/", desk.take_back, name="summary-take-back"),
    path(_SECTION, desk.section, name="summary-desk-section"),
    path(f"{_SECTION}find/", desk.find, name="summary-find"),
    path(f"{_SENTENCE}reword/", writing.reword, name="sentence-reword"),
    path(f"{_SENTENCE}take/<int:number>/", writing.take, name="sentence-take"),
    path(f"{_SENTENCE}dismiss/<int:number>/", writing.dismiss, name="sentence-dismiss"),
    path(f"{_SENTENCE}move/", writing.move, name="sentence-move"),
    path(f"{_SENTENCE}remove/", writing.remove, name="sentence-remove"),
    path(f"{_SENTENCE}restore/", writing.restore, name="sentence-restore"),
    path(f"{_SENTENCE}link/", writing.link, name="sentence-link"),
    path(f"{_SENTENCE}unlink/<str:source>/", writing.unlink, name="sentence-unlink"),
    path(f"{_SENTENCE}confirm/<str:source>/", writing.confirm, name="sentence-confirm"),
    path(f"{_SENTENCE}wordings/", writing.earlier, name="sentence-wordings"),
    path(f"{_SENTENCE}wordings/page/<int:page>/", writing.earlier, name="sentence-wordings-page"),
]
