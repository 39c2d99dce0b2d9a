"""Who attests, and answers."""

from collections.abc import Callable

from college.people.models import Member
from college.people.permissions import may_take_part
from college.summaries.models import Attestation, Version
from college.summaries.queries import attestations, editors, versions
from college.summaries.rules.life import SummaryState, VersionState


def may_attest(member: Member | None, version: Version) -> bool:
    """The delegate who stands for a viewpoint: of the version that is out, and of the certified one."""
    if member is None or not may_take_part(member) or not is_open_to_delegates(version):
        return False
    return attestations.spoken_for(member, version) is not None


def may_answer_attestation(member: Member | None, attestation: Attestation) -> bool:
    """Whoever edited the summary, of either team, what stands and is not answered; a bare "fair" asks for
    no answer."""
    if member is None or not may_take_part(member) or attestation.comment_id is None:
        return False
    return editors.ever_seated(attestation.version.summary).filter(member=member).exists()


def is_open_to_delegates(version: Version) -> bool:
    """While it is out, and once it is certified as long as no later one is."""
    if version.state == VersionState.CERTIFIED:
        newest = versions.newest_certified(version.summary.debate)
        return newest is not None and newest.pk == version.pk
    is_out = version.summary.state == SummaryState.ATTESTING
    return version.state == VersionState.CANDIDATE and is_out


PERMISSIONS: dict[str, Callable[..., bool]] = {
    "may_attest": may_attest,
    "may_answer_attestation": may_answer_attestation,
}
