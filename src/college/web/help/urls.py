"""The addresses of help."""

from django.urls import path

from college.web.help import pages

urlpatterns = [
    path("help/", pages.front, name="help"),
    path("help/checking/", pages.checking, name="help-checking"),
    path("help/conduct/", pages.conduct, name="help-conduct"),
]
