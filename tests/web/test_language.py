"""Every sentence a reader meets went through translation."""

import pytest
from django.test import Client

from tests.plugins.language import unmarked


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/nothing-is-here/", "/accounts/login/", "/join/", "/help/"])
def test_page_holds_no_word_that_no_translator_sees(path: str, marked: None) -> None:
    answer = Client().get(path, follow=True)
    page = answer.content.decode()
    assert "⟦" in page
    assert unmarked(page) == []


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<p>⟦All debates⟧ · 3</p>", []),
        ("<p>All debates</p>", ["All debates"]),
        ("<p>⟦By <a href='/x/'>Ξένη</a> on time⟧</p>", []),
        ("<p>⟦By ⟦delegate⟧ of⟧ Ξένη</p>", []),
        ("<p>⟦Open until <time>7 ⟦May⟧</time>, then closed⟧</p>", []),
        ("<img alt='A picture'>", ["A picture"]),
        ("<code>college found</code>", []),
    ],
)
def test_unmarked_words_are_found(page: str, found: list[str]) -> None:
    assert unmarked(page) == found
