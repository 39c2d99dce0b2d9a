"""The addresses of what is asked of the committees, and of what they came to."""

from django.urls import path

from college.web.debates import (
    conduct,
    decisions,
    evidence_labels,
    holds,
    legal_holds,
    mergers,
    outside_notices,
    reports,
    restrictions,
    statements,
    transparency,
)

_DEBATE = "debates/<slug:slug>/"
_ONE = f"{_DEBATE}c/<str:public_id>/"
_REMARK = f"{_DEBATE}remarks/<str:public_id>/"
_VIEWPOINT = f"{_DEBATE}viewpoints/<str:public_id>/"
_REASONS = "reasons/<str:public_id>/"

urlpatterns = [
    path("conduct/", conduct.conduct, name="conduct"),
    path("transparency/", transparency.index, name="transparency"),
    path("transparency/<slug:month>/", transparency.month, name="transparency-month"),
    path("transparency/<slug:month>/cases.csv", transparency.table, name="transparency-table"),
    path("emergency/", holds.desk, name="emergency"),
    path("emergency/<str:public_id>/", holds.hold_text, name="emergency-hold"),
    path("decisions/<str:public_id>/", decisions.decision, name="decision"),
    path("decisions/<str:public_id>/appeal/", decisions.appeal, name="decision-appeal"),
    path(_REASONS, statements.statement, name="reasons"),
    path(f"{_REASONS}statement.txt", statements.statement_as_text, name="reasons-text"),
    path(f"{_REASONS}statement.json", statements.statement_as_json, name="reasons-json"),
    path(f"{_REASONS}appeal/", statements.ask_again, name="reasons-appeal"),
    path(f"{_REASONS}rephrase/", statements.in_other_words, name="rephrase"),
    path(f"{_DEBATE}heard/", restrictions.listed, name="heard"),
    path(f"{_DEBATE}heard/from/<str:before>/", restrictions.listed, name="heard-from"),
    path(f"{_DEBATE}reports/<str:public_id>/withdraw/", reports.withdraw, name="report-withdraw"),
    path(f"{_ONE}report/", reports.of_contribution, name="report"),
    path(f"{_ONE}notice/", outside_notices.of_contribution, name="notice"),
    path(f"{_ONE}notice/<str:notice_id>/", outside_notices.confirm, name="notice-confirm"),
    path(f"{_ONE}legal-hold/", legal_holds.of_contribution, name="legal-hold"),
    path(f"{_REMARK}legal-hold/", legal_holds.of_remark, name="remark-legal-hold"),
    path(f"{_ONE}label/", evidence_labels.ask, name="label"),
    path(f"{_REMARK}report/", reports.of_remark, name="remark-report"),
    path(f"{_REMARK}notice/", outside_notices.of_remark, name="remark-notice"),
    path(
        f"{_REMARK}notice/<str:notice_id>/", outside_notices.confirm, name="remark-notice-confirm"
    ),
    path(f"{_VIEWPOINT}merge/", mergers.merge, name="viewpoint-merge"),
    path(f"{_VIEWPOINT}split/", mergers.split, name="viewpoint-split"),
]
