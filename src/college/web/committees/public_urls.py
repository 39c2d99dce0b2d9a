"""The addresses of what everybody reads of the committees."""

from django.urls import path

from college.web.committees import areas, cases, draws, rosters, strength

_AREA = "committees/areas/<str:area>/"
_CASE = "committees/cases/<str:public_id>/"

urlpatterns = [
    path("committees/", areas.front, name="committees"),
    path(_AREA, areas.area, name="area"),
    path(f"{_AREA}page/<int:number>/", areas.area_page, name="area-page"),
    path("committees/rosters/<int:number>/", rosters.page, name="roster"),
    path("committees/strength/", strength.page, name="strength"),
    path(_CASE, cases.page, name="case"),
    path(f"{_CASE}vote/", cases.vote, name="case-vote"),
    path(f"{_CASE}draw/", draws.first, name="case-first-draw"),
    path(f"{_CASE}draw/<int:number>/", draws.page, name="case-draw"),
]
