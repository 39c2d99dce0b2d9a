"""A version goes back to its editors: both drafts are done with, the joint one holds what it says."""

from collections.abc import Collection

from django.db.models import F

from college.debates.queries import labels
from college.ground.act import Act
from college.record.actions.entries import append
from college.record.charters import charter_in_force
from college.summaries.actions.carrying import put_back
from college.summaries.actions.summaries import enter, tell_editors
from college.summaries.events.versions import VersionReturned
from college.summaries.models import (
    Draft,
    SectionSignature,
    SettledSection,
    Summary,
    Version,
)
from college.summaries.rules import addresses
from college.summaries.rules.life import ReturnGround, Side, SummaryState, Take, VersionState
from college.summaries.rules.sections import Section, sections

_TOLD = {
    ReturnGround.REFUSED: "summaries.version.refused",
    ReturnGround.SOURCES: "summaries.version.sources",
}


def send_back(
    act: Act, version: Version, *, ground: ReturnGround, reopened: Collection[Section]
) -> None:
    """Settle ``reopened`` sections of a version of a locked debate anew, on the joint draft; all others stay
    as the version has them. A certified version is read on until the next one is."""
    summary = version.summary
    if version.state == VersionState.CANDIDATE:
        version.state = VersionState.RETURNED
        version.save(update_fields=["state"])
    event = VersionReturned(
        version=version.public_id, summary=summary.public_id, ground=ground.value
    )
    append(act, event, subject=summary.debate.public_id)
    keys = dict(summary.debate.viewpoints.values_list("public_id", "pk"))
    every = [
        (one.kind.value, keys.get(one.viewpoint))
        for one in sections(labels.viewpoints_of(summary.debate))
    ]
    joint, _new = Draft.objects.get_or_create(
        summary=summary, round=summary.round, side=Side.JOINT, defaults={"begun_at": act.at}
    )
    put_back(act, joint, version, every)
    settle_anew(act, summary, reopened=reopened)
    tell_editors(act, summary, _TOLD[ground], addresses.settle(summary.debate.slug))


def settle_anew(act: Act, summary: Summary, *, reopened: Collection[Section] | None = None) -> None:
    """Let sections of a summary of a locked debate be settled anew; ``None``: every one. Settling begins.

    With ``reopened`` the others stand as the joint draft has them.
    """
    rows = SettledSection.objects.filter(summary=summary, round=summary.round, reopened_at=None)
    signed = SectionSignature.objects.filter(summary=summary, round=summary.round, replaced_at=None)
    wanted = {(one.kind.value, one.viewpoint) for one in reopened or ()}
    for row in rows.annotate(key=F("viewpoint__public_id")):
        if reopened is None or (row.section, row.key or "") in wanted:
            row.reopened_at = act.at
        else:
            row.take = Take.THIRD
        row.save(update_fields=["reopened_at", "take"])
    for mark in signed.annotate(key=F("viewpoint__public_id")):
        if reopened is None or (mark.section, mark.key or "") in wanted:
            mark.replaced_at = act.at
            mark.save(update_fields=["replaced_at"])
    enter(act, summary, SummaryState.SETTLING, act.at + charter_in_force().clocks.settling)
