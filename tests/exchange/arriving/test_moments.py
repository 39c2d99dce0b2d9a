"""Dates as they are written, and those that do not exist."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.exchange.arriving.moments import read_moment, split_moment, writes_day_first


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("January 11, 2022 at 11:31", (2022, 1, 11, 11, 31)),
        ("Jan 11th, 2022, 12:05 am", (2022, 1, 11, 0, 5)),
        ("Tuesday, January 11, 2022 at 12:05 p.m.", (2022, 1, 11, 12, 5)),
        ("11 January 2022", (2022, 1, 11, 0, 0)),
        ("11. Januar 2022 um 11:31 Uhr", (2022, 1, 11, 11, 31)),
        ("mardi 11 janvier 2022 à 11h31", (2022, 1, 11, 11, 31)),
        ("11 de enero de 2022", (2022, 1, 11, 0, 0)),
        ("2022-01-11T11:31:00Z", (2022, 1, 11, 11, 31)),
        ("2022-01-11 11:31:59.123456+02:00", (2022, 1, 11, 9, 31, 59)),
        ("2022-01-11T11:31-0530", (2022, 1, 11, 17, 1)),
        ("11.01.2022 11:31", (2022, 1, 11, 11, 31)),
        ("13/01/2022", (2022, 1, 13)),
        ("01/13/2022", (2022, 1, 13)),
        ("5/5/2022", (2022, 5, 5)),
    ],
)
def test_moment_read(written, moment):
    found = read_moment(written)
    assert found is not None
    assert (found.at, found.said, found.problem) == (datetime(*moment, tzinfo=UTC), written, None)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("February 30, 2022 at 11:31", "no-such-date"),
        ("2021-02-29", "no-such-date"),
        ("0000-00-00 00:00:00", "no-such-date"),
        ("2022-01-11 25:00", "no-such-date"),
        ("0001-01-01T00:00:00+23:59", "no-such-date"),
        ("3/4/2022", "ambiguous-date"),
        ("3 days ago", "relative-date"),
        ("about an hour ago", "relative-date"),
    ],
)
def test_moment_that_names_none_says_why(written, problem):
    found = read_moment(written)
    assert found is not None
    assert (found.at, found.problem) == (None, problem)


@pytest.mark.parametrize(
    "written", ["", "Sam F", "In 2014 we met", "Room 12, 2022", "12:30", "x" * 300]
)
def test_line_that_is_no_date_is_none(written):
    assert read_moment(written) is None


def test_date_at_the_end_of_a_line_is_split_from_the_name():
    split = split_moment("Jane January – January 11, 2022 at 11:31")
    assert split is not None
    assert (split[0], split[1].said) == ("Jane January –", "January 11, 2022 at 11:31")


def test_order_of_day_and_month_is_told_by_a_date_that_can_be_read_one_way():
    assert writes_day_first(["3/4/2022", "14/4/2022"]) is True
    assert writes_day_first(["3/4/2022", "4/14/2022"]) is False
    assert writes_day_first(["3/4/2022"]) is None


@given(st.text(max_size=250))
def test_any_text_is_read_or_is_none(text):
    split_moment(text)


@given(st.datetimes())
def test_every_moment_written_in_iso_is_read_back(moment):
    whole = moment.replace(microsecond=0)
    found = read_moment(whole.isoformat(sep=" "))
    assert found is not None
    assert found.at == whole.replace(tzinfo=UTC)
