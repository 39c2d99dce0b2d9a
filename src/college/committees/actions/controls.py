"""Control cases: offered, certified without being told the answer, mixed in among real ones, opened after."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.db import transaction

from college.committees.actions.cases import mark_enacted, open_case
from college.committees.events.audit import ControlCertified, ControlOpened, ControlRefused
from college.committees.models import Case, Control
from college.committees.queries import controls
from college.committees.rules.areas import Procedure
from college.committees.rules.controls import is_certified
from college.committees.rules.eligibility import Party
from college.committees.rules.tally import Choice, Ruling
from college.ground.act import Act
from college.ground.ids import new_public_id
from college.ground.refusals import Refusal
from college.people.queries import acting_member
from college.record.actions.entries import append
from college.record.actions.texts import commit


@transaction.atomic
def offer_control(
    act: Act,
    *,
    words: str,
    rule: str,
    grounds: Sequence[str],
    answer: Choice,
    scope: str,
    sides: Sequence[str],
    viewpoints: Sequence[str],
    labels: Mapping[str, str],
) -> list[Control]:
    """Offer a text that nobody published, with its answer, for one side or as a pair for two.

    The asking room says who may. ``sides``: the viewpoints it is given as if their holder wrote it.
    Panels with seats for every viewpoint judge it like any other, not told the answer, nor any side.
    """
    member = acting_member(act)
    if not words.strip():
        raise Refusal("committees.control.empty")
    if len(set(sides)) not in {1, 2} or not set(sides) <= set(viewpoints):
        raise Refusal("committees.control.sides")
    text = commit(words.strip())
    certificate = open_case(
        act,
        procedure=Procedure.CERTIFY,
        rule=rule,
        grounds=grounds,
        shown=[text],
        sealed=True,
        scope=scope,
        viewpoints=viewpoints,
        labels=labels,
        parties={member.public_id: Party.AUTHOR},
    )
    pair = new_public_id()
    return [
        Control.objects.create(
            procedure=Procedure.CONDUCT,
            rule=rule,
            grounds=list(grounds),
            scope=scope,
            own_side=side,
            pair=pair,
            text=text,
            answer=answer,
            proposer=member,
            proposed_at=act.at,
            certificate=certificate,
        )
        for side in dict.fromkeys(sides)
    ]


@transaction.atomic
def use_controls(
    act: Act, pair: Sequence[Control], *, viewpoints: Sequence[str], labels: Mapping[str, str]
) -> list[Case]:
    """Put the controls of one pair to panels, looking like any case of conduct.

    The asking room gives the labels as for a report. A case that has brought one along is ticked off.
    """
    dues = list(controls.dues(act.at).select_for_update()[: len(pair)])
    if not dues:
        return []
    opened = []
    rows = Control.objects.select_for_update(of=("self",)).filter(
        pk__in=[control.pk for control in pair], case=None, certified_at__isnull=False
    )
    for control in rows.select_related("text", "certificate", "proposer").order_by("id"):
        judged = dict.fromkeys(controls.certifiers(control.certificate), Party.JUDGED)
        control.case = open_case(
            act,
            procedure=Procedure(control.procedure),
            rule=control.rule,
            grounds=control.grounds,
            shown=[commit(control.text.words)],
            scope=control.scope,
            own_side=control.own_side,
            viewpoints=viewpoints,
            labels=labels,
            parties={**judged, control.proposer.public_id: Party.AUTHOR},
        )
        control.used_at = act.at
        control.save(update_fields=["case", "used_at"])
        if dues:
            due = dues.pop(0)
            due.control = control
            due.save(update_fields=["control"])
        opened.append(control.case)
    return opened


def step(act: Act) -> int:
    """Look at certificates that are settled; open controls that are decided."""
    return sum(_certify(act, case) for case in controls.to_certify()) + sum(
        _open(act, control) for control in controls.to_open()
    )


@transaction.atomic
def _certify(act: Act, case: Case) -> int:
    row = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    verdict = Ruling(Choice(row.verdict), row.verdict_ground)
    cast = controls.cast_by_viewpoint(row)
    clock = replace(act, actor="clock")
    for control in Control.objects.filter(certificate=row, certified_at=None, refused_at=None):
        answer = Choice(control.answer)
        if is_certified(answer, verdict, cast, provisional=row.provisional):
            control.certified_at, event = act.at, ControlCertified
        else:
            control.refused_at, event = act.at, ControlRefused
        control.save(update_fields=["certified_at", "refused_at"])
        append(
            clock,
            event(control=control.public_id, case=row.public_id),
            subject=control.public_id,
        )
    mark_enacted(act, row)
    return 1


@transaction.atomic
def _open(act: Act, control: Control) -> int:
    row = Control.objects.select_for_update(of=("self",)).select_related("case", "certificate")
    row = row.get(pk=control.pk)
    if row.opened_at is not None:
        return 0
    row.opened_at = act.at
    row.save(update_fields=["opened_at"])
    event = ControlOpened(
        control=row.public_id,
        case=row.case.public_id,
        certificate=row.certificate.public_id,
        pair=row.pair,
        text=row.text_id,
        answer=row.answer,
        verdict=row.case.verdict,
    )
    append(replace(act, actor="clock"), event, subject=row.case.public_id)
    mark_enacted(act, row.case)
    return 1
