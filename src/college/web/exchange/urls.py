"""The addresses of the exchange."""

from django.urls import path

from college.web.exchange import arrivals

urlpatterns = [
    path("import/", arrivals.hand_in, name="import"),
    path("import/<str:public_id>/", arrivals.arrival_page, name="arrival"),
    path("import/<str:public_id>/take/", arrivals.take, name="arrival-take"),
    path("import/<str:public_id>/drop/", arrivals.drop, name="arrival-drop"),
]
