"""The addresses of the record."""

from django.urls import path, re_path

from college.web.record import entries, files

urlpatterns = [
    path("record/", entries.front, name="record"),
    path("record/find/", entries.find, name="record-find"),
    path("record/page/<int:number>/", entries.page, name="record-page"),
    path("record/about/<str:public_id>/", entries.about, name="record-about"),
    path("record/entries/<int:position>/", entries.entry, name="record-entry"),
    path("record/entries/<int:position>/receipt/", entries.receipt, name="record-receipt"),
    re_path(r"^log/(?P<name>[0-9a-z/.]{1,120})$", files.file, name="log-file"),
]
