"""Who may do what about the College itself. What is not in the table is not allowed."""

from collections.abc import Callable

from college.administration.models import Proposal, Removal, Sanction
from college.committees.models import Case
from college.ground.refusals import Refusal
from college.people.models import Member, Term
from college.people.permissions import may_take_part
from college.people.queries import is_steward
from college.record.models import Text


def may_propose_charter(member: Member | None) -> bool:
    """Every member in standing; one proposal each at a time."""
    if member is None or not may_take_part(member):
        return False
    return not Proposal.objects.filter(member=member, ended="").exists()


def may_support_charter(member: Member | None, proposal: Proposal) -> bool:
    """Every other member, once, until panels are asked."""
    if member is None or not may_take_part(member) or proposal.case_id or proposal.ended:
        return False
    others = member.pk != proposal.member_id
    return others and not proposal.supports.filter(member=member).exists()


def may_ask_removal(member: Member | None, term: Term) -> bool:
    """Every other member, of a term that runs and that nobody has put to panels yet."""
    if member is None or not may_take_part(member) or term.ended_at is not None:
        return False
    asked = Removal.objects.filter(term=term, ended="").exists()
    return member.pk != term.member_id and not asked


def may_ask_sanction(member: Member | None, other: Member) -> bool:
    """A steward, of somebody else who takes part and about whom no such case is open."""
    if member is None or not may_take_part(member) or not may_take_part(other):
        return False
    if member.pk == other.pk or not is_steward(member):
        return False
    return not Sanction.objects.filter(member=other, ended="").exists()


def may_ask_again(member: Member | None, case: Case) -> bool:
    """Whose text it is, who reported it or is named in it, while the verdict is only two stewards'."""
    return member is not None and case.provisional and case.parties.filter(member=member).exists()


def may_appeal_sanction(member: Member | None, sanction: Sanction) -> bool:
    """The one who was suspended, also while suspended: an appeal is free (law 4)."""
    return member is not None and member.pk == sanction.member_id


def may_hold_text(member: Member | None, text: Text) -> bool:
    """A steward, of a text that is published: the one power over a text, for a time, with the law named."""
    return member is not None and may_take_part(member) and is_steward(member) and text.is_open


PERMISSIONS: dict[str, Callable[..., bool]] = {
    "may_appeal_sanction": may_appeal_sanction,
    "may_ask_again": may_ask_again,
    "may_ask_removal": may_ask_removal,
    "may_ask_sanction": may_ask_sanction,
    "may_hold_text": may_hold_text,
    "may_propose_charter": may_propose_charter,
    "may_support_charter": may_support_charter,
}


def allows(name: str, member: Member | None, *subject: object) -> bool:
    """Whether the table allows it."""
    permission = PERMISSIONS.get(name)
    return permission is not None and permission(member, *subject)


def require(name: str, member: Member | None, *subject: object) -> None:
    """Refuse what the table does not allow; ``web/administration/words`` has a sentence for each name."""
    if not allows(name, member, *subject):
        raise Refusal("administration.permission.may-not", permission=name)
