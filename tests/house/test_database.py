"""The tests run on the database that was asked for, and not on another one, all green."""

import os

import pytest
from django.db import connection


@pytest.mark.django_db
def test_database_is_the_one_asked_for(request: pytest.FixtureRequest) -> None:
    assert connection.vendor == request.config.getoption("--database")


def test_home_is_a_fresh_folder_of_the_tests() -> None:
    assert "college-tests-" in os.environ["COLLEGE_HOME"]
