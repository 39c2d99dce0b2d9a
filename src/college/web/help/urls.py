"""The addresses of help."""

from django.urls import path
from django.views.generic import RedirectView

from college.web.help import pages

urlpatterns = [
    path("help/", pages.front, name="help"),
    path("help/checking/", pages.checking, name="help-checking"),
    path("help/conduct/", RedirectView.as_view(pattern_name="conduct", permanent=True)),
]
