"""A member on whom the lot fell for three cases, in a browser of their own."""

import pytest
from django.test import Client

from tests.factories.dockets import Sitting, make_sitting


@pytest.fixture
def sitting(college) -> Sitting:
    return make_sitting(3)


@pytest.fixture
def browser_of(signed_in, sitting) -> Client:
    return signed_in(sitting.member)
