"""Search, on whichever database the tests run."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from college.debates.actions.claims import add_claim
from college.debates.actions.evidence import add_evidence
from college.debates.actions.revisions import revise
from college.debates.actions.withdrawals import withdraw
from college.debates.models import Searched
from college.debates.queries.search import search, similar
from college.record.actions.texts import erase, release, withhold
from tests.debates.actions.said import LINE, make_room
from tests.factories.colleges import make_college
from tests.factories.debates import make_debate

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    """What is said alone: question and viewpoints have the same words and their own test."""
    make_college()
    made = make_room()
    Searched.objects.all().delete()
    return made


def subjects(hits) -> list[str]:
    return [hit.subject for hit in hits]


def test_text_is_found_by_its_stems_newest_first(room):
    one = room.claim(room.one, "The ferry is running in winter.")
    two = room.claim(room.two, "Ferries ran in every winter.")
    assert subjects(search("ferries winters")) == [two.public_id, one.public_id]
    assert subjects(search("ferry running")) == [one.public_id]
    assert search("tram") == search("  ") == search("!?") == []


def test_search_reads_on_from_a_key_and_keeps_to_a_debate_and_a_kind(room):
    rows = [room.claim(room.one, f"The ferry, part {n}.") for n in range(3)]
    other = make_debate(wording="Should the bridge be open to bicycles at night?")
    add_claim(other.act(room.one), other.debate, form="value", text="No ferry here.")
    first = search("ferry", debate=room.debate, size=1)
    assert subjects(first) == [rows[2].public_id, rows[1].public_id]  # one more, to know of more
    rest = search("ferry", debate=room.debate, before=first[0].key, size=1)
    assert subjects(rest) == [rows[1].public_id, rows[0].public_id]
    assert len(search("ferry", kind="claim")) == 4
    assert search("ferry", kind="evidence") == []


def test_evidence_is_found_by_its_quotation_and_its_source(room):
    evidence = add_evidence(
        room.act(room.one),
        room.debate,
        bears_on=room.claim(room.one),
        form="for",
        source=LINE,
        quotation="Nine hundred tickets.",
    )
    assert subjects(search("tickets")) == [evidence.public_id]
    assert subjects(search("harbour accounts")) == [evidence.public_id]


def test_newest_wording_is_found_and_no_older_one(room):
    claim = room.claim(room.one, "The fery runs in winter.")
    revise(room.act(room.one, minutes=1), claim, text="The ferry runs in winter.", expected=1)
    assert search("fery") == []
    assert subjects(search("ferry")) == [claim.public_id]


def words_in_the_index(word: str) -> int:
    """How often a word stands in the index itself, whatever the texts' states."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT count(*) FROM debates_words WHERE debates_words MATCH %s", [word]
            )
        else:
            cursor.execute(
                "SELECT count(*) FROM debates_searched WHERE words @@ to_tsquery('simple', %s)",
                [word],
            )
        return int(cursor.fetchone()[0])


def test_erased_text_leaves_the_index_whoever_erases_it(room):
    claim = room.claim(room.one, "Zanzibar is an isle.")
    assert words_in_the_index("zanzibar") == 1
    erase(room.act(room.one), claim.revisions.get().text, ground="law")
    assert words_in_the_index("zanzibar") == 0
    assert not Searched.objects.filter(subject=claim.public_id).exists()


def test_withdrawn_text_leaves_the_index(room):
    claim = room.claim(room.one, "Zanzibar is an isle.")
    withdraw(room.act(room.one, hours=1), claim)
    assert words_in_the_index("zanzibar") == 0


def test_withheld_text_is_not_found_until_it_is_released(room):
    claim = room.claim(room.one, "Zanzibar is an isle.")
    text = claim.revisions.get().text
    withhold(
        room.act(room.one), text, ground="threat", case="", until=room.act(room.one, days=3).at
    )
    assert search("zanzibar") == []
    assert similar("Zanzibar isle", debate=room.debate) == []
    release(room.act(room.one, days=1), text)
    assert subjects(search("zanzibar")) == [claim.public_id]


def test_claims_like_what_is_written_are_offered_in_the_order_of_time(room):
    one = room.claim(room.one, "Nine people a day took the ferry last winter.")
    two = room.claim(room.two, "In winter the ferry was taken by nine people each day.")
    room.claim(room.one, "The bridge is closed.")
    found = similar("how many people took the ferry in winter", debate=room.debate)
    assert subjects(found) == [one.public_id, two.public_id]


@given(
    typed=st.text(max_size=80) | st.sampled_from(['"', "a OR", "NEAR(", "d1 AND *", "'; --", "a:b"])
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
def test_nothing_that_is_typed_is_syntax(room, typed):
    search(typed, debate=room.debate)
    similar(typed, debate=room.debate)


@pytest.mark.parametrize(
    "typed", ["ferry OR tram", "ferry -winter", '"ferry', "words:ferry", "ferry*"]
)
def test_operators_are_only_words(room, typed):
    room.claim(room.one, "The ferry runs in winter.")
    expected = 1 if typed in {'"ferry', "ferry*", "ferry -winter"} else 0
    assert len(search(typed)) == expected
