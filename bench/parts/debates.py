"""An open debate with viewpoints and members, come to its stage by its own dates, as in a real College."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from college.debates.actions.holdings import hold
from college.debates.actions.questions import propose_question
from college.debates.actions.viewpoints import propose_viewpoint
from college.debates.due import due
from college.debates.models import Debate, Viewpoint
from college.ground.act import Act
from college.people.actions.membership import admit
from college.people.models import Account, Member
from college.record.charters import charter_in_force

_QUESTION = "Should the town keep its {number} ferry running through the winter?"
_WAYS = (
    ("Keep the ferry as it is", "It is the only way across for those who have no car."),
    ("Run it on weekdays only", "Nearly all who cross in winter cross to work or to school."),
    ("Replace it by a bus", "A bus over the old bridge takes longer and costs a third."),
    ("Let the town vote each year", "Those who pay for the ferry should say what it is worth."),
)


@dataclass(frozen=True, slots=True)
class Stand:
    """An open debate. ``members[i]`` holds ``viewpoints[i % 4]``."""

    debate: Debate
    viewpoints: list[Viewpoint]
    members: list[Member]


def open_debate(*, members: int, number: int = 1) -> Stand:
    """A debate with four viewpoints that has been open for a day."""
    clocks = charter_in_force().clocks
    opened = datetime.now(UTC) - timedelta(days=1)
    proposed = opened - clocks.question_notice - clocks.framing
    people = [_member(n, number, at=proposed - timedelta(days=2)) for n in range(members)]
    debate = propose_question(
        _act(people[0], proposed), wording=_QUESTION.format(number=f"{number}th")
    )
    due(proposed + clocks.question_notice)
    framing = proposed + clocks.question_notice
    ways = [
        propose_viewpoint(_act(member, framing), debate, name=name, statement=statement)
        for member, (name, statement) in zip(people, _WAYS, strict=False)
    ]
    for n, member in enumerate(people[len(ways) :], start=len(ways)):
        hold(_act(member, framing), debate, viewpoint=ways[n % len(ways)])
    due(framing + clocks.viewpoint_notice)
    due(opened)
    debate.refresh_from_db()
    return Stand(debate, [Viewpoint.objects.get(pk=way.pk) for way in ways], people)


def a_member() -> str:
    """The public id of somebody who has long been a member."""
    return _member(0, 0, at=datetime.now(UTC) - timedelta(days=30)).public_id


def session_of(member: Member) -> str:
    """The cookie of a session in which the member is signed in."""
    account = member.account
    assert account is not None
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def _member(n: int, number: int, *, at: datetime) -> Member:
    account = Account.objects.create_user(f"member-{number}-{n}@example.org")
    name = f"Reader {chr(65 + n % 26)}{n} of {number}"
    return admit(Act(actor="import", at=at), account=account, public_name=name)


def _act(member: Member, at: datetime) -> Act:
    return Act(actor=member.public_id, at=at)
