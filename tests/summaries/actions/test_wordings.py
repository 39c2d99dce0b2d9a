"""Sentences are reworded by several at once, and no word is lost."""

import pytest

from college.summaries.actions.drafting import remove_statement
from college.summaries.actions.wordings import dismiss_wording, reword, take_wording
from college.summaries.models import DraftWording
from college.summaries.queries import drafts
from tests.factories.acts import refused
from tests.factories.colleges import make_college
from tests.factories.summaries import make_summary

pytestmark = pytest.mark.django_db

BASE = "The ferry runs every day in winter, say those who want to keep it."
ONE = "A ferry runs every day in winter, say those who want to keep it."
OTHER = "The ferry runs every day in winter, say those who mean to keep it."
BOTH = "A ferry runs every day in winter, say those who mean to keep it."
CLASH = "No ferry runs every day in winter, say those who want to keep it."


@pytest.fixture
def desk():
    make_college()
    return make_summary()


@pytest.fixture
def row(desk):
    return desk.write(1, BASE)


def _line(desk, row):
    board = drafts.board(desk.draft(1), now=desk.at)
    return next(line for part in board.parts for line in part.lines if line.key == row.pk)


def _save(desk, row, words, base, editor=0):
    return reword(desk.act(desk.teams[1][editor]), row, words=words, base=base)


def test_every_saved_wording_is_kept(desk, row):
    _save(desk, row, ONE, 1)
    _save(desk, row, BOTH, 2)
    assert [one.words for one in drafts.wordings(row)] == [BOTH, ONE, BASE]
    assert (_line(desk, row).words, _line(desk, row).base) == (BOTH, 3)


def test_saving_the_same_again_makes_no_wording(desk, row):
    assert _save(desk, row, BASE, 1).number == 1
    _save(desk, row, ONE, 1)
    assert _save(desk, row, ONE, 1).number == 2
    assert DraftWording.objects.count() == 2


def test_words_that_arrived_unheard_are_ones_own(desk, row):
    """A page that closed before its last answer came goes on from what it sent."""
    _save(desk, row, ONE, 1)
    act = desk.act(desk.teams[1][0])
    again = reword(act, row, words=CLASH, base=1, unheard=f" {ONE}")
    assert (again.words, again.base, again.beside) == (CLASH, 2, False)


def test_unheard_words_excuse_nothing_where_another_wrote_since(desk, row):
    _save(desk, row, ONE, 1)
    act = desk.act(desk.teams[1][1])
    assert reword(act, row, words=CLASH, base=1, unheard=ONE).beside, "they are another’s"
    _save(desk, row, OTHER, 2)
    own = desk.act(desk.teams[1][0])
    assert reword(own, row, words="No boat at all.", base=1, unheard=ONE).beside


def test_two_who_change_other_words_at_once_have_both(desk, row):
    _save(desk, row, ONE, 1)
    merged = _save(desk, row, OTHER, 1, editor=1)
    assert (merged.words, merged.base, merged.beside) == (BOTH, 1, False)
    assert _line(desk, row).words == BOTH


def test_two_who_change_the_same_words_stand_beside_each_other(desk, row):
    _save(desk, row, ONE, 1)
    other = _save(desk, row, CLASH, 1, editor=1)
    assert other.beside
    line = _line(desk, row)
    assert (line.words, [beside.words for beside in line.beside]) == (ONE, [CLASH])


def test_form_sent_twice_stands_beside_once(desk, row):
    _save(desk, row, ONE, 1)
    assert _save(desk, row, CLASH, 1, 1).pk == _save(desk, row, CLASH, 1, 1).pk
    assert len(_line(desk, row).beside) == 1


def test_who_types_on_beside_replaces_what_stood_there(desk, row):
    _save(desk, row, ONE, 1)
    beside = _save(desk, row, CLASH, 1, editor=1)
    again = _save(desk, row, f"{CLASH} Really.", beside.number, editor=1)
    assert (again.beside, again.base) == (True, 1)
    assert [one.words for one in _line(desk, row).beside] == [f"{CLASH} Really."]
    assert CLASH in [one.words for one in drafts.wordings(row)]


def test_who_gives_in_to_the_head_stands_beside_no_longer(desk, row):
    _save(desk, row, ONE, 1)
    beside = _save(desk, row, CLASH, 1, editor=1)
    assert _save(desk, row, ONE, beside.number, editor=1).number == 2
    assert not _line(desk, row).beside


def test_wording_beside_is_taken(desk, row):
    _save(desk, row, ONE, 1)
    beside = _save(desk, row, CLASH, 1, editor=1)
    act = desk.act(desk.teams[1][0])
    head = take_wording(act, beside)
    assert (head.words, head.number, head.base) == (CLASH, 4, 2)
    assert (_line(desk, row).words, _line(desk, row).beside) == (CLASH, ())
    assert take_wording(act, beside).number == 4


def test_wording_beside_is_dismissed_and_can_still_be_taken(desk, row):
    _save(desk, row, ONE, 1)
    beside = _save(desk, row, CLASH, 1, editor=1)
    act = desk.act(desk.teams[1][0])
    for _ in range(2):
        dismiss_wording(act, beside)
    assert (_line(desk, row).words, _line(desk, row).beside) == (ONE, ())
    assert take_wording(act, drafts.wording(row, beside.number)).words == CLASH


def test_earlier_wording_is_brought_back(desk, row):
    _save(desk, row, ONE, 1)
    assert take_wording(desk.act(desk.teams[1][0]), drafts.wording(row, 1)).number == 3
    assert _line(desk, row).words == BASE


def test_merged_words_that_are_too_long_stand_beside(desk):
    row = desk.write(1, "First words here. " + "a" * 200)
    _save(desk, row, "Now " + "b" * 160 + " words here. " + "a" * 200, 1)
    other = _save(desk, row, "First words here. " + "a" * 200 + " " + "c" * 150, 1, editor=1)
    assert other.beside


@pytest.mark.parametrize("base", [0, 9])
def test_wording_that_never_was_is_no_base(desk, row, base):
    with refused("summaries.statement.no-such-wording"):
        _save(desk, row, ONE, base)


def test_statement_that_was_taken_out_meanwhile(desk, row):
    remove_statement(desk.act(desk.teams[1][0]), row)
    with refused("summaries.statement.removed"):
        _save(desk, row, ONE, 1, editor=1)


def test_only_the_team_rewords(desk, row):
    wording = drafts.wording(row, 1)
    for member in (desk.teams[2][0], desk.reader, desk.delegates[0]):
        act = desk.act(member)
        with refused("summaries.permission.may-not"):
            reword(act, row, words=ONE, base=1)
        with refused("summaries.permission.may-not"):
            take_wording(act, wording)
        with refused("summaries.permission.may-not"):
            dismiss_wording(act, wording)


def test_a_full_statement_keeps_its_words_and_can_be_added_anew(desk, row):
    DraftWording.objects.bulk_create(
        DraftWording(row=row, number=number, base=1, words=BASE, at=desk.at)
        for number in range(2, 501)
    )
    for save in (lambda: _save(desk, row, ONE, 1), lambda: _save(desk, row, CLASH, 1, editor=1)):
        with refused("summaries.statement.wordings-too-many"):
            save()
    assert (_line(desk, row).words, row.wordings.count()) == (BASE, 500)
    remove_statement(desk.act(desk.teams[1][0]), row)
    assert _line(desk, desk.write(1, ONE)).words == ONE
