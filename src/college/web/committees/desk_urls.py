"""The addresses of a panel member's desk and service."""

from django.urls import path

from college.web.committees import desk, keys, seats, service

urlpatterns = [
    path("committees/desk/", desk.docket, name="docket"),
    path("committees/desk/accept/", desk.accept_all, name="seats-accept"),
    path("committees/desk/seats/<str:public_id>/", seats.seat_page, name="seat"),
    path("committees/desk/seats/<str:public_id>/accept/", seats.accept, name="seat-accept"),
    path("committees/desk/seats/<str:public_id>/refuse/", seats.refuse, name="seat-refuse"),
    path("committees/desk/seats/<str:public_id>/sign/", seats.sign, name="seat-sign"),
    path("committees/desk/seats/<str:public_id>/cast/", seats.cast, name="seat-cast"),
    path("committees/desk/seats/<str:public_id>/sealed/", seats.sealed, name="seat-sealed"),
    path("committees/my-service/", service.page, name="service"),
    path("committees/my-service/duty/", service.choose_duty, name="duty"),
    path("committees/my-service/ties/", service.declare_tie, name="tie"),
    path("committees/my-service/ties/end/", service.end_tie, name="tie-end"),
    path("committees/my-service/leave/", service.leave, name="service-leave"),
    path("committees/my-service/<str:place_id>/keys/", keys.page, name="keys"),
    path(
        "committees/my-service/<str:place_id>/keys/passkey/", keys.enrol_passkey, name="key-passkey"
    ),
    path("committees/my-service/<str:place_id>/keys/device/", keys.enrol_device, name="key-device"),
    path(
        "committees/my-service/<str:place_id>/keys/software/",
        keys.enrol_software,
        name="key-software",
    ),
    path("committees/my-service/<str:place_id>/keys/revoke/", keys.revoke, name="key-revoke"),
]
