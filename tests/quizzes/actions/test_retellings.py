"""Viewpoints stated by people who do not hold them: written, read unmarked, told of, taken back."""

import pytest

from college.people.actions.membership import resign
from college.people.models import Notice
from college.quizzes.actions.retellings import forget_due, say, withdraw_retelling
from college.quizzes.models import Retelling, RetellingReading
from college.quizzes.queries.retellings import aggregates, own, sitting, unread
from college.quizzes.rules.life import Recognition, RetellingState
from college.record.charters import charter_in_force
from college.record.models import Entry
from tests.factories.acts import refused
from tests.factories.colleges import make_college
from tests.factories.retellings import WORDS, Hall, make_hall

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall() -> Hall:
    make_college()
    return make_hall()


def words(number: int) -> str:
    return f"{WORDS} That is reason {number}."


def test_words_are_kept_once_and_stand_in_no_entry(hall: Hall) -> None:
    before = Entry.objects.count()
    made = hall.write(words=f"  {WORDS}\r\n")
    assert made.words == WORDS
    assert made.state == RetellingState.WAITING
    assert hall.write().pk == made.pk
    assert Entry.objects.count() == before


def test_holders_and_people_outside_may_not_write(hall: Hall) -> None:
    with refused("quizzes.permission.may-not"):
        hall.write(by=hall.readers[0])


def test_so_many_wait_at_most_and_readings_make_room(hall: Hall) -> None:
    most = charter_in_force().limits.retellings_waiting
    first, *_rest = [hall.write(words=words(number)) for number in range(most)]
    with refused("quizzes.retelling.too-many"):
        hall.write(words=words(most))
    assert hall.write(words=words(0)).pk == first.pk
    for reader in hall.readers:
        hall.read(reader, first)
    first.refresh_from_db()
    assert first.state == RetellingState.READ
    assert hall.write(words=words(most))


def test_holder_reads_written_and_real_ones_unmarked_and_not_their_own(hall: Hall) -> None:
    made = hall.write()
    speaker, reader = hall.stand.holders[0], hall.readers[0]
    assert sitting(speaker, hall.viewpoint) == []
    found = sitting(reader, hall.viewpoint)
    marks = {one.mark for one in found}
    assert hall.mark(reader, made) in marks
    assert 2 <= len(marks) <= 6
    assert not any(one.public_id in str(found) for one in (made, *hall.shelf.said))
    assert marks.isdisjoint(one.mark for one in sitting(hall.readers[1], hall.viewpoint))
    assert found == sitting(reader, hall.viewpoint)


def test_what_is_real_was_said_by_that_side_and_can_be_read(hall: Hall) -> None:
    reader = hall.readers[0]
    real = [one.real for one in unread(reader, hall.viewpoint) if one.real is not None]
    assert {one.viewpoint_id for one in real} == {hall.viewpoint.pk}
    assert {one.kind for one in real} == {"claim", "argument"}


def test_each_is_said_once(hall: Hall) -> None:
    made, reader = hall.write(), hall.readers[0]
    mark = hall.mark(reader, made)
    act = hall.act(reader)
    assert say(act, hall.viewpoint, {mark: Recognition.RECOGNISED}) == 1
    assert say(act, hall.viewpoint, {mark: Recognition.NOT_YET}) == 0
    assert RetellingReading.objects.get().said == Recognition.RECOGNISED
    assert mark not in {one.mark for one in sitting(reader, hall.viewpoint)}
    with refused("quizzes.retelling.nothing-said"):
        say(act, hall.viewpoint, {})


def test_mark_of_another_reader_leads_nowhere(hall: Hall) -> None:
    made = hall.write()
    theirs = hall.mark(hall.readers[0], made)
    act = hall.act(hall.readers[1])
    assert say(act, hall.viewpoint, {theirs: Recognition.RECOGNISED}) == 0
    with refused("quizzes.permission.may-not"):
        say(hall.act(hall.writer), hall.viewpoint, {theirs: Recognition.RECOGNISED})


def test_writer_alone_is_told_and_from_the_third_reading_only(hall: Hall) -> None:
    made = hall.write()
    for reader in hall.readers[:2]:
        hall.read(reader, made)
        hall.read(reader, None, recognised=False)
    assert own(hall.writer, hall.stand.debate)[0].told is None
    assert not Notice.objects.filter(code="quizzes.retelling.read").exists()
    hall.read(hall.readers[2], made, recognised=False)
    hall.read(hall.readers[2], None)
    told = own(hall.writer, hall.stand.debate)[0].told
    assert told is not None
    assert (told.read, told.recognised, told.real_read, told.real_recognised) == (3, 2, 3, 1)
    assert told.as_often
    assert own(hall.readers[0], hall.stand.debate) == []
    assert [one.member for one in Notice.objects.filter(code="quizzes.retelling.read")] == [
        hall.writer
    ]


def test_writer_is_told_of_three_more_at_once(hall: Hall) -> None:
    made = hall.write()
    readers = [*hall.readers, *(hall.add_holder() for _ in range(3))]
    for number, reader in enumerate(readers, start=1):
        hall.read(reader, made, recognised=number > 3)
        told = own(hall.writer, hall.stand.debate)[0].told
        counted = (told.read, told.recognised) if told else None
        assert counted == {3: (3, 0), 4: (3, 0), 5: (3, 0), 6: (6, 3)}.get(number)


def test_real_ones_that_others_read_are_not_beside_it(hall: Hall) -> None:
    made = hall.write()
    for reader in hall.readers:
        hall.read(reader, made)
    hall.read(hall.add_holder(), None)
    told = own(hall.writer, hall.stand.debate)[0].told
    assert told is not None
    assert told.real_read == 0


def test_aggregates_are_sums_of_every_viewpoint(hall: Hall) -> None:
    made = hall.write()
    hall.read(hall.readers[0], made)
    hall.read(hall.readers[1], made, recognised=False)
    hall.read(hall.readers[1], None)
    first, second = (one.public_id for one in hall.stand.viewpoints)
    assert aggregates(hall.stand.debate) == [(first, 2, 1, 1, 1), (second, 0, 0, 0, 0)]
    Retelling.objects.update(state=RetellingState.RESTRICTED)
    assert aggregates(hall.stand.debate)[0] == (first, 0, 0, 1, 1)


def test_taken_back_is_deleted_with_what_was_said_of_it(hall: Hall) -> None:
    made = hall.write()
    hall.read(hall.readers[0], made)
    with refused("quizzes.permission.may-not"):
        withdraw_retelling(hall.act(hall.readers[0]), made)
    for _twice in range(2):
        withdraw_retelling(hall.act(hall.writer), made)
    assert not Retelling.objects.exists()
    assert not RetellingReading.objects.exists()


def test_taken_back_meanwhile_is_passed_over(hall: Hall) -> None:
    made, reader = hall.write(), hall.readers[0]
    mark = hall.mark(reader, made)
    withdraw_retelling(hall.act(hall.writer), made)
    assert say(hall.act(reader), hall.viewpoint, {mark: Recognition.RECOGNISED}) == 0


def test_words_of_who_left_are_deleted(hall: Hall) -> None:
    hall.write()
    act = hall.act(hall.readers[0])
    assert forget_due(act) == 0
    resign(hall.act(hall.writer))
    assert forget_due(act) == 1
    assert not Retelling.objects.exists()
