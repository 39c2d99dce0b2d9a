"""Certify a version: ask its panels, do what they say, follow them if a second look turns a verdict."""

from django.db import transaction

from college.committees.actions import cases
from college.committees.models import Case
from college.committees.queries.reasons import reasons_against, reasons_for
from college.committees.rules.tally import Choice
from college.debates.actions import stages
from college.debates.actions.locking import locked
from college.debates.rules.stages import Stage
from college.ground.act import Act
from college.record.actions.entries import append
from college.record.actions.texts import commit
from college.record.models import Text
from college.summaries.actions.asking import ask_for_all
from college.summaries.actions.comments import reanchor
from college.summaries.actions.returning import send_back
from college.summaries.actions.summaries import enter
from college.summaries.events.versions import (
    CertificateGranted,
    CertificateRefused,
    VersionCertified,
)
from college.summaries.models import Version
from college.summaries.queries import certificates, summaries, versions
from college.summaries.rules.life import (
    CertificateState,
    ReturnGround,
    SummaryState,
    VersionState,
)
from college.summaries.rules.sections import Section, SectionKind
from college.summaries.rules.versions import ENOUGH, FORM


def step(act: Act) -> int:
    """Versions whose attestation is over go to their panels; how many did, or went back."""
    done = 0
    for summary in summaries.due(SummaryState.ATTESTING).filter(until__lte=act.at):
        version = versions.newest(summary)
        done += version is not None and ask(act, version)
    return done


@transaction.atomic
def ask(act: Act, version: Version) -> bool:
    """Ask for the certificates of a version that was out long enough; whether it was time. If what it rests
    on changed meanwhile it goes back instead. Safe to repeat."""
    version = _fresh(version)
    summary = version.summary
    if summary.state != SummaryState.ATTESTING or version.state != VersionState.CANDIDATE:
        return False
    if summary.until is not None and summary.until > act.at:
        return False
    if _went_back(act, version):
        return True
    enter(act, summary, SummaryState.CERTIFYING, None)
    ask_for_all(act, version)
    _conclude(act, version)
    return True


@transaction.atomic
def enact(act: Act, case: Case) -> bool:
    """Do what the last verdict on a certificate says; whether anything was done. Safe to repeat.

    Nobody's refusal without a reason counts (law 4): such a section stands, uncertified, and the page says
    so. So does one that its panels refused twice, each with reasons.
    """
    found = certificates.by_case(case)
    if found is None:
        return False
    version = _fresh(found.version)
    granted = case.verdict == Choice.GRANT
    reason = _reason(case)
    found.state = CertificateState.GRANTED if granted else CertificateState.REFUSED
    found.reason, found.settled_at, found.reserved = reason, act.at, not granted
    found.save(update_fields=["state", "reason", "settled_at", "reserved"])
    if not granted and reason is not None:
        before = certificates.refusals(version.summary, found.section, found.viewpoint)
        found.reserved = before >= ENOUGH
        found.save(update_fields=["reserved"])
    told = {
        "version": version.public_id,
        "section": found.section or FORM,
        "viewpoint": found.viewpoint.public_id if found.viewpoint else "",
        "case": case.public_id,
        "reason": reason.commitment if reason else "",
    }
    event = CertificateGranted(**told) if granted else CertificateRefused(**told)
    append(act, event, subject=version.summary.debate.public_id)
    certificates.carried_from(found).update(
        state=found.state, reason=reason, reserved=found.reserved, settled_at=act.at
    )
    cases.mark_enacted(act, case)
    newest = versions.newest(version.summary)
    if newest is not None:
        _follow(act, _fresh(newest))
    return True


@transaction.atomic
def certify(act: Act, version: Version) -> None:
    """A version of a locked debate is certified: it replaces the one before it, and comments go along.

    One that was made before new evidence opened the debate again says nothing of what was said since: the
    debate waits for its next round.
    """
    summary = version.summary
    version.state, version.certified_at = VersionState.CERTIFIED, act.at
    version.save(update_fields=["state", "certified_at"])
    kept = certificates.of_version(version).filter(reserved=True)
    reserved = [row.case or (row.carried_from and row.carried_from.case) for row in kept]
    event = VersionCertified(
        version=version.public_id,
        summary=summary.public_id,
        number=version.number,
        reserved=tuple(case.public_id for case in reserved if case is not None),
    )
    append(act, event, subject=summary.debate.public_id)
    reanchor(act, version)
    enter(act, summary, SummaryState.CERTIFIED, None)
    debate = locked(summary.debate)
    if debate.closed_at is None or version.made_at >= debate.closed_at:
        stages.summarise(act, debate)


def _follow(act: Act, version: Version) -> None:
    """What a verdict means for the newest version. A certified one whose certificate fell is read on, and
    its editors mend it; a debate that is open again has its next round anyway."""
    summary = version.summary
    if version.state == VersionState.CANDIDATE and summary.state == SummaryState.CERTIFYING:
        _conclude(act, version)
    elif version.state == VersionState.CERTIFIED and summary.state == SummaryState.CERTIFIED:
        refused = _refused(version)
        if refused and summary.debate.stage == Stage.SUMMARISED:
            send_back(act, version, ground=ReturnGround.REFUSED, reopened=refused)


def _conclude(act: Act, version: Version) -> None:
    """Once every panel has said what it found: back to the editors, or certified."""
    if certificates.of_version(version).filter(state=CertificateState.ASKED).exists():
        return
    if refused := _refused(version):
        send_back(act, version, ground=ReturnGround.REFUSED, reopened=refused)
    elif not _went_back(act, version):
        certify(act, version)


def _refused(version: Version) -> list[Section]:
    """The sections that panels refused; where they refused the form, all of them."""
    every = [section for section, _statements in versions.sections_of(version)]
    found: list[Section] = []
    rows = certificates.of_version(version)
    for row in rows.filter(state=CertificateState.REFUSED, reserved=False):
        if row.viewpoint is None:
            return every
        found.append(Section(SectionKind(row.section), row.viewpoint.public_id))
    return found


def _went_back(act: Act, version: Version) -> bool:
    """A version goes back if something it rests on was withdrawn, restricted or erased; whether it did."""
    lost = {link.row.statement for link in versions.lost_links(version)}
    sections = [
        section
        for section, statements in versions.sections_of(version)
        if lost & {row.statement for row in statements}
    ]
    if sections:
        send_back(act, version, ground=ReturnGround.SOURCES, reopened=sections)
    return bool(sections)


def _reason(case: Case) -> Text | None:
    """Why it was decided so, in the words of those who did; ``None`` where nobody said anything."""
    granted = case.verdict == Choice.GRANT
    said = reasons_for(case) if granted else reasons_against(case)
    words = "\n\n".join(one for one in said if one)
    return commit(words) if words else None


def _fresh(version: Version) -> Version:
    """The version as it is, in its debate, which is locked."""
    locked(version.summary.debate)
    told = ("summary__debate", "document")
    return Version.objects.select_related(*told).get(pk=version.pk)
