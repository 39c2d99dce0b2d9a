"""The page of an area's figures: what it says, and what it never says."""

import re

import pytest
from django.test import Client, override_settings

from college.committees.rules.areas import Area
from college.web.public_cache import is_published
from tests.factories.colleges import make_college
from tests.factories.people import make_member
from tests.factories.settled import make_settled

pytestmark = [pytest.mark.django_db, pytest.mark.urls("college.web.committees.audit_urls")]
PAGE = "/committees/areas/conduct/statistics/"
V, W = "v" * 13, "w" * 13


@pytest.fixture(autouse=True)
def college():
    make_college()


def words(path: str = PAGE) -> str:
    response = Client().get(path)
    assert response.status_code == 200
    text = re.sub(r"<svg.*?</svg>|<head>.*?</head>", "", response.content.decode(), flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


@pytest.mark.parametrize("area", list(Area))
def test_every_area_has_its_page_and_it_is_published(area):
    response = Client().get(f"/committees/areas/{area.value}/statistics/")
    assert is_published(response)


def test_an_area_that_is_none_has_no_page():
    assert Client().get("/committees/areas/weather/statistics/").status_code == 404


def test_too_few_cases_are_never_called_no_difference():
    make_settled(7, granted=3, side=V)
    text = words()
    assert "Not enough cases to say: 7 of at least 20" in text
    assert "known only to ± 22 points" in text
    assert "no bias" not in text.lower()
    assert "no difference" not in text.lower()


def test_enough_cases_are_shown_with_interval_power_and_picture():
    own, others = [make_member() for _ in range(20)], [make_member() for _ in range(20)]
    make_settled(40, granted=30, side=V, authors=own)
    make_settled(40, granted=10, side=W, authors=others)
    text = words()
    assert "40 of 80" in text
    assert "50 %, between 39 and 61" in text
    assert re.search(r"3\.00 times as often, 1\.\d\d to \d\.\d\d; p 0\.001", text)
    assert "show a difference of 2." in text
    assert text.count("This stands out") == 2
    html = Client().get(PAGE).content.decode()
    assert html.count('class="bar"') == 3
    assert "style=" not in html


def test_a_member_is_nowhere_on_the_page():
    author = make_member()
    make_settled(40, granted=30, side=V, authors=[author])
    make_settled(40, granted=10, side=W, authors=[make_member() for _ in range(9)])
    html = Client().get(PAGE).content.decode()
    assert author.public_id not in html
    assert "too few authors for an interval" in html


@pytest.mark.parametrize(
    ("identity", "void"), [("email", True), ("institution", False), ("person", False)]
)
def test_strength_is_void_without_identity_control(identity, void):
    with override_settings(IDENTITY=identity):
        assert ("every figure of strength is void here" in words()) is void


def test_all_of_one_kind_draws_no_impossible_interval():
    make_settled(20, granted=20, side=V, authors=[make_member() for _ in range(20)])
    make_settled(20, granted=0, side=W, authors=[make_member() for _ in range(20)])
    text = words()
    assert "No ratio: on one side nothing was restricted" in text
    assert "20 of 20" in text
