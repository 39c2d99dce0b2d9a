"""Kill the College between any two steps; nothing that was committed is lost, and no size has two trees.

One long life with many deaths: each child records acts, erases a text, sequences and publishes, and dies
one step later than the child before it. Then what is left is checked, the work is taken up again, and the
log and its folder are checked as a whole.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connections

from college.ground.act import Act
from college.record import queries, signing
from college.record.actions import texts
from college.record.actions.files import write_log
from college.record.actions.sequence import sequence
from college.record.models import Checkpoint, Entry, Text, TextState
from college.record.rules.notes import LogKey
from tests.factories.acts import MOMENT, make_act
from tests.factories.record import check_database, check_folder, make_entries
from tests.record.deaths import DIED, FINISHED, live, note_down, told

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

#: More than a tile, so that every round fills one and begins another level or hash.
_ENTRIES = 258


@dataclass(frozen=True)
class Ground:
    """Where a life takes place."""

    folder: Path
    signed: Path
    acknowledged: Path

    def acknowledge(self, line: str) -> None:
        """What the member is told once the act is done."""
        note_down(self.acknowledged, line)


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    return Ground(tmp_path / "log", tmp_path / "signed", tmp_path / "acknowledged")


def _rows() -> list[tuple[int, bytes, int | None]]:
    rows = Entry.objects.order_by("id").values_list("id", "body", "position")
    return [(pk, bytes(body), position) for pk, body, position in rows]


def _deaths(
    work: Callable[[], None], ground: Ground, after: Callable[[], None], *, ends: int = 1
) -> int:
    """Let children die at step 1, 2, 3, … until ``ends`` of them in a row come to their end."""
    finished = 0
    for deadly in itertools.count(1):
        before = _rows()
        status = live(work, deadly=deadly, signed=ground.signed)
        assert status in (DIED, FINISHED), f"step {deadly}"
        _nothing_is_lost(before)
        after()
        finished = finished + 1 if status == FINISHED else 0
        if finished == ends:
            return deadly
    raise AssertionError


def _nothing_is_lost(before: list[tuple[int, bytes, int | None]]) -> None:
    now = {pk: (body, position) for pk, body, position in _rows()}
    for pk, body, position in before:
        assert now[pk][0] == body
        assert position in (None, now[pk][1])


def _one_tree_per_size(ground: Ground) -> None:
    """Everything that was ever signed, by whichever child, is a beginning of the log as it is."""
    roots = dict(line.split() for line in set(told(ground.signed)))
    assert len(roots) == len(set(told(ground.signed))), "a size was signed with two roots"
    heads = {str(c.size): bytes(c.root).hex() for c in Checkpoint.objects.all()}
    assert roots.items() <= heads.items()


def test_kill_at_each_step_of_an_act(log_key: LogKey, ground: Ground) -> None:
    """The text, its entries and the erasure: all of an act or nothing of it; what was acknowledged, stays."""

    def work() -> None:
        text, _entries = make_entries(make_act(), 3)
        ground.acknowledge(f"committed {text.commitment}")
        texts.erase(make_act(), text, ground="law")
        ground.acknowledge(f"erased {text.commitment}")

    def after() -> None:
        bodies = [bytes(body) for body in Entry.objects.values_list("body", flat=True)]
        for text in Text.objects.all():
            naming = [body for body in bodies if text.commitment.encode() in body]
            erased = text.state == TextState.TOMBSTONE
            assert len(naming) == (4 if erased else 3)
        # Every entry has its text: no act is half there.
        erased_texts = Text.objects.filter(state=TextState.TOMBSTONE).count()
        assert len(bodies) == 3 * Text.objects.count() + erased_texts
        states = dict(Text.objects.values_list("commitment", "state"))
        for line in told(ground.acknowledged):
            what, commitment = line.split()
            assert commitment in states
            assert what == "committed" or states[commitment] == TextState.TOMBSTONE

    assert _deaths(work, ground, after) >= 8
    assert sequence(MOMENT).size == Entry.objects.count()
    check_database(log_key)


def test_kill_at_each_step_of_sequencing(log_key: LogKey, ground: Ground) -> None:
    def after() -> None:
        _one_tree_per_size(ground)
        check_database(log_key)
        # If a head that was lost had been signed, this would make another one.
        make_entries(make_act(), 1)
        assert sequence(MOMENT).size == Entry.objects.count()
        _one_tree_per_size(ground)
        make_entries(make_act(), _ENTRIES)

    make_entries(make_act(), _ENTRIES)
    assert _deaths(_sequence, ground, after) > 15
    check_database(log_key)


def _sequence() -> None:
    sequence(MOMENT)


def test_kill_at_each_step_of_founding(tmp_path: Path, ground: Ground, settings: object) -> None:
    """The key, its public file, the first entry, the first signature, the first files."""
    settings.KEYS = tmp_path / "keys"

    def work() -> None:
        signing.create()
        if not Entry.objects.exists():
            make_entries(make_act(), 1)
        write_log(ground.folder, at=MOMENT)

    keys = set()

    def after() -> None:
        _one_tree_per_size(ground)
        if (settings.KEYS / "log.key").exists():
            keys.add(signing.create().vkey)
            check_database(signing.verifier())

    assert _deaths(work, ground, after) > 40
    assert len(keys) == 1
    write_log(ground.folder, at=MOMENT)
    check_folder(ground.folder, signing.verifier())


def test_kill_at_each_step_of_publishing(log_key: LogKey, ground: Ground) -> None:
    """Acts, sequencing and files in one go, from a log that has all of it already."""
    act = make_act()
    lives = itertools.count()

    def work() -> None:
        text, _entries = make_entries(act, _ENTRIES)
        ground.acknowledge(text.commitment)
        _change_a_text(act, next(lives))
        write_log(ground.folder, at=MOMENT)

    def after() -> None:
        next(lives)
        assert set(told(ground.acknowledged)) <= set(
            Text.objects.values_list("commitment", flat=True)
        )
        _one_tree_per_size(ground)
        _published_is_signed(ground, log_key)
        write_log(ground.folder, at=MOMENT)
        connections.close_all()

    make_entries(act, _ENTRIES)
    write_log(ground.folder, at=MOMENT)
    assert _deaths(work, ground, after, ends=2) > 60
    assert check_database(log_key) == check_folder(ground.folder, log_key)
    _one_tree_per_size(ground)
    _files_are_those_of_a_fresh_folder(ground, log_key)


def _change_a_text(act: Act, life: int) -> None:
    """In turn: withhold one, publish it again, erase another, leave all as they are."""
    text = Text.objects.filter(state=TextState.OPEN).order_by("commitment").first()
    withheld = Text.objects.filter(state=TextState.WITHHELD).first()
    if life % 4 == 0 and text:
        texts.withhold(act, text, ground="law", case="", until=MOMENT + timedelta(days=1))
    elif life % 4 == 1 and withheld:
        texts.release(act, withheld)
    elif life % 4 == 2 and text:
        texts.erase(act, text, ground="law")


def _published_is_signed(ground: Ground, key: LogKey) -> None:
    """What the folder shows right after the death is whole: its checkpoint, and every tile under it."""
    shown = check_folder(ground.folder, key, cut_short=True)
    assert shown <= queries.latest_signed().size


def _files_are_those_of_a_fresh_folder(ground: Ground, key: LogKey) -> None:
    fresh = ground.folder.with_name("fresh")
    write_log(fresh, at=MOMENT)
    check_folder(fresh, key)
    for path in fresh.rglob("*"):
        if path.is_file():
            assert (ground.folder / path.relative_to(fresh)).read_bytes() == path.read_bytes()
    left = {p.name for p in ground.folder.rglob("*") if p.is_file() and p.name.startswith(".")}
    assert left <= {".new"}


def test_the_shim_counts_what_it_should(log_key: LogKey, ground: Ground) -> None:
    """A guard of the guard: a death just before the commit loses the act, one step later keeps it."""
    counts = []
    for deadly in itertools.count(1):
        status = live(_one_act, deadly=deadly, signed=ground.signed)
        counts.append(Entry.objects.count())
        if status == FINISHED:
            break
    assert counts[0] == 0
    assert counts[-1] - counts[-2] == 1
    assert counts == sorted(counts)


def _one_act() -> None:
    make_entries(make_act(), 1)
