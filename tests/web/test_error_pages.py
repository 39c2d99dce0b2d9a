"""The calm pages: what they say stands, whatever is broken."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory


def test_broken_page_needs_no_request_and_no_database() -> None:
    html = render_to_string("500.html")
    assert "Something is broken on our side" in html
    assert '<link rel="stylesheet" href="/static/css/base.css">' in html


@pytest.mark.parametrize(
    ("template", "heading"),
    [
        ("400.html", "This could not be read"),
        ("403.html", "This is not yours to do"),
        ("403_csrf.html", "Please send that once more"),
        ("404.html", "Nothing is kept under this address"),
    ],
)
def test_error_page_says_what_to_do_and_is_not_indexed(
    rf: RequestFactory, template: str, heading: str
) -> None:
    html = render_to_string(template, request=_anonymous(rf))
    assert f"<h1>{heading}</h1>" in html
    assert '<meta name="robots" content="noindex">' in html


def test_refusal_page_says_the_sentence_and_that_nothing_was_changed(rf: RequestFactory) -> None:
    context = {"title": "That was not possible", "sentence": "Too long by <12> words."}
    html = render_to_string("errors/refusal.html", context, request=_anonymous(rf))
    assert "Too long by &lt;12&gt; words." in html
    assert "Nothing was changed." in html


def _anonymous(rf: RequestFactory) -> HttpRequest:
    request = rf.get("/somewhere/")
    request.user = AnonymousUser()
    request._messages = CookieStorage(request)
    return request
