"""Settled cases are tried again, chosen by a seed that nobody knew when they were settled."""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction

from college.committees.actions.filing import file_draw
from college.committees.events.audit import RetrialEnded, SampleDrawn
from college.committees.models import Case, ControlDue, Epoch, Retrial, Sampling
from college.committees.queries import cases, epochs, retrials
from college.committees.rules.areas import Procedure
from college.committees.rules.ladder import CaseState, Step, may_appeal
from college.committees.rules.retrials import Sample, retrial_share, sampled
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.record.actions.entries import append
from college.record.charters import charter_in_force


def step(act: Act) -> int:
    """Let new seeds choose, put what was chosen to panels, and keep what they found."""
    return (
        sum(_sample(act, epoch) for epoch in retrials.unsampled())
        + sum(_file(act, retrial) for retrial in retrials.to_file())
        + sum(_end(act, retrial) for retrial in retrials.to_end())
    )


@transaction.atomic
def _sample(act: Act, epoch: Epoch) -> int:
    _row, new = Sampling.objects.get_or_create(epoch=epoch, defaults={"at": act.at})
    if not new:
        return 0
    audit = charter_in_force().audit
    settled = {case.public_id: case for case in retrials.settled_before(epoch)}
    shares = {key: retrial_share(Procedure(c.procedure), audit) for key, c in settled.items()}
    for chosen in _drawn(act, epoch, Sample.RETRIAL, shares):
        case = settled[chosen]
        Retrial.objects.create(
            case=case,
            epoch=epoch,
            chosen_at=act.at,
            verdict=case.verdict,
            verdict_ground=case.verdict_ground,
            reviewed=case.step == Step.REVIEW,
        )
    seated = {case.public_id: case for case in retrials.seated_with(epoch)}
    for chosen in _drawn(act, epoch, Sample.CONTROL, dict.fromkeys(seated, audit.controls)):
        ControlDue.objects.create(
            case=seated[chosen], epoch=epoch, not_before=_moment_of_chance(act)
        )
    return 1


def _drawn(act: Act, epoch: Epoch, sample: Sample, shares: dict[str, int]) -> list[str]:
    """Choose, and tell among which; nothing is told where there was nothing to choose from."""
    if not shares:
        return []
    chosen = sampled(bytes.fromhex(epoch.seed), sample, epoch.public_id, shares.items())
    event = SampleDrawn(
        epoch=epoch.public_id,
        sample=sample,
        considered=tuple(sorted(shares)),
        chosen=tuple(chosen),
    )
    append(replace(act, actor="clock"), event, subject=epoch.public_id)
    return chosen


def _moment_of_chance(act: Act) -> datetime:
    """Somewhere in the epoch that takes cases now; a control must not be told by the hour it came."""
    epoch = epochs.taking()
    left = max(epoch.seals_at - act.at, timedelta()) if epoch is not None else timedelta()
    return act.at + timedelta(seconds=secrets.randbelow(int(left.total_seconds()) + 1))


@transaction.atomic
def _file(act: Act, retrial: Retrial) -> int:
    """A draw for the re-trial, once nobody can appeal any more: a re-trial takes no appeal away."""
    case = Case.objects.select_for_update(no_key=True).get(pk=retrial.case_id)
    row = Retrial.objects.select_for_update().get(pk=retrial.pk)
    if row.draw_id is not None or case.state != CaseState.SETTLED:
        return 0
    if case.draws.filter(decided_at=None).exists() or _may_still_appeal(act, case):
        return 0
    row.draw = file_draw(act, case, step=Step.RETRIAL)
    if row.draw is None:
        return 0
    row.verdict, row.verdict_ground = case.verdict, case.verdict_ground
    row.reviewed = case.step == Step.REVIEW
    row.save(update_fields=["draw", "verdict", "verdict_ground", "reviewed"])
    return 1


def _may_still_appeal(act: Act, case: Case) -> bool:
    until = case.verdict_at + charter_in_force().clocks.appealing
    return may_appeal(Step(case.step), Choice(case.verdict)) and act.at <= until


@transaction.atomic
def _end(act: Act, retrial: Retrial) -> int:
    row = Retrial.objects.select_for_update(of=("self",)).select_related("case", "epoch", "draw")
    row = row.get(pk=retrial.pk)
    if row.ended_at is not None:
        return 0
    found = next(iter(cases.rulings(row.draw)), None)
    row.ended_at = act.at
    if found is not None:
        row.found, row.found_ground = found.choice, found.ground
    row.save(update_fields=["ended_at", "found", "found_ground"])
    event = RetrialEnded(
        case=row.case.public_id,
        epoch=row.epoch.public_id,
        verdict=row.verdict,
        found=row.found or "none",
        ground=row.found_ground or "none",
    )
    append(replace(act, actor="clock"), event, subject=row.case.public_id)
    return 1
