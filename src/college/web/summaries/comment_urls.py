"""The addresses of comments on a summary, under ``debates/<slug>/summary/``."""

from django.urls import path

from college.web.summaries import comment_reports, comments

_ONE = "comments/<str:public_id>/"

urlpatterns = [
    path("comment/", comments.choose, name="summary-comment-choose"),
    path("comment/<str:statement>/", comments.make, name="summary-comment-make"),
    path("comments/", comments.comments_page, name="summary-comments"),
    path(_ONE, comments.comment_page, name="summary-comment"),
    path(f"{_ONE}report/", comment_reports.report, name="summary-comment-report"),
    path(f"{_ONE}appeal/<str:case>/", comment_reports.appeal),
    path(f"{_ONE}withdraw/", comments.withdraw),
    path(f"{_ONE}place/", comments.place),
]
