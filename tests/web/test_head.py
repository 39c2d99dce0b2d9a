"""A reader's program may ask for the head of a public page alone."""

import pytest
from django.test import Client

from tests.factories.colleges import make_college
from tests.factories.debates import make_debate

pytestmark = pytest.mark.django_db
PAGES = ["/", "/debates/", "/questions/", "/search/", "/help/", "/debates/{slug}/"]
PAGES += [f"/debates/{{slug}}/{part}/" for part in ("say", "challenges", "moderation", "frame")]


@pytest.mark.parametrize("page", PAGES)
def test_head_of_a_public_page_is_that_of_the_page(client: Client, page: str) -> None:
    make_college()
    address = page.format(slug=make_debate().debate.slug)
    head, whole = client.head(address), client.get(address)
    assert head.status_code == whole.status_code == 200
    assert head.content == b""
    assert head["content-type"] == whole["content-type"]
    assert client.delete(address).status_code == 405
