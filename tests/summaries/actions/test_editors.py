"""Seats on the two teams: who takes one, who cannot, and how they become free."""

import pytest

from college.debates.models import Delegate
from college.people.actions.membership import resign
from college.summaries.actions.editors import leave_seat, take_seat
from college.summaries.queries.editors import seat_of, seated
from tests.debates.actions.said import entries, told
from tests.factories.acts import refused
from tests.factories.colleges import make_college
from tests.factories.debates import make_debate
from tests.factories.summaries import make_summary

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    make_college()
    return make_summary(seated=False)


def test_seat_is_taken_for_the_viewpoint_held(desk):
    member = desk.reader
    editor = take_seat(desk.act(member), desk.debate, side=1)
    assert told(entries("summaries.editor.seated")[-1]) == {
        "editor": editor.public_id,
        "summary": desk.summary.public_id,
        "side": 1,
        "member": member.public_id,
        "viewpoint": desk.stand.viewpoints[0].public_id,
    }


def test_undecided_sit_for_none_and_only_one_of_them_on_a_team(desk):
    take_seat(desk.act(desk.undecided), desk.debate, side=2)
    assert told(entries("summaries.editor.seated")[-1])["viewpoint"] == ""


def test_team_has_one_editor_of_each_viewpoint(desk):
    take_seat(desk.act(desk.reader), desk.debate, side=1)
    with refused("summaries.editor.viewpoint-there"):
        take_seat(desk.act(desk.teams[1][0]), desk.debate, side=1)
    take_seat(desk.act(desk.teams[1][0]), desk.debate, side=2)


def test_who_was_on_one_team_never_joins_the_other(desk):
    editor = take_seat(desk.act(desk.reader), desk.debate, side=1)
    leave_seat(desk.act(desk.reader), editor)
    with refused("summaries.editor.other-team"):
        take_seat(desk.act(desk.reader), desk.debate, side=2)
    assert take_seat(desk.act(desk.reader), desk.debate, side=1).pk != editor.pk


@pytest.mark.parametrize("side", [0, 3, 7])
def test_there_are_two_teams(desk, side):
    with refused("summaries.editor.no-such-team"):
        take_seat(desk.act(desk.reader), desk.debate, side=side)


def test_team_is_full(desk):
    for number, member in enumerate([desk.reader, desk.teams[1][1], desk.undecided]):
        take_seat(desk.act(member), desk.debate, side=1)
        assert seated(desk.summary).count() == number + 1
    with refused("summaries.editor.team-full"):
        take_seat(desk.act(desk.teams[1][0]), desk.debate, side=1)


def test_no_summary_before_the_debate_is_closed():
    make_college()
    stand = make_debate()
    with refused("summaries.summary.none"):
        take_seat(stand.act(stand.holders[0]), stand.debate, side=1)


def test_nobody_leaves_for_another(desk):
    editor = take_seat(desk.act(desk.reader), desk.debate, side=1)
    with refused("summaries.permission.may-not"):
        leave_seat(desk.act(desk.undecided), editor)


def test_seat_of_who_left_the_college_becomes_free(desk):
    take_seat(desk.act(desk.reader), desk.debate, side=1)
    resign(desk.act(desk.reader))
    assert desk.wait(minutes=1)
    assert seat_of(desk.reader, desk.summary) is None
    assert told(entries("summaries.editor.left")[-1])["member"] == desk.reader.public_id
    assert not desk.wait(minutes=1)


def test_seat_of_who_speaks_for_a_viewpoint_by_now_becomes_free(desk):
    take_seat(desk.act(desk.reader), desk.debate, side=1)
    take_seat(desk.act(desk.undecided), desk.debate, side=1)
    Delegate.objects.filter(member=desk.delegates[0]).update(member=desk.reader)
    assert desk.wait(minutes=1)
    assert [one.member for one in seated(desk.summary)] == [desk.undecided]
