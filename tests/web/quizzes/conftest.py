"""A quiz whose items are written, somebody who writes them, and limits that begin anew."""

import pytest
from django.core.cache import cache
from django.test import Client

from college.ground.charter import Charter
from tests.factories.colleges import make_college
from tests.factories.people import make_member
from tests.factories.quizzes import Bank, make_quiz


@pytest.fixture
def bank() -> Bank:
    make_college()
    return make_quiz()


@pytest.fixture
def writer(bank):
    return make_member()


@pytest.fixture
def browser(writer, signed_in) -> Client:
    return signed_in(writer)


@pytest.fixture
def charter(college) -> Charter:
    """Of a College in which nobody has begun a quiz today."""
    cache.clear()
    return college
