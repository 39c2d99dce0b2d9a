"""What members of the cast have said, while the debate was open."""

from college.debates.actions.challenges import challenge
from college.debates.actions.claims import add_claim
from college.debates.actions.concessions import concede
from college.debates.models import Contribution
from tests.debates.permissions.conftest import Cast


def claim_of(cast: Cast, role: str) -> Contribution:
    member = cast.roles[role]
    assert member is not None
    words = f"{role} says so, after {cast.debate.contributions.count()} others."
    return add_claim(cast.stand.act(member), cast.debate, form="factual", text=words)


def challenge_of(cast: Cast, role: str, target: Contribution) -> Contribution:
    member = cast.roles[role]
    assert member is not None
    return challenge(cast.stand.act(member), target, form="unclear", text="What is that?")


def concession_of(cast: Cast, role: str, claim: Contribution) -> Contribution:
    member = cast.roles[role]
    assert member is not None
    return concede(cast.stand.act(member), claim, text="So it is.")


def fresh(row: Contribution) -> Contribution:
    """As it is now, at the stage its debate has now."""
    return Contribution.objects.select_related("debate", "viewpoint").get(pk=row.pk)
