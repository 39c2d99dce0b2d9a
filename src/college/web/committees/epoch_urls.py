"""The addresses of epochs and of their contributors' page."""

from django.urls import path

from college.web.committees import contributing, epochs

_EPOCH = "committees/contribute/<str:epoch>/"

urlpatterns = [
    path("committees/epochs/", epochs.front, name="epochs"),
    path("committees/epochs/page/<int:number>/", epochs.page, name="epochs-page"),
    path("committees/epochs/<int:number>/", epochs.epoch, name="epoch"),
    path("committees/contribute/", contributing.page, name="contribute"),
    path("committees/contribute/now/", contributing.now, name="contribute-now"),
    path("committees/contribute/state/", contributing.state, name="contribute-state"),
    path("committees/contribute/key/", contributing.key, name="contribute-key"),
    path(f"{_EPOCH}commit/", contributing.commit, name="contribute-commit"),
    path(f"{_EPOCH}lodge/", contributing.lodge, name="contribute-lodge"),
    path(f"{_EPOCH}acknowledge/", contributing.acknowledge, name="contribute-acknowledge"),
    path(f"{_EPOCH}reveal/", contributing.reveal, name="contribute-reveal"),
    path(f"{_EPOCH}open/", contributing.open_shares, name="contribute-open"),
]
