"""The people, the register and the frames of the sample debates are sound."""

import re
from collections import Counter

import pytest

from college.debates.rules.kinds import MoveKind
from college.ground.charter import Preset, load
from tests.cli.sample_texts import DEBATES, Table, holdings, pieces, read

PERSONAS = ("member", "delegate", "moderator", "steward")
CHARTER = load(Preset.ASSEMBLY)
PEOPLE = {person["key"]: person for person in read("people.toml")["people"]}


@pytest.fixture(params=DEBATES)
def debate(request: pytest.FixtureRequest) -> Table:
    return read(f"{request.param}/debate.toml")


def test_people_one_persona_of_each_kind_and_two_stewards() -> None:
    personas = Counter(p["persona"] for p in PEOPLE.values() if "persona" in p)
    assert personas == Counter(PERSONAS)
    assert sum(p.get("steward", False) for p in PEOPLE.values()) == 2
    names = [p["public_name"] for p in PEOPLE.values()]
    assert len(set(names)) == len(names) == len(read("people.toml")["people"])
    assert all(len(name) <= CHARTER.lengths.public_name for name in names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", key) for key in PEOPLE)


def test_personas_have_their_office_in_the_first_debate() -> None:
    debate = read(f"{DEBATES[0]}/debate.toml")
    by_persona = {p["persona"]: p["key"] for p in PEOPLE.values() if "persona" in p}
    assert by_persona["delegate"] in {v["delegate"] for v in debate["viewpoints"]}
    assert by_persona["moderator"] in debate["moderators"]
    assert holdings(debate)[by_persona["member"]]
    assert by_persona["steward"] not in holdings(debate)


def test_register_names_known_people_and_subjects() -> None:
    subjects = read("people.toml")["subjects"]
    questions = read("register.toml")["questions"]
    assert len({q["key"] for q in questions}) == len(questions) == 6
    for question in questions:
        assert question["by"] in PEOPLE
        assert question["subject"] in subjects
        assert len(question["question"]) <= CHARTER.lengths.question
        assert len(question["place"]) <= CHARTER.lengths.scope
        assert len(question["period"]) <= CHARTER.lengths.scope


def test_debate_frame_is_sound(debate: Table) -> None:
    held = holdings(debate)
    assert set(held) <= set(PEOPLE)
    assert len(held) == sum(len(v["holders"]) for v in debate["viewpoints"]) + len(
        debate["undecided"]
    )
    assert len(debate["viewpoints"]) >= 4
    for viewpoint in debate["viewpoints"]:
        assert {viewpoint["proposer"], viewpoint["delegate"]} <= set(viewpoint["holders"])
        assert 80 <= len(viewpoint["statement"].split()) <= 160
        assert len(viewpoint["name"]) <= CHARTER.lengths.viewpoint_name
    for field, most in (("question", "question"), ("place", "scope"), ("period", "scope")):
        assert len(debate[field]) <= getattr(CHARTER.lengths, most)
    pair = [held[m] for m in debate["moderators"]]
    assert len(set(pair)) == 2
    assert all(pair)
    assert not set(debate["moderators"]) & {v["delegate"] for v in debate["viewpoints"]}
    assert len({held[d["by"]] for d in debate["drafts"]}) == 2
    assert debate["subject"] in read("people.toml")["subjects"]
    asked = {q["question"] for q in read("register.toml")["questions"]}
    assert {t["question"] for t in debate["turns_on"]} <= asked


def test_quoted_words_are_in_the_article(debate: Table) -> None:
    passages, remarks = pieces(debate)
    where = {"passage": passages, "remark": remarks}
    quoted = [q for one in debate["contributions"] for q in one.get("quotes", [])]
    assert quoted
    for quote in quoted:
        assert sum(quote["exact"] in piece for piece in where[quote["in"]]) == 1, quote["exact"]
    for position in debate["positions"]:
        assert sum(position["exact"] in piece for piece in passages + remarks) == 1, position


def test_positions_leave_one_that_nobody_speaks_for(debate: Table) -> None:
    keys = {v["key"] for v in debate["viewpoints"]}
    spoken_for = [p["viewpoint"] for p in debate["positions"] if "viewpoint" in p]
    assert set(spoken_for) == keys
    assert len(debate["positions"]) == len(spoken_for) + 1
    assert {p["by"] for p in debate["positions"]} <= set(holdings(debate))


def test_moves_are_the_pairs_and_give_a_reason(debate: Table) -> None:
    targets = {one["key"] for one in debate["contributions"]}
    targets |= {v["key"] for v in debate["viewpoints"]}
    for move in debate["moves"]:
        assert move["kind"] in set(MoveKind)
        assert {move["by"], move["seconded_by"]} == set(debate["moderators"])
        assert move.get("target") is None or move["target"] in targets
        assert 0 < len(move["reason"]) <= CHARTER.lengths.reason
        assert 0 < move["day"] < debate["opened_days_ago"]
