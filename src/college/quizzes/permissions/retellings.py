"""Who states others' viewpoints, who says whether they are recognised, and who takes back and appeals."""

from collections.abc import Callable

from college.debates.models import Viewpoint
from college.debates.queries import holdings
from college.people.models import Member
from college.people.permissions import may_take_part
from college.quizzes.models import Retelling, RetellingHearing
from college.summaries.queries import versions


def may_retell(member: Member | None, viewpoint: Viewpoint) -> bool:
    """Members who do not hold it, undecided ones too, once a version of the debate's summary is certified."""
    return (
        member is not None
        and may_take_part(member)
        and viewpoint.admitted_at is not None
        and viewpoint.merged_into_id is None
        and not holdings.is_holder(member, viewpoint)
        and versions.newest_certified(viewpoint.debate) is not None
    )


def may_read_retellings(member: Member | None, viewpoint: Viewpoint) -> bool:
    """Those who hold the viewpoint now."""
    return member is not None and may_take_part(member) and holdings.is_holder(member, viewpoint)


def may_withdraw_retelling(member: Member | None, retelling: Retelling) -> bool:
    """Its writer, at any time; also while suspended: the words are theirs."""
    return member is not None and retelling.member_id == member.pk


def may_appeal_retelling(member: Member | None, hearing: RetellingHearing) -> bool:
    """The writer, of a restriction in force, once; also while suspended: an appeal is free (law 4)."""
    return (
        member is not None
        and hearing.retelling is not None
        and hearing.retelling.member_id == member.pk
        and hearing.restricted_at is not None
        and hearing.lifted_at is None
        and hearing.case.appealed_at is None
    )


PERMISSIONS: dict[str, Callable[..., bool]] = {
    "may_retell": may_retell,
    "may_read_retellings": may_read_retellings,
    "may_withdraw_retelling": may_withdraw_retelling,
    "may_appeal_retelling": may_appeal_retelling,
}
