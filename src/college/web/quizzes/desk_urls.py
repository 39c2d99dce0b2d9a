"""The addresses of the item desk: ``items/`` and below."""

from django.urls import path

from college.web.quizzes import desk, drafts, importing

_ITEM = "items/<str:public_id>/"

urlpatterns = [
    path("items/", desk.desk, name="quiz-desk"),
    path("items/take/", desk.take, name="quiz-take"),
    path("items/begin/", desk.begin, name="quiz-begin"),
    path("items/import/", importing.bring, name="quiz-import"),
    path(_ITEM, drafts.draft, name="quiz-draft"),
    path(f"{_ITEM}send/", drafts.send, name="quiz-send"),
    path(f"{_ITEM}remove/", drafts.remove, name="quiz-remove"),
    path(f"{_ITEM}anew/", desk.anew, name="quiz-anew"),
]
