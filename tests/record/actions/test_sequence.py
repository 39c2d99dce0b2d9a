"""The sequencer: places, tiles, heads, notes."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from college.ground.act import Act
from college.ground.refusals import Refusal
from college.record import signing
from college.record.actions import sequence as sequencing
from college.record.actions.sequence import Sequenced, integrate, sequence, sign
from college.record.models import Checkpoint, Entry, Tile
from college.record.rules.notes import LogKey
from tests.factories.acts import MOMENT, make_act
from tests.factories.record import check_database, make_entries


@pytest.mark.django_db
def test_sequence_of_nothing_signs_nothing(log_key: LogKey) -> None:
    assert sequence(MOMENT) == Sequenced(integrated=0, signed=0, size=0)
    assert not Checkpoint.objects.exists()


@pytest.mark.django_db
def test_sequence_places_in_order_of_arrival(act: Act, log_key: LogKey) -> None:
    _text, first = make_entries(act, 300)
    assert sequence(MOMENT) == Sequenced(integrated=300, signed=1, size=300)
    _text, second = make_entries(act, 5)
    assert sequence(MOMENT) == Sequenced(integrated=5, signed=1, size=305)
    placed = Entry.objects.order_by("position").values_list("id", flat=True)
    assert list(placed) == [entry.id for entry in first + second]
    assert check_database(log_key) == 305


@pytest.mark.django_db
def test_sequence_again_changes_nothing(act: Act, log_key: LogKey) -> None:
    make_entries(act, 3)
    sequence(MOMENT)
    before = list(Checkpoint.objects.values())
    assert sequence(MOMENT + timedelta(days=1)) == Sequenced(integrated=0, signed=0, size=3)
    assert list(Checkpoint.objects.values()) == before


@pytest.mark.django_db
def test_integrate_in_bounded_steps(
    act: Act, log_key: LogKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Small batches and heads give the tree of one large batch."""
    monkeypatch.setattr(sequencing, "BATCH", 100)
    make_entries(act, 700)
    assert [integrate(MOMENT, most=260) for _ in range(4)] == [260, 260, 180, 0]
    assert sign(signing.load()) == 3
    assert [c.size for c in Checkpoint.objects.order_by("size")] == [260, 520, 700]
    assert check_database(log_key) == 700


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 400), max_size=5), st.integers(1, 300))
@pytest.mark.django_db(transaction=True)
def test_sequence_whatever_the_batches(log_key: LogKey, counts: list[int], batch: int) -> None:
    """After each run, every tile is what the entries give. The log goes on through all examples."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sequencing, "BATCH", batch)
        for count in counts:
            if count:
                make_entries(make_act(), count)
            sequence(MOMENT)
            assert check_database(log_key) == Entry.objects.count()


@pytest.mark.django_db
def test_sequence_refuses_a_clock_behind_the_last_head(act: Act, log_key: LogKey) -> None:
    make_entries(act, 1)
    sequence(MOMENT)
    make_entries(act, 1)
    with pytest.raises(Refusal) as refused:
        sequence(MOMENT - timedelta(minutes=1))
    assert refused.value.code == "record.clock.behind"
    assert Entry.objects.filter(position=None).count() == 1
    # Two ticks in the wrong order are no clock running backwards.
    assert sequence(MOMENT - timedelta(seconds=1)).integrated == 1
    assert Checkpoint.objects.get(size=2).at == MOMENT


@pytest.mark.django_db
def test_a_crash_between_fixing_and_signing_ends_in_the_same_note(
    act: Act, log_key: LogKey
) -> None:
    make_entries(act, 5)
    integrate(MOMENT)
    signer = signing.load()
    head = Checkpoint.objects.get()
    assert head.note == ""
    lost = signer.sign(head.size, bytes(head.root))
    assert sequence(MOMENT) == Sequenced(integrated=0, signed=1, size=5)
    assert Checkpoint.objects.get().note == lost


@pytest.mark.django_db
def test_sequence_refuses_damaged_tiles(act: Act, log_key: LogKey) -> None:
    make_entries(act, 5)
    sequence(MOMENT)
    tile = Tile.objects.get()
    # Of five leaves the first four are read as one inner node; the fifth is read itself.
    Tile.objects.update(hashes=bytes(tile.hashes)[:-32] + bytes(32))
    make_entries(act, 1)
    with pytest.raises(RuntimeError, match="do not give the root"):
        sequence(MOMENT)
    assert Entry.objects.filter(position=None).count() == 1


@pytest.mark.django_db
def test_sequence_refuses_a_database_put_back_from_an_older_copy(act: Act, log_key: LogKey) -> None:
    """The key remembers size 7; the database knows nothing of it and would grow another tree of 7."""
    signing.load().sign(7, b"r" * 32)
    make_entries(act, 3)
    with pytest.raises(Refusal) as refused:
        sequence(MOMENT)
    assert refused.value.code == "record.log.rolled-back"
    assert refused.value.params == {"signed": 7, "found": 0}
    assert not Checkpoint.objects.exists()


@pytest.mark.django_db
def test_sequence_refuses_another_tree_of_a_signed_size(act: Act, log_key: LogKey) -> None:
    signing.load().sign(3, b"r" * 32)
    make_entries(act, 3)
    integrate(MOMENT)
    with pytest.raises(Refusal, match="rolled-back"):
        sequence(MOMENT)
    assert Checkpoint.objects.get().note == ""


@pytest.mark.django_db
def test_sequence_without_a_key_is_refused(act: Act, tmp_path, settings) -> None:
    settings.KEYS = tmp_path / "nowhere"
    make_entries(act, 1)
    with pytest.raises(Refusal, match=r"record\.key\.missing"):
        sequence(MOMENT)
    assert Entry.objects.filter(position=None).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_sequencers_and_a_writer_at_once(log_key: LogKey) -> None:
    """Every entry gets one place, whoever comes first."""
    errors: list[BaseException] = []

    def working(work) -> threading.Thread:
        def run() -> None:
            try:
                for _ in range(12):
                    work()
            except BaseException as error:  # noqa: BLE001  told to the test below
                errors.append(error)
            finally:
                connection.close()

        return threading.Thread(target=run)

    threads = [
        working(lambda: make_entries(make_act(), 40)),
        working(lambda: make_entries(make_act(), 40)),
        working(lambda: sequence(MOMENT)),
        working(lambda: sequence(MOMENT)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    sequence(MOMENT)
    assert check_database(log_key) == 960


@pytest.mark.django_db(transaction=True)
def test_an_entry_that_commits_late_is_placed_late(log_key: LogKey) -> None:
    """On PostgreSQL a lower id may become visible after a higher one has its place."""
    if connection.vendor == "sqlite":
        # One writer at a time: ids are given in the order of commits.
        return
    written, may_commit = threading.Event(), threading.Event()

    def slow_act() -> None:
        try:
            with transaction.atomic():
                make_entries(make_act(), 2)
                written.set()
                may_commit.wait(120)
        finally:
            connection.close()

    thread = threading.Thread(target=slow_act)
    thread.start()
    assert written.wait(120)
    make_entries(make_act(), 3)
    assert sequence(MOMENT).size == 3
    may_commit.set()
    thread.join()
    assert sequence(MOMENT).size == 5
    assert check_database(log_key) == 5
    late = list(Entry.objects.order_by("position").values_list("id", flat=True))
    assert late[3:] == sorted(late)[:2]
