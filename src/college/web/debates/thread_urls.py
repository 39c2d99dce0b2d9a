"""The addresses of what is said in debates, and of saying it."""

from django.urls import path

from college.web.debates import (
    budgets,
    challenges,
    claims,
    concessions,
    contributions,
    definitions,
    evidence,
    reading,
    reasons,
    revisions,
    search,
    ways,
)

_DEBATE = "debates/<slug:slug>/"
_ONE = f"{_DEBATE}c/<str:public_id>/"

urlpatterns = [
    path("search/", search.everywhere, name="search"),
    path(f"{_DEBATE}search/", search.in_debate, name="debate-search"),
    path(f"{_DEBATE}similar/", search.similar, name="similar"),
    path(f"{_DEBATE}from/<str:after>/", reading.further, name="debate-further"),
    path(f"{_DEBATE}challenges/", challenges.listed, name="challenges"),
    path(f"{_DEBATE}challenges/from/<str:after>/", challenges.listed, name="challenges-further"),
    path(f"{_DEBATE}definitions/", definitions.senses, name="definitions"),
    path(f"{_DEBATE}budget/", budgets.table, name="budget"),
    path(f"{_DEBATE}say/", ways.say, name="say"),
    path(f"{_DEBATE}say/<slug:way>/", ways.about, name="say-about"),
    path(f"{_DEBATE}claim/", claims.add, name="claim"),
    path(f"{_DEBATE}define/", definitions.define, name="define"),
    path(f"{_DEBATE}links/<str:public_id>/confirm/", revisions.confirm, name="link-confirm"),
    path(_ONE, contributions.page, name="contribution"),
    path(f"{_ONE}from/<str:after>/", contributions.page, name="contribution-further"),
    path(f"{_ONE}r/<int:number>/", contributions.revision, name="revision"),
    path(f"{_ONE}why/", reasons.why, name="why"),
    path(f"{_ONE}object/", reasons.oppose, name="object"),
    path(f"{_ONE}ask/", challenges.ask, name="ask"),
    path(f"{_ONE}source/", evidence.bring, name="source"),
    path(f"{_ONE}limit/", revisions.limit, name="limit"),
    path(f"{_ONE}answer/", challenges.give_answer, name="answer"),
    path(f"{_ONE}concede/", concessions.concede, name="concede"),
    path(f"{_ONE}revoke/", concessions.revoke, name="revoke"),
    path(f"{_ONE}reword/", revisions.reword, name="contribution-reword"),
    path(f"{_ONE}replace/", revisions.replace, name="contribution-replace"),
    path(f"{_ONE}withdraw/", revisions.take_back, name="contribution-withdraw"),
]
