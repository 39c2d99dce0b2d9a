"""may_appeal: the author of a restricted text, once, at every stage."""

from college.debates.models import Hearing, Restriction
from tests.debates.permissions import ALL
from tests.debates.permissions.heard import again, restriction_of
from tests.debates.permissions.said import claim_of


def test_may_appeal(cast):
    restriction = restriction_of(cast, claim_of(cast, "holder"))
    cast.assert_allowed("may_appeal", lambda c: (again(restriction),), {"holder": ALL})


def test_nobody_appeals_twice(cast):
    restriction = restriction_of(cast, claim_of(cast, "holder"))
    Hearing.objects.update(appealed_at=cast.stand.at)
    cast.assert_allowed("may_appeal", lambda c: (again(restriction),), {})


def test_nobody_appeals_what_was_lifted(cast):
    restriction = restriction_of(cast, claim_of(cast, "holder"))
    Restriction.objects.update(lifted_at=cast.stand.at, lifted_by="review")
    cast.assert_allowed("may_appeal", lambda c: (again(restriction),), {})


def test_who_is_suspended_appeals_too(cast):
    restriction = restriction_of(cast, claim_of(cast, "holder"))
    Hearing.objects.update(author=cast.roles["suspended"])
    cast.assert_allowed("may_appeal", lambda c: (again(restriction),), {"suspended": ALL})
