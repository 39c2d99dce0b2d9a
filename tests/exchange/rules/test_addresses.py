"""Where an article can be read."""

import pytest

from college.exchange.rules.addresses import is_web_address


@pytest.mark.parametrize("words", ["https://paper.example/ferry", "http://paper.example"])
def test_web_address(words):
    assert is_web_address(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "paper.example/ferry",
        "ftp://paper.example/",
        "javascript:alert(1)",
        "https://",
        "https://paper.example/a b",
        "https://paper.example/\u202e",
        "https://[paper/",
        "https://paper.example/" + "a" * 1000,
    ],
)
def test_no_web_address(words):
    assert not is_web_address(words)
