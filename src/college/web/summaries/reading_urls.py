"""The addresses of a summary as everybody reads it."""

from django.urls import path

from college.web.summaries import coverage, reading, versions

_VERSION = "v/<int:number>/"

urlpatterns = [
    path("", reading.newest, name="summary"),
    path("coverage/", coverage.newest, name="summary-coverage"),
    path(_VERSION, reading.version, name="summary-version"),
    path(f"{_VERSION}changes/", versions.changes, name="summary-changes"),
    path(f"{_VERSION}coverage/", coverage.of_version, name="summary-version-coverage"),
    path(f"{_VERSION}coverage/omitted/<int:page>/", coverage.of_version, name="summary-omitted"),
]
#: A section's key stands where other pages of a version have a word of their own: these come last of all.
parts = [path(f"{_VERSION}<str:key>/", reading.section, name="summary-part")]
