"""Offers by likeness of words: what is alike, and what no sentence resembles."""

import string

from hypothesis import given
from hypothesis import strategies as st

from college.summaries.rules.suggestions import MOST, UNLIKE, Suggestions, suggestions

FERRY = ("ferry", "The ferry carried nine people a day last winter.")
AGAIN = ("again", "Last winter the ferry carried only nine people a day.")
BRIDGE = ("bridge", "A bridge would cost forty million and take ten years.")
HOSPITAL = ("hospital", "Patients reach the hospital by water alone when snow closes the pass.")
SAID = [FERRY, AGAIN, BRIDGE, HOSPITAL]

_texts = st.text(alphabet=string.ascii_lowercase[:6] + " ", max_size=30)
_said = st.lists(_texts, max_size=12).map(lambda ts: [(f"k{at}", t) for at, t in enumerate(ts)])


def test_contributions_with_the_same_words_are_offered_as_alike() -> None:
    (pair,) = suggestions(SAID, [], linked=()).alike
    assert (pair.first, pair.second) == ("ferry", "again")


def test_what_no_sentence_resembles_may_be_missing() -> None:
    written = ["In winter nine people a day took the ferry."]
    assert suggestions(SAID, written, linked=()).missing == ("bridge", "hospital")


def test_what_is_linked_is_not_missing_nor_what_repeats_it() -> None:
    written = ["Something else altogether stands here."]
    assert suggestions(SAID, written, linked={"ferry", "bridge"}).missing == ("hospital",)


def test_before_anything_is_written_nothing_is_missing() -> None:
    assert suggestions(SAID, [], linked=()).missing == ()


def test_without_contributions_there_is_nothing_to_offer() -> None:
    assert suggestions([], ["A sentence."], linked=()) == Suggestions()


def test_texts_without_words_are_neither_alike_nor_missing() -> None:
    assert suggestions([("a", "…"), ("b", "—")], ["A sentence."], linked=()) == Suggestions()


@given(said=_said, written=st.lists(_texts, max_size=6), data=st.data())
def test_offers_are_few_known_and_never_of_what_is_linked(said, written, data) -> None:
    ids = [key for key, _ in said]
    linked = set(data.draw(st.lists(st.sampled_from(ids))) if ids else [])
    found = suggestions(said, written, linked=linked)
    assert len(found.alike) <= MOST
    assert len(found.missing) <= MOST
    assert set(found.missing) <= set(ids) - linked
    assert list(found.missing) == sorted(found.missing, key=ids.index)
    for pair in found.alike:
        assert ids.index(pair.first) < ids.index(pair.second)
        assert UNLIKE < pair.likeness <= 1
    assert [p.likeness for p in found.alike] == sorted(
        (p.likeness for p in found.alike), reverse=True
    )


@given(said=_said)
def test_the_same_words_again_are_always_the_likest(said) -> None:
    told = "quarry lantern velvet harbour"
    found = suggestions([*said, ("x", told), ("y", told)], [], linked=())
    assert found.alike[0].likeness > 0.999
