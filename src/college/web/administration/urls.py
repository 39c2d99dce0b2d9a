"""The addresses of the charter and of what the College decides about itself."""

from django.urls import path

from college.web.administration import asking, charter, proposals

urlpatterns = [
    path("charter/", charter.front, name="charter"),
    path("charter/propose/", proposals.propose, name="charter-propose"),
    path("administration/", charter.administration, name="administration"),
    path("administration/cases/<str:public_id>/again/", asking.again, name="case-again"),
    path("administration/proposals/<str:public_id>/", proposals.proposal, name="proposal"),
    path("administration/proposals/<str:public_id>/support/", proposals.support, name="support"),
    path("administration/removals/<str:term>/ask/", asking.removal, name="removal-ask"),
    path("administration/sanctions/<str:public_id>/", asking.sanction, name="sanction"),
    path("administration/sanctions/<str:public_id>/appeal/", asking.appeal, name="sanction-appeal"),
    path("members/<str:public_id>/sanction/", asking.ask_sanction, name="sanction-ask"),
]
