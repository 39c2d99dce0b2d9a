"""Every address, asked by everybody with everything: no page breaks, and no GET changes anything."""

import pytest
from django.apps import apps
from django.test import Client
from django.urls.converters import IntConverter

from tests.web.worlds import ROLES, World, addresses, filled, routes

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

UGLY = ("\x00", "..", "0" * 400, "7h2m9k4qx0c5t", "a\nb", "%2e%2e/", "\ufdfd\u202e", "'\"<b>")
NUMBERS = ("0", str(2**63 - 1), str(2**63), "9" * 5000)
#: All at once: a page reads what it knows.
QUERY = {
    "before": "9" * 15,
    "quote": "²,²,² x,1,2",
    "exact": "e",
    "words": "\"' NEAR(a b) -x * : _ () ² %",
    "reuse": "\ufffd",
    "position": "'",
    "contribution": "<b>",
    "viewpoint": "x",
    "next": "//evil.example/",
    "page": "²",
    "what": "²",
}
#: Rows that signing in writes, and nobody's debate.
_OWN = ("sessions.", "account.", "mfa.")


@pytest.fixture
def world(college) -> World:
    return World()


def _rows() -> dict[str, list]:
    return {
        model._meta.label: list(model.objects.order_by("pk").values_list())
        for model in apps.get_models()
        if not model._meta.label.startswith(_OWN)
    }


def _browser(signed_in, member) -> Client:
    client = signed_in(member) if member else Client()
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("role", ROLES)
def test_no_get_breaks_or_changes_anything(world, signed_in, role):
    client = _browser(signed_in, world.people[role])
    before, broken = _rows(), []
    for path in addresses(world):
        found = client.get(path)
        broken += [path] * (found.status_code >= 500)
        if found.status_code == 200:
            broken += [f"{path} ?"] * (client.get(path, QUERY).status_code >= 500)
    assert not broken
    assert _rows() == before


@pytest.mark.parametrize("role", ["reader", "holder"])
def test_no_ugly_address_breaks_a_page(world, signed_in, role):
    client, broken = _browser(signed_in, world.people[role]), []
    for route, converters in routes():
        for name, converter in converters.items():
            for value in NUMBERS if isinstance(converter, IntConverter) else UGLY:
                path = filled(route, converters, world.values(**{name: value}))
                for send in (client.get, client.post):
                    broken += [path] * (send(path).status_code >= 500)
    assert not broken
