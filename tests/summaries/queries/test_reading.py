"""The read model of a version: everything beside its sentence, in a constant number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from college.debates.queries import viewpoints
from college.record.actions.texts import erase
from college.summaries.queries.reading import reading
from college.summaries.rules.life import CertificateState, CommentState, Fairness
from college.summaries.rules.sections import SectionKind
from tests.factories.acts import MOMENT, make_act
from tests.factories.colleges import make_college
from tests.factories.readings import (
    attest,
    make_certificate,
    make_comment,
    make_shelf,
    make_version,
    make_wording,
)

pytestmark = pytest.mark.django_db


def test_reading_has_every_section_and_what_viewpoints_hold_in_the_debates_order() -> None:
    make_college()
    shelf = make_shelf(viewpoints=4)
    version = make_version(shelf)
    found = reading(version, now=MOMENT)
    shuffled = [one.viewpoint.public_id for one in viewpoints.shown(shelf.stand.debate)]
    assert [badge.public_id for badge in found.viewpoints] == shuffled
    assert [part.kind for part in found.parts[:2]] == [SectionKind.QUESTION, SectionKind.TERMS]
    assert [p.section.viewpoint for p in found.parts if p.viewpoint] == shuffled
    assert len(found.parts) == 12


def test_reading_numbers_what_it_rests_on_once_in_the_order_of_reading() -> None:
    make_college()
    shelf = make_shelf()
    one, two, three = shelf.said[:3]
    said = {
        "question": [("0123456789abc", "First.", [two, one])],
        "evidence": [("0123456789abd", "Second.", [one, three])],
    }
    found = reading(make_version(shelf, said), now=MOMENT)
    assert [[n.number for n in line.notes] for line in found.lines] == [[1, 2], [2, 3]]
    assert [n.item.public_id for n in found.notes] == [one_.public_id for one_ in (two, one, three)]
    assert "quay 1" in found.notes[0].html


def test_reading_keeps_the_wording_that_was_meant_and_says_that_there_is_a_newer_one() -> None:
    make_college()
    shelf = make_shelf(said=3)
    claim = shelf.said[0]
    version = make_version(shelf, {"question": [("0123456789abc", "It runs.", [claim])]})
    make_wording(claim, "The ferry of quay 0 did not run at all.")
    [note] = reading(version, now=MOMENT).notes
    assert note.stale
    assert note.pinned == 1
    assert "the council counted them" in note.html


def test_reading_puts_attestations_and_comments_at_their_sentence_in_the_debates_order() -> None:
    make_college()
    shelf = make_shelf(viewpoints=3)
    version = make_version(shelf)
    target = shelf.rows(version)[3].statement
    for viewpoint, holder in zip(shelf.stand.viewpoints, shelf.stand.holders, strict=True):
        attest(version, viewpoint, holder)
        attest(
            version, viewpoint, holder, statement=target, fairness=Fairness.NOT_FAIR, comment="No."
        )
        make_comment(version, holder, viewpoint, on=target)
    make_comment(version, shelf.stand.proposer, None, on=target)
    lost = make_comment(version, shelf.stand.proposer, None)
    make_comment(version, shelf.stand.proposer, None, on=target, state=CommentState.WITHDRAWN)
    found = reading(version, now=MOMENT)
    order = [badge.letter for badge in found.viewpoints]
    [line] = [line for line in found.lines if line.attested or line.comments]
    assert line.statement == target
    assert [one.viewpoint.letter for one in found.whole] == order
    assert [one.viewpoint.letter for one in line.remarked] == order
    assert [one.viewpoint and one.viewpoint.letter for one in line.comments] == [*order, None]
    assert {one.quoted for one in line.comments} == {line.words[:20]}
    assert [one.public_id for one in found.lost] == [lost.public_id]


def test_reading_attaches_no_comment_behind_erased_words() -> None:
    make_college()
    shelf = make_shelf()
    version = make_version(shelf)
    first, second, third, *_ = shelf.rows(version)
    make_comment(version, shelf.stand.proposer, None, on=first.statement)
    make_comment(version, shelf.stand.proposer, None, on=third.statement)
    erase(make_act("steward"), second.text, ground="law")
    found = reading(version, now=MOMENT)
    assert [line.statement for line in found.lines if line.comments] == [first.statement]
    assert len(found.lost) == 1
    assert [line.statement for line in found.lines if line.gone] == [second.statement]


def test_reading_names_the_case_behind_each_certificate() -> None:
    make_college()
    shelf = make_shelf()
    version = make_version(shelf, certified=False)
    one, two = shelf.stand.viewpoints
    granted = make_certificate(version, one, provisional=True)
    make_certificate(version, two, state=CertificateState.REFUSED, reserved=True)
    form = make_certificate(version, None)
    found = reading(version, now=MOMENT)
    told = {part.viewpoint.public_id: part.certified for part in found.parts if part.viewpoint}
    assert told[one.public_id].case.public_id == granted.case.public_id
    assert told[one.public_id].case.provisional
    assert told[two.public_id].reserved
    assert found.form.case.public_id == form.case.public_id


def test_reading_asks_as_many_questions_for_a_long_version_as_for_a_short_one() -> None:
    make_college()
    shelf = make_shelf(said=60)
    counts = []
    for each in (1, 9):
        version = make_version(shelf, each=each)
        for row in shelf.rows(version):
            make_comment(version, shelf.stand.proposer, None, on=row.statement)
            attest(
                version, shelf.stand.viewpoints[0], shelf.stand.holders[0], statement=row.statement
            )
        with CaptureQueriesContext(
            connection,
        ) as queries:
            reading(version, now=MOMENT)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 22
