"""Sentences at the editor's desk: wordings that two save at once, and what a sentence rests on."""

import pytest

from college.debates.actions.revisions import revise
from college.summaries.rules.life import Side
from tests.factories.summaries import Desk, make_summary
from tests.web.summaries.desks import SENTENCE, of, shown, url

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]


@pytest.fixture
def desk() -> Desk:
    return make_summary()


def test_stale_base_stands_beside_and_is_taken(desk: Desk, signed_in) -> None:
    row = desk.write(Side.FIRST, SENTENCE)
    one, two = (signed_in(member) for member in desk.teams[1])
    one.post(of(desk, row, "reword"), {"words": "The ferry runs twice a day.", "base": "1"})
    answer = two.post(
        of(desk, row, "reword"), {"words": "It never runs at all.", "base": "1"}, follow=True
    )
    page = shown(answer)
    assert "Both wordings are kept" in page
    assert "Saved meanwhile" in page
    assert f"take-{row.statement}-3" in page
    two.post(of(desk, row, "take/3"))
    row.refresh_from_db()
    assert row.wordings.get(number=row.head).words == "It never runs at all."
    assert "Saved meanwhile" not in shown(two.get(url(desk, "desk/disputed/")))


def test_wording_beside_is_dismissed_and_stays_among_the_earlier(desk: Desk, signed_in) -> None:
    row = desk.write(Side.FIRST, SENTENCE)
    one, two = (signed_in(member) for member in desk.teams[1])
    one.post(of(desk, row, "reword"), {"words": "The ferry runs twice a day.", "base": "1"})
    two.post(of(desk, row, "reword"), {"words": "It never runs at all.", "base": "1"})
    one.post(of(desk, row, "dismiss/3"))
    assert "Saved meanwhile" not in shown(one.get(url(desk, "desk/disputed/")))
    page = shown(one.get(of(desk, row, "wordings")))
    assert "saved beside another editor" in page
    assert "the sentence now" in page


def test_script_that_saves_is_answered_in_json(desk: Desk, signed_in) -> None:
    row = desk.write(Side.FIRST, SENTENCE)
    client = signed_in(desk.teams[1][0])
    ask = {"headers": {"accept": "application/json"}}
    sent = {"words": "The ferry runs daily, they say.", "base": "1"}
    told = client.post(of(desk, row, "reword"), sent, **ask).json()
    assert told == {"number": 2, "words": sent["words"], "beside": False}
    refused = client.post(of(desk, row, "reword"), {"words": " ", "base": "2"}, **ask)
    assert refused.status_code == 422
    assert refused.json()["said"]
    away = signed_in(desk.reader).post(of(desk, row, "reword"), sent, **ask)
    assert away.status_code == 403
    assert away.json()["said"]


def test_refused_rewording_comes_back_in_its_field(desk: Desk, signed_in) -> None:
    row = desk.write(Side.FIRST, SENTENCE)
    typed = "Words without end. " * 200
    answer = signed_in(desk.teams[1][0]).post(
        of(desk, row, "reword"), {"words": typed, "base": "1"}
    )
    assert answer.status_code == 422
    assert f'aria-describedby="wrong-{row.statement}">{typed}' in shown(answer)


def test_reworded_source_shows_what_changed_and_is_confirmed(desk: Desk, signed_in) -> None:
    row = desk.write(Side.FIRST, SENTENCE)
    claim = desk.claims[0]
    _reword(desk, "The ferry runs daily!")
    client = signed_in(desk.teams[1][0])
    page = shown(client.get(url(desk, "desk/disputed/")))
    assert "Stale link" in page
    assert "<del>daily.</del>" in page
    assert "One source was reworded" in shown(client.get(url(desk, "desk/")))
    client.post(of(desk, row, f"confirm/{claim.public_id}"))
    assert "Stale link" not in shown(client.get(url(desk, "desk/disputed/")))
    assert row.links.get().pinned.number == 2


def _reword(desk: Desk, words: str) -> None:
    """As its author would have, had the debate still been open."""
    claim = desk.claims[0]
    type(desk.debate).objects.filter(pk=desk.debate.pk).update(stage="open")
    author = claim.author
    claim.refresh_from_db()
    revise(desk.act(author), claim, text=words, expected=1)
    type(desk.debate).objects.filter(pk=desk.debate.pk).update(stage="closed")


def test_pick_is_linked_to_a_sentence_and_let_go(desk: Desk, signed_in) -> None:
    row = desk.write(Side.FIRST, SENTENCE)
    other = desk.claims[1].public_id
    client = signed_in(desk.teams[1][0])
    client.post(of(desk, row, "link"), {"link": other, "words": ""})
    assert row.links.count() == 2
    client.post(of(desk, row, f"unlink/{other}"))
    assert row.links.count() == 1


def test_linking_loses_nothing_of_a_new_sentence(desk: Desk, signed_in) -> None:
    row = desk.write(Side.FIRST, SENTENCE)
    client = signed_in(desk.teams[1][0])
    sent = {"link": desk.claims[1].public_id, "words": "A half-written", "token": "t"}
    page = shown(client.post(of(desk, row, "link"), sent))
    assert "A half-written" in page
    assert "data-sent" not in page
    assert row.links.count() == 2


def test_linking_without_a_pick_says_so(desk: Desk, signed_in) -> None:
    row = desk.write(Side.FIRST, SENTENCE)
    answer = signed_in(desk.teams[1][0]).post(of(desk, row, "link"), {"words": ""})
    assert answer.status_code == 422
    assert "Nothing was picked" in shown(answer)
