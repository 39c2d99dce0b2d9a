"""Members and stewards for tests."""

from datetime import datetime
from itertools import count

from college.ground.act import Act
from college.people.actions.membership import admit
from college.people.actions.offices import begin_term
from college.people.models import Account, Member
from college.people.rules.standing import Office, Standing
from tests.factories.acts import MOMENT

_number = count(1)


def make_member(name: str = "", *, at: datetime = MOMENT, account: bool = False) -> Member:
    """A member in standing; with an account that can sign in if asked."""
    number = next(_number)
    own = Account.objects.create_user(f"member{number}@example.org") if account else None
    return admit(Act(actor="import", at=at), account=own, public_name=name or f"Member {number}")


def make_steward(name: str = "", *, at: datetime = MOMENT, account: bool = False) -> Member:
    member = make_member(name, at=at, account=account)
    begin_term(Act(actor="steward", at=at), member, office=Office.STEWARD)
    return member


def suspend(member: Member) -> Member:
    """The standing that a case of the committees would give."""
    member.standing = Standing.SUSPENDED
    member.save(update_fields=["standing"])
    return member


def act_by(member: Member, at: datetime = MOMENT) -> Act:
    return Act(actor=member.public_id, at=at)
