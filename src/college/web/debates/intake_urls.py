"""The addresses of briefs, remarks, positions, invitations and the moderators' moves."""

from django.urls import path

from college.web.debates import (
    briefs,
    claiming,
    invitations,
    moderation,
    positions,
    quoting,
    remarks,
)

_DEBATE = "debates/<slug:slug>/"
_BRIEF = f"{_DEBATE}brief/<str:public_id>/"
_REMARK = f"{_DEBATE}remarks/<str:public_id>/"
_CLAIM = f"{_REMARK}claims/<str:claim_id>/"
_MOVES = f"{_DEBATE}moderation/"
_MOVE = f"{_MOVES}<str:public_id>/"

urlpatterns = [
    path(_BRIEF, briefs.brief_page, name="brief"),
    path(f"{_BRIEF}page/<int:page>/", briefs.brief_page, name="brief-page"),
    path(_REMARK, remarks.remark_page, name="remark"),
    path(f"{_REMARK}claim/", claiming.claim, name="remark-claim"),
    path(f"{_REMARK}withdraw/", claiming.withdraw, name="remark-withdraw"),
    path(_CLAIM, claiming.confirm, name="remark-confirm"),
    path(f"{_CLAIM}object/", claiming.object_to_claim, name="remark-object"),
    path(f"{_CLAIM}take-back/", claiming.take_back, name="remark-take-back"),
    path(f"{_DEBATE}passages/<str:public_id>/", remarks.passage_page, name="passage"),
    path(f"{_DEBATE}quote/<str:public_id>/", quoting.quote, name="quote"),
    path(f"{_DEBATE}quote/<str:public_id>/position/", positions.mark, name="position-mark"),
    path(f"{_DEBATE}positions/", positions.listed, name="positions"),
    path(f"{_DEBATE}positions/<str:public_id>/", positions.assign, name="position-assign"),
    path(f"{_DEBATE}invitations/new/", invitations.write, name="invite"),
    path(f"{_DEBATE}invitations/<str:public_id>/", invitations.show, name="invitation"),
    path(f"{_DEBATE}invitations/<str:public_id>/end/", invitations.end, name="invitation-end"),
    path("i/<slug:code>/", invitations.guest, name="guest"),
    path(_MOVES, moderation.page, name="moderation"),
    path(f"{_MOVES}propose/<slug:kind>/", moderation.propose, name="move-propose"),
    path(f"{_MOVE}second/", moderation.second, name="move-second"),
    path(f"{_MOVE}agree/", moderation.agree, name="move-agree"),
    path(f"{_MOVE}object/", moderation.object_to, name="move-object"),
]
