"""The addresses of stating a viewpoint that is not one's own: ``retell/``, ``retellings/``."""

from django.urls import path

from college.web.quizzes import retelling_reports, retellings

urlpatterns = [
    path("retell/", retellings.retell, name="quiz-retell"),
    path("retell/<str:public_id>/withdraw/", retellings.withdraw),
    path("retell/appeal/<str:case>/", retelling_reports.appeal),
    path("retellings/", retellings.read, name="quiz-retellings"),
    path("retellings/<str:mark>/report/", retelling_reports.report, name="quiz-retelling-report"),
]
