"""The addresses of the audit: the figures of an area, and one's own charts."""

from django.urls import path

from college.web.committees import charts, statistics

urlpatterns = [
    path("committees/areas/<str:area>/statistics/", statistics.page, name="statistics"),
    path("committees/charts/", charts.page, name="charts"),
    path("committees/charts/appeal/", charts.appeal, name="chart-appeal"),
]
