"""What the record answers, in how many queries."""

from datetime import timedelta

import pytest

from college.ground.act import Act
from college.record import queries
from college.record.actions.entries import append
from college.record.actions.sequence import integrate, sequence
from college.record.models import Checkpoint
from college.record.rules import proofs, tree
from college.record.rules.notes import LogKey
from tests.factories.acts import MOMENT, by, make_act
from tests.factories.record import make_entries, some_event

pytestmark = pytest.mark.django_db
_SUBJECT, _OTHER = "7h2m9k4qx0c5t", "7h2m9k4qx0c5v"


def test_a_receipt_of_every_entry_holds(act: Act, log_key: LogKey) -> None:
    _text, entries = make_entries(act, 300)
    sequence(MOMENT)
    for entry in [entries[i] for i in (0, 1, 128, 255, 256, 299)]:
        entry.refresh_from_db()
        receipt = proofs.parse(queries.receipt(entry))
        assert proofs.check(receipt, log_key).size == 300
        assert (receipt.entry, receipt.index) == (bytes(entry.body), entry.position)


def test_receipt_waits_for_a_signed_checkpoint(act: Act, log_key: LogKey) -> None:
    (entry,) = make_entries(act, 1)[1]
    assert queries.receipt(entry) is None
    integrate(MOMENT)
    entry.refresh_from_db()
    assert entry.position == 0
    assert queries.receipt(entry) is None
    sequence(MOMENT)
    assert queries.receipt(entry) is not None
    (second,) = make_entries(act, 1)[1]
    integrate(MOMENT)
    second.refresh_from_db()
    assert second.position == queries.latest_signed().size == 1
    assert queries.receipt(second) is None


def test_receipt_and_proof_cost(act: Act, log_key: LogKey, django_assert_num_queries) -> None:
    make_entries(act, 600)
    sequence(MOMENT)
    entry = queries.entry_at(3)
    with django_assert_num_queries(2):
        queries.receipt(entry)
    with django_assert_num_queries(1):
        queries.inclusion_proof(3, 600)


def test_a_proof_needs_no_query_in_a_tree_of_one(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert queries.inclusion_proof(0, 1) == []


def test_consistency_between_all_heads(act: Act, log_key: LogKey) -> None:
    for count in (1, 255, 10, 300):
        make_entries(act, count)
        sequence(MOMENT)
    heads = list(Checkpoint.objects.order_by("size"))
    for old in heads:
        for new in heads:
            if old.size <= new.size:
                assert tree.extends(
                    old.size,
                    bytes(old.root),
                    size=new.size,
                    hashes=queries.consistency_proof(old.size, new.size),
                    root=bytes(new.root),
                )


def test_entries_in_pages(act: Act, log_key: LogKey, django_assert_num_queries) -> None:
    make_entries(act, 10)
    sequence(MOMENT)
    make_entries(act, 2)

    def positions(**page: int) -> list[int]:
        with django_assert_num_queries(1):
            return [entry.position for entry in queries.entries(most=4, **page)]

    assert positions() == [9, 8, 7, 6]
    assert positions(before=6) == [5, 4, 3, 2]
    assert positions(before=2) == [1, 0]
    assert positions(after=5) == [9, 8, 7, 6]
    assert positions(after=1) == [5, 4, 3, 2]
    assert [entry.position for entry in queries.waiting()] == [None, None]
    assert queries.entry_at(3).position == 3
    assert queries.entry_at(10) is None


def test_entries_narrowed(act: Act, log_key: LogKey) -> None:
    other = by(act, make_act().actor)
    append(act, some_event("0" * 64), subject=_SUBJECT)
    append(other, some_event("1" * 64), subject=_SUBJECT)
    append(act, some_event("2" * 64), subject=_OTHER)
    sequence(MOMENT)
    waiting = append(other, some_event("3" * 64), subject=_SUBJECT)

    def positions(**which: str) -> list[int]:
        return [entry.position for entry in queries.entries(**which)]

    assert positions(subject=_SUBJECT) == [1, 0]
    assert positions(actor=act.actor) == [2, 0]
    assert positions(subject=_SUBJECT, actor=act.actor) == [0]
    assert positions(kind="record.college.founded") == [2, 1, 0]
    assert positions(kind="record.text.erased") == []
    with pytest.raises(TypeError):
        queries.entries(body="x")
    assert [e.position for e in queries.entries_about(_SUBJECT)] == [0, 1, None]
    assert queries.entries_by(other.actor)[0] == waiting
    assert [e.position for e in queries.entries_by(other.actor, before=waiting.id)] == [1]


def test_mark_grows_with_every_committed_act(
    act: Act, log_key: LogKey, django_assert_num_queries
) -> None:
    assert queries.latest_mark() == queries.count() == 0
    make_entries(act, 3)
    assert queries.latest_mark() == 3
    sequence(MOMENT)
    assert queries.latest_mark() == 3
    make_entries(act, 1)
    with django_assert_num_queries(1):
        assert queries.latest_mark() == 4


def test_latest_signed_and_its_age(act: Act, log_key: LogKey) -> None:
    assert (queries.latest_signed(), queries.age(MOMENT)) == (None, None)
    make_entries(act, 3)
    sequence(MOMENT)
    make_entries(act, 3)
    integrate(MOMENT + timedelta(minutes=5))
    assert queries.latest_signed().size == 3
    assert queries.age(MOMENT + timedelta(minutes=9)) == timedelta(minutes=9)
    assert queries.log_key() == log_key
