"""What the sample puts to its committees: people, texts, grounds, and a sentence for each ballot."""

import re
from datetime import UTC, datetime, timedelta
from itertools import chain

import pytest

from college.cli.sample.timeline import Timeline
from college.debates.rules.grounds import Ground
from college.ground.charter import Preset, load
from tests.cli.sample_texts import DEBATES, Table, read

CHARTER = load(Preset.ASSEMBLY)
SPEAKERS = read("people.toml")["people"]
PANEL = read("panel.toml")["people"]
PLAN = read("cases.toml")
CASES: list[Table] = PLAN["cases"]
KEYS = {p["key"] for p in chain(SPEAKERS, PANEL)}
START = datetime(2026, 1, 1, tzinfo=UTC)


def test_as_many_serve_as_the_standard_size_needs_and_so_everybody_is_drawn() -> None:
    assert len(KEYS) == len(SPEAKERS) + len(PANEL) == CHARTER.sizes.standard.pool
    names = [p["public_name"] for p in chain(SPEAKERS, PANEL)]
    assert len(set(names)) == len(names)
    assert all(len(name) <= CHARTER.lengths.public_name for name in names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", key) for key in KEYS)


@pytest.mark.parametrize("slug", DEBATES)
def test_panel_people_hold_viewpoints_that_there_are_and_leave_the_visitors_side_small(
    slug: str,
) -> None:
    viewpoints = {v["key"]: v for v in read(f"{slug}/debate.toml")["viewpoints"]}
    held = [p[slug] for p in PANEL if slug in p]
    visitor = next(p["key"] for p in SPEAKERS if p.get("persona") == "member")
    own = next(key for key, v in viewpoints.items() if visitor in v["holders"])
    assert set(held) == set(viewpoints)
    # So that the visitor, and one other, have the two seats that are kept for the author's side: the silent
    # holders of that viewpoint are undecided again by the time the cases come.
    assert read(f"{slug}/summary.toml")["wavering"] == own
    others = {c["by"] for c in CASES if c.get("for_visitor") and c["debate"] == slug}
    assert others <= set(viewpoints[own]["holders"]) - {visitor}


def test_cases_name_people_texts_and_grounds_that_there_are() -> None:
    said = {
        slug: {c["key"] for c in read(f"{slug}/debate.toml")["contributions"]} for slug in DEBATES
    }
    for case in CASES:
        assert case["reporter"] in KEYS
        assert case["reporter"] != case.get("by")
        assert Ground(case["ground"])
        assert len(case["reason"]) <= CHARTER.lengths.reason
        if "text" in case:
            assert len(case["text"]) <= CHARTER.lengths.claim
            assert case["said_days_ago"] > case["days_ago"]
            assert all(words in case["text"] for words in case.get("marked", []))
        else:
            assert case["on"] in said[case["debate"]]
        assert case.get("onto", "c1") in said[case["debate"]]


def test_every_ballot_has_a_sentence_of_its_own() -> None:
    plans = [*CASES, PLAN["objection"], PLAN["spare"]]
    reasons = [r for plan in plans for choice in ("grant", "keep") for r in plan.get(choice, [])]
    assert len(set(reasons)) == len(reasons) >= 150
    assert all(0 < len(reason) <= CHARTER.lengths.reason for reason in reasons)
    for case in CASES:
        if case.get("said_days_ago", 99) < 1.3:
            continue  # it still waits for the lot
        granting = case["panels"].count("grant") * 3 + case.get("review_grants", 0)
        assert len(case["grant"]) >= granting
        keeping = case["panels"].count("keep") * 3
        keeping += 31 - case["review_grants"] if "review_grants" in case else 0
        assert len(case["keep"]) >= keeping


def test_six_cases_wait_for_the_visitor() -> None:
    assert sum(case.get("for_visitor", False) for case in CASES) == 6


def test_what_a_tick_plans_happens_in_its_time_and_never_before_a_tick() -> None:
    told: list[str] = []

    def tick(at: datetime) -> datetime:
        told.append(f"tick {(at - START) // timedelta(hours=1)}")
        if at == START:
            timeline.at(START + timedelta(hours=2), lambda _at: told.append("planned by a tick"))
        return at + timedelta(hours=6)

    timeline = Timeline(tick)
    timeline.at(START + timedelta(hours=9), lambda _at: told.append("late"))
    timeline.at(START, lambda _at: told.append("early"))
    timeline.play(START + timedelta(hours=13), lambda _done, _all: None)
    assert told == [
        *("tick 0", "early", "tick 2", "planned by a tick", "tick 8"),
        *("tick 9", "late", "tick 13"),
    ]
