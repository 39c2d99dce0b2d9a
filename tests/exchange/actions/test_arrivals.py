"""Files on their way: read, looked at, taken in whole or not at all, and then gone."""

from datetime import timedelta

import pytest

from college.debates.models import Brief, Debate
from college.debates.rules.briefs import Rights
from college.exchange import queries
from college.exchange.actions import arrivals
from college.exchange.due import due
from college.exchange.rules.arrivals import State
from college.ground.refusals import Refusal
from college.people.models import Notice
from tests.factories.acts import MOMENT, later
from tests.factories.colleges import make_college
from tests.factories.people import act_by, make_member

pytestmark = pytest.mark.django_db(transaction=True)
QUESTION = "Should the town keep its ferry running in winter?"
PAGE = """The ferry we cannot afford to lose

By Ines Waterhouse

The ferry costs more than it earns, and so does every road in the county, as everybody knows who has
ever looked at what a road costs. Close it in winter and the far bank is an hour away by car.

2 comments

Heron
March 1, 2026 at 10:00 am

I have crossed every winter since I was six.

Tern
March 2, 2026 at 11:00 am

Those who own a car will hardly notice.
"""


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.HOME = tmp_path


@pytest.fixture
def act():
    make_college()
    return act_by(make_member())


def _hand_in(act, text=PAGE, **given):
    return arrivals.hand_in(act, chunks=[text.encode()], name="page.txt", **given)


def _work(act, **delta):
    return due(later(act, **delta).at)


def _fresh(arrival):
    return queries.by_id(arrival.public_id)


def test_file_is_read_by_the_clock_and_nothing_taken_in(act):
    arrival = _hand_in(act)
    assert _work(act) == 1
    arrival = _fresh(arrival)
    assert arrival.state == State.READ
    assert queries.report_of(arrival).comments == 2
    assert not Brief.objects.exists()


def test_wanted_file_becomes_a_brief_of_a_new_question_and_is_deleted(act):
    arrival = _hand_in(act)
    _work(act)
    arrivals.want(act, _fresh(arrival), rights=Rights.FULL, slug="", question=QUESTION)
    _work(act)
    arrival = _fresh(arrival)
    assert (arrival.state, arrival.remarks) == (State.DONE, 2)
    assert Brief.objects.get().public_id == arrival.brief
    assert Debate.objects.get().proposed_by == arrival.member
    assert not queries.path_of(arrival).exists()
    assert (arrival.name, arrival.question, arrival.report) == ("", "", None)


def test_clock_repeats_safely(act):
    arrival = _hand_in(act)
    _work(act)
    arrivals.want(act, _fresh(arrival), rights=Rights.FULL, slug="", question=QUESTION)
    _work(act)
    assert _work(act, days=3) == 0
    assert Brief.objects.count() == 1


def test_unusable_file_is_refused_with_its_reason_and_deleted(act):
    arrival = _hand_in(act, "%PDF-1.7 something")
    _work(act)
    arrival = _fresh(arrival)
    assert (arrival.state, arrival.code) == (State.REFUSED, "exchange.file.binary")
    assert not queries.path_of(arrival).exists()


def test_what_was_typed_beside_a_refused_file_is_kept_for_a_while(act):
    arrival = _hand_in(act, "%PDF-1.7 something", question=QUESTION, place="Our town")
    _work(act)
    _work(act, days=1)
    arrival = _fresh(arrival)
    assert (arrival.state, arrival.name) == (State.REFUSED, "")
    assert (arrival.question, arrival.place) == (QUESTION, "Our town")
    assert _work(act, days=3) == 1
    arrival = _fresh(arrival)
    assert (arrival.state, arrival.code) == (State.REFUSED, "exchange.file.binary")
    assert (arrival.question, arrival.place) == ("", "")
    assert _work(act, days=6) == 0


def test_what_can_be_mended_leaves_the_file_here(act):
    arrival = _hand_in(act)
    _work(act)
    arrivals.want(act, _fresh(arrival), rights=Rights.FULL, slug="", question="Why?")
    _work(act)
    arrival = _fresh(arrival)
    assert (arrival.state, arrival.code) == (State.READ, "debates.question.too-short")
    assert queries.path_of(arrival).exists()
    assert not Debate.objects.exists()


def test_member_is_told(act):
    _hand_in(act)
    _work(act)
    assert Notice.objects.get().code == "exchange.arrival.read"


def test_too_large_a_file_is_refused_and_not_kept(act, settings):
    piece = bytes(1024 * 1024)
    with pytest.raises(Refusal) as refused:
        arrivals.hand_in(act, chunks=(piece for _ in range(51)), name="zeros")
    assert refused.value.code == "exchange.file.too-large"
    assert list((settings.HOME / "intake").iterdir()) == []


def test_files_of_a_day_are_limited(act):
    for _ in range(5):
        _hand_in(act)
    with pytest.raises(Refusal) as refused:
        _hand_in(act)
    assert refused.value.code == "exchange.arrival.too-many"


def test_file_left_behind_is_dropped(act):
    arrival = _hand_in(act)
    _work(act)
    _work(act, days=3)
    arrival = _fresh(arrival)
    assert arrival.state == State.DROPPED
    assert not queries.path_of(arrival).exists()


def test_somebody_elses_file_is_not_touched(act):
    arrival = _hand_in(act)
    _work(act)
    with pytest.raises(Refusal) as refused:
        arrivals.drop(act_by(make_member()), _fresh(arrival))
    assert refused.value.code == "exchange.arrival.may-not"


def test_work_of_a_process_that_died_is_taken_up_anew(act):
    arrival = _hand_in(act)
    arrival.state, arrival.changed_at = State.READING, MOMENT
    arrival.save()
    assert _work(act, seconds=60) == 0
    assert _work(act, seconds=121) == 1
    assert _fresh(arrival).state == State.READ


def test_nobody_takes_up_what_another_process_works_on(act):
    arrival = _hand_in(act)
    stale = _fresh(arrival)
    assert arrivals.step(act, arrival, notify=False)
    assert not arrivals.step(act, stale, notify=False)


def test_broken_work_is_a_refusal_and_takes_nothing_in(act, monkeypatch):
    arrival = _hand_in(act)
    _work(act)
    arrivals.want(act, _fresh(arrival), rights=Rights.FULL, slug="", question=QUESTION)
    queries.path_of(arrival).unlink()
    _work(act)
    arrival = _fresh(arrival)
    assert (arrival.state, arrival.code) == (State.REFUSED, "exchange.file.unreadable")
    assert not Debate.objects.exists()


def test_progress_is_seen_while_it_lasts(act):
    arrival = _hand_in(act)
    seen = []
    tell = arrivals._progress(arrival)
    tell(3, 10)
    seen.append(queries.progress_of(arrival))
    _work(act, seconds=1)
    assert (seen, queries.progress_of(arrival)) == ([(3, 10)], None)
    assert timedelta(0) < timedelta(seconds=arrivals._SILENT)
