"""The addresses where a version is attested, and answered for."""

from django.urls import path

from college.web.summaries import attesting

urlpatterns = [
    path("attest/", attesting.page, name="summary-attest"),
    path("attest/answer/<str:public_id>/", attesting.answer, name="summary-attest-answer"),
    path("attest/<str:statement>/", attesting.say, name="summary-attest-say"),
]
