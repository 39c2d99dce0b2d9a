"""The addresses of people."""

from django.urls import path
from django.views.generic import RedirectView

from college.web.people import membership, notices

urlpatterns = [
    path("join/", membership.join, name="join"),
    path("settings/", membership.settings_page, name="settings"),
    path("settings/leave/", membership.leave, name="leave"),
    path("members/<str:public_id>/", membership.member_page, name="member"),
    path("notices/", notices.notices_page, name="notices"),
    path("notices/read/", notices.mark_read, name="notices-read"),
    path("accounts/2fa/", RedirectView.as_view(pattern_name="mfa_list_webauthn")),
    path("accounts/password/<path:rest>", membership.no_password),
]
