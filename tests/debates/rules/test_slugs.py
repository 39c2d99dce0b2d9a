"""Addresses made from wordings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.debates.rules import slugs


@given(st.text(max_size=400))
def test_stem_of_any_text_is_an_address(wording):
    assert slugs.is_slug(slugs.stem(wording))


@pytest.mark.parametrize(
    ("wording", "slug"),
    [
        ("Should Lindhaven offer night buses?", "lindhaven-offer-night-buses"),
        ("How is it to be?", "how-is-it-to-be"),
        ("Сколько стоит проезд?", "question"),
        ("Café — déjà vu, naïve façade?", "cafe-deja-vu-naive-facade"),
        ("From?", "question"),
        ("x" * 100 + "?", "x" * slugs.LONGEST),
    ],
)
def test_stem(wording, slug):
    assert slugs.stem(wording) == slug


@given(st.sets(st.integers(1, 30)))
def test_free_address_is_new_and_the_first(numbers):
    taken = {"ferry" if n == 1 else f"ferry-{n}" for n in numbers}
    found = slugs.free("ferry", taken)
    assert found not in taken
    first = min(set(range(1, 32)) - numbers)
    assert found == ("ferry" if first == 1 else f"ferry-{first}")


@pytest.mark.parametrize("text", ["", "Ferry", "a--b", "-a", "a-", "a b", "ä", "from", "a" * 61])
def test_no_address(text):
    assert not slugs.is_slug(text)
