"""may_hold_text: the member on emergency duty, of a threat or private data that is being heard."""

import pytest

from college.committees.queries.duty import duty_member
from college.committees.rules.eligibility import Party
from college.debates.permissions import allows
from college.debates.rules.grounds import Ground
from tests.debates.permissions.heard import report_by
from tests.debates.permissions.said import claim_of
from tests.factories.committees import make_roster


@pytest.fixture
def duty(cast):
    make_roster(at=cast.stand.at)
    return duty_member(cast.stand.at).member


@pytest.mark.parametrize("ground", [Ground.THREAT, Ground.PRIVATE_DATA, Ground.INSULT])
def test_may_hold_text(cast, duty, ground):
    hearing = report_by(cast, "undecided", claim_of(cast, "holder"), ground).hearing
    others = [member for member in cast.roles.values() if member != duty]
    assert not any(_may(member, hearing, cast.stand.at) for member in others)
    assert _may(duty, hearing, cast.stand.at) == (ground is not Ground.INSULT)


def test_nobody_holds_a_text_as_a_party(cast, duty):
    hearing = report_by(cast, "undecided", claim_of(cast, "holder"), Ground.THREAT).hearing
    hearing.case.parties.create(member=duty, ground=Party.NAMED)
    assert not _may(duty, hearing, cast.stand.at)


def test_nobody_holds_what_was_decided(cast, duty):
    hearing = report_by(cast, "undecided", claim_of(cast, "holder"), Ground.THREAT).hearing
    hearing.settled_at = cast.stand.at
    assert not _may(duty, hearing, cast.stand.at)


def _may(member, hearing, at) -> bool:
    return allows("may_hold_text", member, hearing, at)
