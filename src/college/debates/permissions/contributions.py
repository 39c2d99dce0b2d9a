"""Who may add what to a debate, answer, concede, correct and take back."""

from collections.abc import Callable

from college.debates.models import Contribution, Debate, Link
from college.debates.queries import delegates, holdings
from college.debates.rules import challenges
from college.debates.rules.kinds import Kind, State
from college.debates.rules.posting import may_add
from college.debates.rules.stages import Stage
from college.people.models import Member
from college.people.permissions import may_take_part

_CORRECTING = {Stage.FRAMING, Stage.OPEN, Stage.CLOSING}


def may_contribute(member: Member | None, debate: Debate, kind: Kind) -> bool:
    """Any member, undecided ones too, what the stage is for. Answers and concessions ask for more."""
    return may_take_part(member) and may_add(Stage(debate.stage), kind)


def may_challenge(member: Member | None, target: Contribution) -> bool:
    """Any member but the author, of a text that stands, while the debate is open."""
    return (
        may_contribute(member, target.debate, Kind.CHALLENGE)
        and target.state == State.STANDING
        and not _is_author(member, target)
    )


def may_answer(member: Member | None, target: Contribution) -> bool:
    """Who holds the challenged text ``target``: its author, and holders of the viewpoint it was said for."""
    if member is None or not may_contribute(member, target.debate, Kind.ANSWER):
        return False
    holding = holdings.current(member, target.debate)
    return challenges.may_answer(
        member.pk,
        holding.viewpoint_id if holding else None,
        author=target.author_id,
        author_viewpoint=target.viewpoint_id,
    )


def may_concede(member: Member | None, claim: Contribution) -> bool:
    """The standing delegate of a viewpoint, of a claim that was not said for that viewpoint."""
    if member is None or not may_contribute(member, claim.debate, Kind.CONCESSION):
        return False
    holding = holdings.current(member, claim.debate)
    viewpoint = holding.viewpoint if holding else None
    return (
        viewpoint is not None
        and viewpoint.pk != claim.viewpoint_id
        and claim.kind == Kind.CLAIM
        and claim.state == State.STANDING
        and delegates.speaks_for(member, viewpoint)
    )


def may_revoke(member: Member | None, concession: Contribution) -> bool:
    """The standing delegate of the viewpoint that conceded, until the debate is closed."""
    return (
        member is not None
        and may_take_part(member)
        and concession.kind == Kind.CONCESSION
        and concession.state == State.STANDING
        and concession.revoked_at is None
        and concession.debate.stage in _CORRECTING
        and concession.viewpoint is not None
        and delegates.speaks_for(member, concession.viewpoint)
    )


def may_revise(member: Member | None, contribution: Contribution) -> bool:
    """Its author, while it stands and the debate is not closed."""
    return (
        may_take_part(member)
        and contribution.state == State.STANDING
        and contribution.debate.stage in _CORRECTING
        and _is_author(member, contribution)
    )


def may_succeed(member: Member | None, contribution: Contribution) -> bool:
    """Its author, with a contribution of the same kind where the stage is for it."""
    return (
        may_contribute(member, contribution.debate, Kind(contribution.kind))
        and contribution.state == State.STANDING
        and _is_author(member, contribution)
    )


def may_withdraw(member: Member | None, contribution: Contribution) -> bool:
    """Its author, at any time: what one wrote is one's own to take back."""
    return (
        may_take_part(member)
        and contribution.state in {State.STANDING, State.RESTRICTED}
        and _is_author(member, contribution)
    )


def may_confirm_link(member: Member | None, link: Link) -> bool:
    """The author of the contribution that bears the link, until the debate is closed."""
    source = link.source
    return (
        may_take_part(member)
        and source.state == State.STANDING
        and source.debate.stage in _CORRECTING
        and _is_author(member, source)
    )


def _is_author(member: Member | None, contribution: Contribution) -> bool:
    return member is not None and contribution.author_id == member.pk


PERMISSIONS: dict[str, Callable[..., bool]] = {
    "may_contribute": may_contribute,
    "may_challenge": may_challenge,
    "may_answer": may_answer,
    "may_concede": may_concede,
    "may_revoke": may_revoke,
    "may_revise": may_revise,
    "may_succeed": may_succeed,
    "may_withdraw": may_withdraw,
    "may_confirm_link": may_confirm_link,
}
