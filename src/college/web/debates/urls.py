"""The addresses of debates."""

from django.urls import path
from django.views.generic import RedirectView

from college.web.debates import (
    controls,
    debates,
    delegates,
    drafts,
    hearing_urls,
    holdings,
    intake_urls,
    moderators,
    objections,
    questions,
    stages,
    taking_part,
    thread_urls,
    viewpoints,
)

_DEBATE = "debates/<slug:slug>/"
_PART = f"{_DEBATE}take-part/"
_VIEWPOINT = f"{_DEBATE}viewpoints/<str:public_id>/"
_DELEGATE = f"{_DEBATE}delegates/<str:public_id>/"

_FRAME = [
    path("", debates.front, name="front"),
    path("debates/", debates.listed, name="debates"),
    path("debates/from/<str:before>/", debates.listed, name="debates-from"),
    path("subjects/", RedirectView.as_view(pattern_name="debates")),
    path("subjects/<slug:subject>/", debates.of_subject, name="subject"),
    path("subjects/<slug:subject>/from/<str:before>/", debates.of_subject, name="subject-from"),
    path("questions/", questions.register, name="questions"),
    path("questions/add/", questions.add, name="question-add"),
    path("questions/propose/", questions.propose, name="question-propose"),
    path("questions/subjects/", stages.new_subject, name="subject-add"),
    path(_DEBATE, debates.debate_page, name="debate"),
    path(f"{_DEBATE}wordings/", questions.wordings, name="wordings"),
    path(f"{_DEBATE}frame/", drafts.frame, name="frame"),
    path(_VIEWPOINT, viewpoints.viewpoint_page, name="viewpoint"),
    path(f"{_VIEWPOINT}reword/", viewpoints.reword, name="viewpoint-reword"),
    path(f"{_VIEWPOINT}object/", objections.to_viewpoint, name="viewpoint-object"),
    path(f"{_VIEWPOINT}offer/", delegates.offer, name="delegate-offer"),
    path(f"{_DELEGATE}object/", objections.to_delegate, name="delegate-object"),
    path(f"{_DELEGATE}step-down/", delegates.step_down, name="delegate-step-down"),
    path(f"{_DEBATE}objections/<str:public_id>/withdraw/", objections.withdraw, name="withdraw"),
    path(_PART, taking_part.taking_part, name="take-part"),
    path(f"{_PART}propose/", questions.propose_registered, name="propose-registered"),
    path(f"{_PART}reword/", questions.reword, name="question-reword"),
    path(f"{_PART}object/", objections.to_question, name="question-object"),
    path(f"{_PART}turn/", questions.add_turn, name="turn-add"),
    path(f"{_PART}hold/", holdings.hold, name="hold"),
    path(f"{_PART}viewpoint/", viewpoints.propose, name="viewpoint-propose"),
    path(f"{_PART}draft/", drafts.write, name="draft"),
    path(f"{_PART}drafts/<str:public_id>/use/", drafts.use, name="draft-use"),
    path(f"{_PART}seat/", moderators.take_seat, name="seat"),
    path(f"{_PART}seat/leave/", moderators.leave_seat, name="seat-leave"),
    path(f"{_PART}settings/", stages.settings_page, name="settings-debate"),
    path(f"{_PART}settings/control/", controls.offer, name="control-offer"),
    path(f"{_PART}settings/dates/", stages.dates, name="dates"),
    path(f"{_PART}settings/subject/", stages.subject, name="file"),
    path(f"{_PART}settings/address/", stages.address, name="address"),
]

urlpatterns = [
    *_FRAME,
    *thread_urls.urlpatterns,
    *intake_urls.urlpatterns,
    *hearing_urls.urlpatterns,
]
