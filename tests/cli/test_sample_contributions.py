"""The contributions of the sample debates refer, answer and weigh as they should."""

from collections import Counter
from itertools import pairwise

import pytest

from college.debates.rules.kinds import FORMS, TARGETS, Kind
from college.ground.charter import Preset, load
from tests.cli.sample_texts import DEBATES, Table, holdings, links, read, spoken

CHARTER = load(Preset.ASSEMBLY)
OVERDUE = CHARTER.clocks.challenge_due.days
FIELDS = {
    Kind.CLAIM: {"variant", "text", "succeeds"},
    Kind.ARGUMENT: {"variant", "premises", "conclusion", "text"},
    Kind.EVIDENCE: {"variant", "bears_on", "text", "source", "quotation"},
    Kind.DEFINITION: {"term", "text"},
    Kind.CHALLENGE: {"variant", "on", "text"},
    Kind.ANSWER: {"to", "text", "points_to"},
    Kind.CONCESSION: {"viewpoint", "grants", "condition", "text"},
    Kind.QUALIFICATION: {"on", "text"},
}
EVERYWHERE = {"key", "kind", "by", "day", "quotes", "revise"}


@pytest.fixture(params=DEBATES)
def debate(request: pytest.FixtureRequest) -> Table:
    return read(f"{request.param}/debate.toml")


def test_contributions_have_the_fields_of_their_kind(debate: Table) -> None:
    held = holdings(debate)
    for one in debate["contributions"]:
        kind = Kind(one["kind"])
        assert set(one) <= EVERYWHERE | FIELDS[kind], one["key"]
        assert set(one) >= FIELDS[kind] - {"succeeds", "points_to"}, one["key"]
        assert one.get("variant", "") in FORMS[kind], one["key"]
        assert one["by"] in held, one["key"]
        if kind is Kind.CLAIM:
            assert len(one["text"]) <= CHARTER.lengths.claim, one["key"]
        if kind is Kind.EVIDENCE:
            wanted = {"author", "title", "publisher", "date", "url", "locator"}
            assert set(one["source"]) == wanted, one["key"]
            assert 0 < len(one["quotation"].split()) <= CHARTER.lengths.quotation, one["key"]
        if kind is Kind.CONCESSION:
            assert held[one["by"]] == one["viewpoint"], one["key"]


def test_contributions_come_in_order_and_refer_to_earlier_ones(debate: Table) -> None:
    seen: dict[str, Kind] = {}
    for one in debate["contributions"]:
        assert one["key"] not in seen
        for link, target in links(one):
            assert target in seen, (one["key"], target)
            assert seen[target] in TARGETS[link], (one["key"], target)
        seen[one["key"]] = Kind(one["kind"])
    days = [one["day"] for one in debate["contributions"]]
    assert all(first <= then for first, then in pairwise(days))
    assert days[0] > 0
    assert days[-1] < debate["opened_days_ago"]


def test_revisions_are_minor_and_later(debate: Table) -> None:
    revised = [one for one in debate["contributions"] if "revise" in one]
    assert len(revised) == 2
    for one in revised:
        for revision in one["revise"]:
            assert revision["minor"]
            assert revision["text"] != one["text"]
            assert one["day"] < revision["day"] < debate["opened_days_ago"]


def test_successor_is_by_the_author_of_the_old_claim(debate: Table) -> None:
    author = {one["key"]: one["by"] for one in debate["contributions"]}
    successors = [one for one in debate["contributions"] if "succeeds" in one]
    assert len(successors) == 1
    assert all(one["by"] == author[one["succeeds"]] for one in successors)


def test_support_has_no_cycle(debate: Table) -> None:
    onward: dict[str, set[str]] = {}
    for one in debate["contributions"]:
        if one["kind"] == Kind.ARGUMENT and one["variant"] == "supports":
            for premise in one["premises"]:
                onward.setdefault(premise, set()).add(one["key"])
            onward.setdefault(one["key"], set()).add(one["conclusion"])

    def reaches(start: str, goal: str, seen: set[str]) -> bool:
        return any(
            there == goal or (there not in seen and reaches(there, goal, seen | {there}))
            for there in onward.get(start, ())
        )

    assert not [key for key in onward if reaches(key, key, set())]


def test_arguments_include_undercuts_and_a_claim_used_three_times(debate: Table) -> None:
    arguments = [one for one in debate["contributions"] if one["kind"] == Kind.ARGUMENT]
    keys = {one["key"] for one in arguments}
    assert sum(one["conclusion"] in keys for one in arguments) >= 2
    used = Counter(p for one in arguments for p in one["premises"])
    assert max(used.values()) >= 3


def test_rival_definitions_stand_in_pairs(debate: Table) -> None:
    terms: dict[str, set[str]] = {}
    for one in debate["contributions"]:
        if one["kind"] == Kind.DEFINITION:
            terms.setdefault(one["term"], set()).add(holdings(debate)[one["by"]])
    assert terms
    assert all(len(sides) == 2 for sides in terms.values())


def test_challenges_come_from_elsewhere_and_are_answered_by_those_who_hold_the_text(
    debate: Table,
) -> None:
    held = holdings(debate)
    by_key = {one["key"]: one for one in debate["contributions"]}
    for one in debate["contributions"]:
        if one["kind"] == Kind.CHALLENGE:
            assert held[one["by"]] != held[by_key[one["on"]]["by"]], one["key"]
        if one["kind"] == Kind.ANSWER:
            challenged = by_key[by_key[one["to"]]["on"]]
            assert held[one["by"]] == held[challenged["by"]], one["key"]


def test_challenges_of_the_first_round_are_answered_or_overdue(debate: Table) -> None:
    answered = {one["to"] for one in debate["contributions"] if one["kind"] == Kind.ANSWER}
    state = Counter(
        "answered"
        if one["key"] in answered
        else ("overdue" if debate["opened_days_ago"] - one["day"] > OVERDUE else "standing")
        for one in debate["contributions"]
        if one["kind"] == Kind.CHALLENGE
    )
    expected = {
        "security-guarantees": {"answered": 8, "overdue": 4},
        "night-buses": {"answered": 5, "overdue": 2},
    }
    assert state == expected[debate["slug"]]


def test_every_viewpoint_is_challenged_and_answers(debate: Table) -> None:
    held = holdings(debate)
    by_key = {one["key"]: one for one in debate["contributions"]}
    challenged = {
        held[by_key[one["on"]]["by"]] for one in by_key.values() if one["kind"] == Kind.CHALLENGE
    }
    answering = {held[one["by"]] for one in by_key.values() if one["kind"] == Kind.ANSWER}
    speaking = {one["by"] for one in by_key.values()}
    for viewpoint in debate["viewpoints"]:
        assert viewpoint["key"] in challenged
        assert viewpoint["key"] in answering
        assert viewpoint["delegate"] in speaking


def test_viewpoints_speak_at_equal_length_within_the_budget(debate: Table) -> None:
    held = holdings(debate)
    words: Counter[str] = Counter()
    each: Counter[str] = Counter()
    for one in debate["contributions"]:
        words[held[one["by"]]] += spoken(one)
        each[one["by"]] += spoken(one)
    undecided = words.pop("")
    mean = words.total() / len(words)
    assert len(words) == len(debate["viewpoints"])
    assert all(0.8 * mean <= spent <= 1.2 * mean for spent in words.values()), words
    cap = CHARTER.budgets.viewpoint_open * CHARTER.budgets.member_share / 100
    assert max(each.values()) <= cap
    assert undecided <= CHARTER.budgets.undecided_open
