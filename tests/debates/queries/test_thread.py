"""Reading a debate: the order, the pages, and how much is asked of the database."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from college.debates.actions.answers import answer
from college.debates.actions.arguments import add_argument
from college.debates.actions.challenges import challenge
from college.debates.actions.claims import NewClaim
from college.debates.queries.budgets import table
from college.debates.queries.challenges import open_first, to_answer
from college.debates.queries.contributions import whole
from college.debates.queries.thread import first_page
from college.debates.rules.stages import Stage
from tests.debates.actions.said import make_room
from tests.factories.colleges import make_college
from tests.factories.threads import make_thread

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    make_college()
    return make_room()


def fill(room, length: int):
    authors = [(room.one, room.stand.viewpoints[0]), (room.two, room.stand.viewpoints[1])]
    return make_thread(room.debate, authors, length=length, at=room.stand.at)


def ids(page) -> list[str]:
    return [item.public_id for item in page.items]


def test_thread_is_structure_first_then_time(room):
    first, second = room.claim(room.one, "First."), room.claim(room.two, "Second.")
    reason = add_argument(
        room.act(room.two),
        room.debate,
        form="opposes",
        premises=[NewClaim("value", "One."), NewClaim("value", "Two.")],
        conclusion=first,
    )
    asked = challenge(room.act(room.two), first, form="unclear", text="What?")
    said = answer(room.act(room.one), asked, text="That.")
    page = first_page(room.debate, now=room.stand.at)
    one, two = (i for i in page.items if i.html in {"<p>One.</p>\n", "<p>Two.</p>\n"})
    assert ids(page) == [
        first.public_id,
        reason.public_id,
        one.public_id,
        two.public_id,
        asked.public_id,
        said.public_id,
        second.public_id,
    ]
    assert [item.depth for item in page.items] == [0, 1, 2, 2, 1, 2, 0]


def test_pages_together_hold_everything_once_in_order(room):
    rows = fill(room, 130)
    found, after = [], ""
    while True:
        page = first_page(room.debate, now=room.stand.at, after=after, size=40)
        found += ids(page)
        if not page.after:
            break
        after = page.after
    assert found == [row.public_id for row in rows]


def test_page_that_begins_in_the_middle_says_under_what(room):
    rows = fill(room, 10)
    first = first_page(room.debate, now=room.stand.at, size=3)
    second = first_page(room.debate, now=room.stand.at, after=first.after, size=3)
    assert [item.public_id for item in second.above] == [rows[0].public_id]


def test_first_page_asks_the_same_of_a_long_debate_as_of_a_short_one(room):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            first_page(room.debate, now=room.stand.at)
        return len(queries)

    rows = fill(room, 5)
    short = count()
    assert len(rows) == 5
    for n in range(60):
        room.claim(room.one if n % 2 else room.two, f"More {n}.", hours=n)
    assert count() == short <= 9


def test_open_challenges_come_first_and_pages_hold_all(room):
    rows = [row for row in fill(room, 50) if row.kind == "challenge"]
    answered = rows[::2]
    for row in answered:
        row.answered_at = room.stand.at
        row.save(update_fields=["answered_at"])
    found, after = [], ""
    while True:
        page = open_first(room.debate, now=room.stand.at, after=after, size=3)
        found += [one.challenge.public_id for one in page.asked]
        if not page.after:
            break
        after = page.after
    waiting = [row for row in rows if row not in answered]
    assert found == [row.public_id for row in (*waiting, *answered)]


def test_desk_lists_what_is_put_to_a_viewpoint_the_longest_due_first(room):
    late = challenge(room.act(room.one, days=1), room.claim(room.two), form="term", text="What?")
    early = challenge(room.act(room.one), room.claim(room.two, "B."), form="term", text="What?")
    for member in (room.delegate, room.two):
        found = to_answer(member, now=room.stand.at + timedelta(days=7))
        assert [one.challenge.public_id for one in found] == [early.public_id, late.public_id]
        assert [one.challenge.state for one in found] == ["overdue", "standing"]
    assert to_answer(room.mate, now=room.stand.at) == []


def test_whole_contribution_shows_both_ends_of_its_links(room):
    goal, other = room.claim(room.one, "Goal."), room.claim(room.one, "Reason.")
    argument = add_argument(
        room.act(room.one), room.debate, form="supports", premises=[other], conclusion=goal
    )
    of_argument = whole(argument, now=room.stand.at)
    assert [(link.relation, link.other.public_id) for link in of_argument.links] == [
        ("conclusion", goal.public_id),
        ("premise", other.public_id),
    ]
    of_premise = whole(other, now=room.stand.at)
    assert [link.other.public_id for link in of_premise.used] == [argument.public_id]
    assert ids(whole(goal, now=room.stand.at).thread) == [argument.public_id, other.public_id]


def test_law_2_and_3_words_are_the_same_for_every_viewpoint_and_swap_with_the_sides(room):
    room.claim(room.one, "Five words of one side.")
    opened = table(room.debate)[0]
    assert opened.stage is Stage.OPEN
    assert len({side.allowed for side in opened.sides if side.viewpoint}) == 1
    used = {side.viewpoint.letter: side.used for side in opened.sides if side.viewpoint}
    room.claim(room.two, "Five words of one side.")
    room.claim(room.two, "Three words more.")
    swapped = {
        side.viewpoint.letter: side.used for side in table(room.debate)[0].sides if side.viewpoint
    }
    assert used == {"A": 5, "B": 0}
    assert swapped == {"A": 5, "B": 8}


def test_undecided_have_a_room_of_their_own(room):
    room.claim(room.undecided, "Three words here.")
    undecided = table(room.debate)[0].sides[-1]
    assert (undecided.viewpoint, undecided.used, undecided.allowed.total) == (None, 3, 6000)
