"""A viewpoint's own panel: drawn from its holders, then from those of none, and verified from outside."""

from collections.abc import Iterable

import pytest

from college.committees.actions import cases
from college.committees.models import Case
from college.committees.queries import epochs
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.committees.rules.tally import Choice
from college.debates.queries import labels
from college.ground.act import Act, Door
from college.people.models import Member
from college.record import signing
from college.record.actions.texts import commit_plain
from tests.college_verify.planting import Copy, read, resealed
from tests.college_verify.verifying import failures
from tests.factories.colleges import ORIGIN, make_college
from tests.factories.courts import HOUR, Court, make_court

#: How many of the second viewpoint's holders are left, to whom nothing in it belongs.
LEFT = 2


class Drawn:
    """Two sections before their own panels: the second side's holders, but for two, wrote it."""

    def __init__(self, court: Court) -> None:
        self.first, self.second = court.room.stand.viewpoints[:2]
        wrote = [h.member for h in self.second.holdings.filter(ended_at=None).order_by("id")][LEFT:]
        self.cases = [
            _ask(court, self.first.public_id),
            _ask(court, self.second.public_id, wrote=wrote),
        ]
        court.wait_for_draw()
        for case in self.cases:
            court.hear(case, lambda seat: Choice.GRANT)
            case.refresh_from_db()
            cases.mark_enacted(_clock(court), case)
        court.go(court.at + HOUR)


def _clock(court: Court) -> Act:
    return Act("clock", court.at, Door.CLOCK)


def _ask(court: Court, side: str, *, wrote: Iterable[Member] = ()) -> Case:
    """As a summary asks for the certificate of a section."""
    taking = epochs.taking()
    assert taking is not None
    held = labels.labels_at(court.room.debate, taking.opened_at)
    others = {member: Party.OTHER_SIDE for member, holds in held.items() if holds != side}
    return cases.open_case(
        _clock(court),
        procedure=Procedure.SECTION,
        rule="own-section",
        shown=[commit_plain("The ferry runs every day. [1]")],
        scope=court.room.debate.public_id,
        own_side=side,
        viewpoints=(side,),
        labels={member: holds for member, holds in held.items() if holds == side},
        parties=others | {member.public_id: Party.AUTHOR for member in wrote},
    )


@pytest.fixture
def drawn(db, settings, tmp_path) -> tuple[Drawn, Copy]:
    settings.LOG_ORIGIN, settings.KEYS = ORIGIN, tmp_path / "keys"
    signing.create()
    make_college()
    court = make_court()
    return Drawn(court), read(court.publish(tmp_path / "honest"))


def test_own_panels_are_drawn_of_their_own_and_hold_for_the_verifier(drawn, tmp_path):
    made, log = drawn
    assert failures(log.publish(tmp_path / "copy")) == []
    for case, side in zip(made.cases, (made.first, made.second), strict=True):
        document = log.document(log.story(case.public_id))["announcement"]["document"]
        assert document["viewpoints"] == [side.public_id]
        assert {holds for _place, holds in document["pool"]} <= {side.public_id, ""}
        assert Case.objects.get(pk=case.pk).verdict == Choice.GRANT


def test_where_too_few_of_its_own_can_sit_those_of_none_do_and_it_is_marked(drawn):
    made, log = drawn
    whole, short = (log.document(log.story(case.public_id)) for case in made.cases)
    assert {(own, fallback) for *_seat, own, fallback in whole["seating"]["document"]["seats"]} == {
        (True, False)
    }
    seats = short["seating"]["document"]["seats"]
    assert len(seats) == 6
    assert all(own for *_seat, own, _fallback in seats)
    assert sum(not fallback for *_seat, fallback in seats) <= LEFT
    assert any(fallback for *_seat, fallback in seats)


def test_somebody_of_another_side_in_its_pool_is_found(drawn, tmp_path):
    made, log = drawn
    commitment = log.story(made.cases[0].public_id)
    announcement = log.document(commitment)["announcement"]
    old, document = resealed(announcement), announcement["document"]
    place, _side = document["pool"][0]
    document["pool"][0] = [place, made.second.public_id]
    log.recommit(commitment)
    log.replace(old, resealed(announcement))
    found = failures(log.publish(tmp_path / "copy"))
    assert any("holds another viewpoint, and could be drawn" in sentence for *_, sentence in found)


def test_an_own_panel_that_was_drawn_for_all_sides_is_found(drawn, tmp_path):
    made, log = drawn
    commitment = log.story(made.cases[0].public_id)
    announcement = log.document(commitment)["announcement"]
    old, document = resealed(announcement), announcement["document"]
    document["viewpoints"] = sorted([made.first.public_id, made.second.public_id])
    log.recommit(commitment)
    log.replace(old, resealed(announcement))
    found = failures(log.publish(tmp_path / "copy"))
    assert any("not drawn for that viewpoint" in sentence for *_, sentence in found)
