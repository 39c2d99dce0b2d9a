"""The key of a quiz item before panels with one seat of every viewpoint, verified from outside."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

from college.committees.actions import cases, seats
from college.committees.models import Case, Seat
from college.committees.queries import epochs
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.committees.rules.ladder import Step
from college.committees.rules.seats import OutGround
from college.committees.rules.tally import Choice
from college.debates.queries import labels
from college.ground.act import Act, Door
from college.record import signing
from college.record.actions.texts import commit_plain
from tests.college_verify.planting import Copy, read, resealed
from tests.college_verify.verifying import failures
from tests.factories.colleges import ORIGIN, make_college
from tests.factories.committees import seats_called
from tests.factories.courts import HOUR, Court, make_court
from tests.factories.debates import Stand, make_debate
from tests.factories.people import act_by

#: What comes of a key, whatever the number of viewpoints.
GRANTED, ONE_DISSENT, ONE_HOLDER, REFUSED = "granted", "one dissent", "one holder", "refused"
KEYS = (GRANTED, ONE_DISSENT, ONE_HOLDER, REFUSED)
SIDES = (2, 3, 4)


@dataclass
class Asked:
    """The keys of the items of one debate, by what comes of them."""

    stand: Stand
    cases: dict[str, Case]

    @property
    def sides(self) -> list[str]:
        return sorted(viewpoint.public_id for viewpoint in self.stand.viewpoints)


class World:
    """A College with debates of two, three and four viewpoints, whose keys were all decided."""

    def __init__(self, home: Path) -> None:
        make_college()
        stands = [
            make_debate(viewpoints=number, wording=f"Should the town have {number} bridges?")
            for number in SIDES[1:]
        ]
        court = make_court(beside=stands)
        self.of = {
            len(stand.viewpoints): Asked(stand, {name: _ask(court, stand, name) for name in KEYS})
            for stand in (court.room.stand, *stands)
        }
        court.wait_for_draw()
        for asked in self.of.values():
            _decide(court, asked)
        court.go(court.at + HOUR)
        self.seats = {
            case.pk: list(Seat.objects.filter(draw__case=case).order_by("panel", "number", "id"))
            for asked in self.of.values()
            for case in asked.cases.values()
        }
        self.steps = {pk: [s.draw.step for s in rows] for pk, rows in self.seats.items()}
        self.copy = read(court.publish(home / "honest"))

    def story(self, number: int, name: str, log: Copy | None = None) -> Any:
        log = log or self.copy
        return log.document(log.story(self.of[number].cases[name].public_id))


def _clock(court: Court) -> Act:
    return Act("clock", court.at, Door.CLOCK)


def _ask(court: Court, stand: Stand, name: str) -> Case:
    """As a quiz asks for the key of an item. Of one, all holders of a side but one may not sit."""
    taking = epochs.taking()
    assert taking is not None
    held = labels.labels_at(stand.debate, taking.opened_at)
    sides = labels.viewpoints_of(stand.debate)
    parties = {}
    if name == ONE_HOLDER:
        serving = {place.member.public_id for place in taking.pooled.roster.places.all()}
        holders = sorted(m for m, side in held.items() if side == min(sides) and m in serving)
        parties = dict.fromkeys(holders[1:], Party.AUTHOR)
    return cases.open_case(
        _clock(court),
        procedure=Procedure.KEY,
        rule="key-stands",
        shown=[commit_plain("What does the summary say of the ferry? It runs daily.")],
        scope=stand.debate.public_id,
        viewpoints=sides,
        labels=held,
        parties=parties,
    )


def _decide(court: Court, asked: Asked) -> None:
    last = len(asked.sides)
    waiting = list(seats_called(asked.cases[REFUSED]))
    seats.refuse_seat(act_by(waiting[0].place.member, court.at), waiting[0])
    for name in KEYS:
        case = asked.cases[name]
        dissents = name == ONE_DISSENT
        court.hear(
            case,
            lambda seat, no=dissents: (
                Choice.KEEP if no and (seat.panel, seat.number) == (1, last) else Choice.GRANT
            ),
        )
        case.refresh_from_db()
        cases.mark_enacted(_clock(court), case)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory) -> World:
    """Made once: nobody changes what it published."""
    home = tmp_path_factory.mktemp("colleges")
    with (
        django_db_blocker.unblock(),
        override_settings(LOG_ORIGIN=ORIGIN, KEYS=home / "keys"),
        transaction.atomic(),
    ):
        signing.create()
        made = World(home)
        transaction.set_rollback(True)
    return made


def test_the_record_of_the_keys_holds(world, tmp_path):
    assert failures(world.copy.publish(tmp_path)) == []


@pytest.mark.parametrize("number", SIDES)
@pytest.mark.parametrize("name", KEYS)
def test_a_key_stands_if_every_seat_says_so_and_one_panel_that_differs_drops_it(
    world, number, name
):
    case = world.of[number].cases[name]
    expected = (Choice.KEEP, "") if name == ONE_DISSENT else (Choice.GRANT, "key-stands")
    assert (case.verdict, case.verdict_ground) == expected
    assert (case.step, case.provisional) == (Step.FIRST, False)
    assert set(world.steps[case.pk]) == {Step.FIRST}


@pytest.mark.parametrize("number", SIDES)
def test_each_panel_has_one_seat_of_every_viewpoint_and_all_are_called_at_once(world, number):
    asked = world.of[number]
    story = world.story(number, GRANTED)
    strata = dict(story["announcement"]["document"]["pool"])
    rows = story["seating"]["document"]["seats"]
    for panel in range(2):
        sides = [strata[place] for _seat, at, _number, place, *_rest in rows if at == panel]
        assert sides == asked.sides
    assert len({row[3] for row in rows}) == len(rows) == 2 * number
    assert all(own and not fallback for *_seat, own, fallback in rows)
    assert len({one["called"] for one in story["service"]}) == 1


@pytest.mark.parametrize("number", SIDES)
def test_where_a_side_has_one_holder_somebody_of_none_takes_its_other_seat(world, number):
    story = world.story(number, ONE_HOLDER)
    strata = dict(story["announcement"]["document"]["pool"])
    rows = story["seating"]["document"]["seats"]
    stood_in = [(row[1], row[2], strata[row[3]]) for row in rows if row[5]]
    assert stood_in == [(1, 1, "")]


@pytest.mark.parametrize("number", SIDES)
def test_a_refused_seat_passes_to_the_next_of_its_viewpoint(world, number):
    asked = world.of[number]
    held = world.seats[asked.cases[REFUSED].pk]
    (out,) = [seat for seat in held if seat.out_ground == OutGround.REFUSED]
    (comes,) = [seat for seat in held if seat.replaces_id == out.pk]
    story = world.story(number, REFUSED)
    strata = dict(story["announcement"]["document"]["pool"])
    assert (comes.panel, comes.number, comes.own_seat) == (out.panel, out.number, True)
    assert strata[story["changes"][0]["document"]["new_place"]] == asked.sides[out.number - 1]


Plant = Callable[[Copy, World], None]


def _swap(log: Copy, world: World) -> None:
    """A seat of the first viewpoint is told to be held by somebody who holds the second."""
    commitment = log.story(world.of[3].cases[GRANTED].public_id)
    story = log.document(commitment)
    seating, old = story["seating"], resealed(story["seating"])
    rows = seating["document"]["seats"]
    seated = {row[3] for row in rows}
    second = world.of[3].sides[1]
    pool = story["announcement"]["document"]["pool"]
    rows[0][3] = next(place for place, side in pool if side == second and place not in seated)
    log.recommit(commitment)
    log.replace(old, resealed(seating))


def _successor_of_another_side(log: Copy, world: World) -> None:
    commitment = log.story(world.of[3].cases[REFUSED].public_id)
    story = log.document(commitment)
    change, old = story["changes"][0], resealed(story["changes"][0])
    pool = story["announcement"]["document"]["pool"]
    seated = {row[3] for row in story["seating"]["document"]["seats"]}
    second = world.of[3].sides[1]
    change["document"]["new_place"] = next(p for p, s in pool if s == second and p not in seated)
    log.recommit(commitment)
    log.replace(old, resealed(change))


def _announced(log: Copy, world: World, change: Callable[[Any], None]) -> None:
    commitment = log.story(world.of[3].cases[GRANTED].public_id)
    announcement = log.document(commitment)["announcement"]
    old = resealed(announcement)
    change(announcement["document"])
    log.recommit(commitment)
    log.replace(old, resealed(announcement))


def _fewer_are_enough(log: Copy, world: World) -> None:
    _announced(log, world, lambda document: document["sizes"][0].update(threshold=2))


def _an_ordinary_panel(log: Copy, world: World) -> None:
    size = {"seats": 3, "own": 0, "cap": 2, "threshold": 2}
    _announced(log, world, lambda document: document["sizes"][0].update(size))


def _for_one_side(log: Copy, world: World) -> None:
    side = world.of[3].sides[0]
    _announced(log, world, lambda document: document.update(own_side=side))


def _given(log: Copy, world: World, **changes: object) -> None:
    case = world.of[3].cases[ONE_DISSENT].public_id
    log.data("committees.verdict.given", case=case).update(changes)


def _granted_with_one_keep(log: Copy, world: World) -> None:
    _given(log, world, verdict="grant", ground="key-stands")


def _by_review(log: Copy, world: World) -> None:
    _given(log, world, step="review")


def _appealed(log: Copy, world: World) -> None:
    case = world.of[3].cases[GRANTED].public_id
    (closed,) = log.find("committees.case.closed", case=case)
    entry = log.entries[closed]
    told = entry | {"kind": "committees.case.appealed", "data": {"case": case}}
    log.entries.insert(closed + 1, told)


FAULTS: dict[str, tuple[Plant, str]] = {
    "another side in a viewpoint's seat": (_swap, "by the seed, and"),
    "a successor of another side": (_successor_of_another_side, "comes by the order"),
    "fewer than all are enough": (_fewer_are_enough, "its sizes are not those"),
    "an ordinary panel": (_an_ordinary_panel, "its sizes are not those"),
    "drawn for one side": (_for_one_side, "not drawn for two sides or more"),
    "granted with one keep": (_granted_with_one_keep, "the panels came to keep"),
    "decided by a review": (_by_review, "its panels had not differed"),
    "appealed": (_appealed, "against a verdict that is final"),
}


@pytest.mark.parametrize(("plant", "words"), FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_found_and_named(world, tmp_path, plant, words):
    log = world.copy.fresh()
    plant(log, world)
    found = failures(log.publish(tmp_path))
    assert any(words in sentence for *_where, sentence in found), found
