"""The addresses of a debate's summary; the site puts them under ``debates/<slug>/summary/``."""

from django.urls import path

from college.web.summaries import (
    attesting_urls,
    comment_urls,
    editing_urls,
    exports,
    reading_urls,
    reopenings,
    turns,
)

#: What the debate turns on, and what opens it again.
_TURNS = [
    path("turns/", turns.turns, name="summary-turns"),
    path("turns/name/", turns.name, name="summary-turns-name"),
    path("turns/<str:public_id>/drop/", turns.drop),
    path("turns/<str:public_id>/mind/", turns.mind, name="summary-mind"),
    path("turns/<str:public_id>/reopen/", reopenings.propose, name="summary-reopen"),
    path("reopenings/<str:public_id>/", reopenings.page, name="summary-reopening"),
    path(
        "reopenings/<str:public_id>/object/", reopenings.object_to, name="summary-reopening-object"
    ),
    path("reopenings/<str:public_id>/appeal/", reopenings.appeal),
]

#: A version in the formats of others, beside its page.
_FILES = [path("v/<int:number>/<str:file>", exports.export)]

urlpatterns = [
    *reading_urls.urlpatterns,
    *editing_urls.urlpatterns,
    *comment_urls.urlpatterns,
    *attesting_urls.urlpatterns,
    *_TURNS,
    *_FILES,
    *reading_urls.parts,
]
