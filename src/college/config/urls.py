"""Every room's addresses under one roof."""

from django.urls import include, path

urlpatterns = [
    # Before allauth's own: people's addresses close its doors that are none here.
    path("", include("college.web.people.urls")),
    path("accounts/", include("allauth.urls")),
    path("", include("college.web.administration.urls")),
    path("", include("college.web.committees.audit_urls")),
    path("", include("college.web.committees.desk_urls")),
    path("", include("college.web.committees.epoch_urls")),
    path("", include("college.web.committees.public_urls")),
    path("", include("college.web.demo.urls")),
    path("", include("college.web.desk.urls")),
    path("", include("college.web.exchange.urls")),
    path("", include("college.web.help.urls")),
    path("", include("college.web.record.urls")),
    path("", include("college.web.style.urls")),
    path("debates/<slug:slug>/summary/", include("college.web.summaries.urls")),
    path("debates/<slug:slug>/quiz/", include("college.web.quizzes.urls")),
    path("quizzes/", include("college.web.quizzes.attempt_urls")),
    path("desk/results/", include("college.web.quizzes.results_urls")),
    path("embedded/", include("college.web.quizzes.embedded_urls")),
    path("", include("college.web.debates.urls")),
]

handler403 = "college.web.refusals.forbidden"
handler404 = "college.web.refusals.not_found"
handler500 = "college.web.refusals.broken"
