"""A case whose seats are called, and somebody who sits on it."""

import pytest
from django.db import transaction

from college.committees.models import Case
from tests.factories.colleges import make_college
from tests.factories.committees import make_roster
from tests.factories.service import Juror, make_cases, make_juror


@pytest.fixture
def case(db) -> Case:
    make_college()
    with transaction.atomic():
        make_roster()
    return make_cases(1)[0]


@pytest.fixture
def juror(case) -> Juror:
    return make_juror(case)
