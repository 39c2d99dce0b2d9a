"""Where a refusal leads: readers sign in, and come back to the very address they asked for."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]


@pytest.mark.parametrize(
    "asked",
    [
        "/notices/",
        "/desk/?a=1&b=2&next=//evil.example/",
        "/notices/?page=2&next=https://evil.example/#x",
    ],
)
def test_reader_comes_back_to_the_whole_address(asked):
    """What follows an ampersand is part of the address, never a place of its own to go to."""
    where = urlsplit(Client().get(asked).url)
    came_from = asked.partition("#")[0]
    assert where.path == "/accounts/login/"
    assert parse_qs(where.query) == {"next": [came_from]}
