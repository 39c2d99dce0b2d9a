"""The addresses of a summary as everybody reads it."""

from django.urls import path

from college.web.summaries import reading

_VERSION = "v/<int:number>/"

urlpatterns = [
    path("", reading.newest, name="summary"),
    path(_VERSION, reading.version, name="summary-version"),
]
#: A section's key stands where other pages of a version have a word of their own: these come last of all.
parts = [path(f"{_VERSION}<str:key>/", reading.section, name="summary-part")]
