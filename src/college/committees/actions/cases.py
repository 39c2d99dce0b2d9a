"""Cases: opened by the room that asks, withdrawn, appealed, tried again, enacted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.db import transaction

from college.committees.actions.filing import file_draw
from college.committees.actions.stewards import hand_to_stewards
from college.committees.actions.stories import open_stories
from college.committees.events.cases import CaseAppealed, CaseFiled, CaseWithdrawn, VerdictEnacted
from college.committees.models import Case, CaseParty, Shown
from college.committees.queries import cases, rosters
from college.committees.rules import ladder
from college.committees.rules.areas import OF_EVERY_SIDE, Procedure
from college.committees.rules.eligibility import Party
from college.committees.rules.feasibility import Unmet
from college.committees.rules.feasibility import serving as serves
from college.committees.rules.ladder import CaseState, Step
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.queries import members_by_id
from college.record.actions.entries import append
from college.record.charters import charter_in_force
from college.record.models import Text

#: Viewpoints between which there is something to agree on.
_FEWEST_SIDES = 2


@transaction.atomic
def open_case(
    act: Act,
    *,
    procedure: Procedure,
    rule: str,
    shown: Sequence[Text],
    asked: Text | None = None,
    scope: str = "",
    own_side: str = "",
    viewpoints: Sequence[str] = (),
    labels: Mapping[str, str] | None = None,
    parties: Mapping[str, Party] | None = None,
    grounds: Sequence[str] = (),
    sealed: bool = False,
) -> Case:
    """Put a question to panels. The asking room keeps the row's key and enacts the verdict.

    ``shown``: what the panels read, without author. ``asked``: the asker's reason. ``scope``: the debate's
    public id. ``own_side``: the viewpoint of the text's author. ``labels``: member's public id → viewpoint
    held when the epoch that takes cases opened (``queries.epochs.taking().opened_at``). ``parties``: who
    may not sit, and why. ``grounds``: what a ballot may tick; the rule, if nothing else is said. ``sealed``:
    the record does not name the texts (those of a control case, while it is certified). The entry names
    the clock as its actor, so that nobody learns from it who reported. What every side has to agree on
    (``areas.OF_EVERY_SIDE``) has two viewpoints at least, and no own side.
    """
    if procedure in OF_EVERY_SIDE and len(viewpoints) < _FEWEST_SIDES:
        raise Refusal("committees.case.one-viewpoint")
    case = Case.objects.create(
        procedure=procedure,
        rule=rule,
        grounds=list(grounds or (rule,)),
        scope=scope,
        own_side=own_side,
        viewpoints=sorted(viewpoints),
        labels={member: side for member, side in (labels or {}).items() if side},
        asked=asked,
        opened_at=act.at,
        state=CaseState.FILED,
        step=Step.FIRST,
    )
    for order, text in enumerate(shown, start=1):
        Shown.objects.create(case=case, order=order, text=text)
    add_parties(case, parties or {})
    event = CaseFiled(
        case=case.public_id,
        procedure=procedure,
        rule=rule,
        scope=scope,
        shown=() if sealed else tuple(text.commitment for text in shown),
    )
    append(replace(act, actor="clock"), event, subject=case.public_id)
    if file_draw(act, case, step=Step.FIRST) is None:
        hand_to_stewards(act, case, unmet=Unmet.TOO_FEW)
    return case


@transaction.atomic
def add_parties(case: Case, parties: Mapping[str, Party]) -> None:
    """More people who may not sit: those who join in asking. Those already named keep their ground."""
    members = members_by_id(list(parties))
    known = set(case.parties.values_list("member__public_id", flat=True))
    CaseParty.objects.bulk_create(
        CaseParty(case=case, member=members[public_id], ground=ground)
        for public_id, ground in parties.items()
        if public_id in members and public_id not in known
    )


@transaction.atomic
def withdraw(act: Act, case: Case) -> bool:
    """Nobody asks any more. Only before a panel sits; later the case goes on. ``True`` if withdrawn."""
    row = _locked(case)
    before = row.state in {CaseState.FILED, CaseState.STEWARDS} and row.step == Step.FIRST
    if not before or row.verdict:
        return False
    row.state = CaseState.WITHDRAWN
    row.save(update_fields=["state"])
    row.draws.filter(decided_at=None).update(decided_at=act.at)
    clock = replace(act, actor="clock")
    append(clock, CaseWithdrawn(case=row.public_id), subject=row.public_id)
    open_stories(clock, row)
    return True


@transaction.atomic
def appeal(act: Act, case: Case) -> Case:
    """Ask for the review that this case has not had; free, once. The asking room says who may."""
    row = _locked(case)
    decided = Choice(row.verdict) if row.verdict else Choice.KEEP
    if row.state != CaseState.SETTLED or row.provisional:
        raise Refusal("committees.appeal.not-yet")
    every_side = row.procedure in OF_EVERY_SIDE
    if not ladder.may_appeal(Step(row.step), decided, every_side=every_side):
        raise Refusal("committees.appeal.final")
    if row.verdict_at + charter_in_force().clocks.appealing < act.at:
        raise Refusal("committees.appeal.too-late")
    if row.draws.filter(decided_at=None).exists():
        raise Refusal("committees.appeal.under-way")
    if file_draw(act, row, step=Step.REVIEW) is None:
        raise Refusal("committees.appeal.nobody-serves")
    row.step, row.state, row.appealed_at = Step.REVIEW, CaseState.FILED, act.at
    row.save(update_fields=["step", "state", "appealed_at"])
    append(replace(act, actor="clock"), CaseAppealed(case=row.public_id), subject=row.public_id)
    return row


@transaction.atomic
def try_again(act: Act, case: Case) -> bool:
    """Put what stewards decided to the first lawful panels. ``False`` while nobody serves."""
    row = _locked(case)
    if not row.provisional or row.state != CaseState.SETTLED or rosters.in_force() is None:
        return False
    if row.draws.filter(decided_at=None).exists():
        return False
    if file_draw(act, row, step=Step.FIRST) is None:
        return False
    row.state, row.unmet = CaseState.FILED, ""
    row.save(update_fields=["state", "unmet"])
    return True


def step(act: Act) -> int:
    """Put what stewards decided to the first lawful panels; once for each roster that is large enough."""
    roster = rosters.in_force()
    if roster is None:
        return 0
    serving, charter = roster.places.count(), charter_in_force()
    rows = cases.provisional().exclude(draws__epoch__pooled__roster=roster)
    able = [row for row in rows if serves(Procedure(row.procedure), charter, serving)]
    return sum(try_again(act, row) for row in able)


@transaction.atomic
def mark_enacted(act: Act, case: Case) -> Case:
    """The asking room did what the verdict says, in the same transaction; safe to repeat."""
    row = _locked(case)
    if row.verdict and row.enacted_at is None:
        row.enacted_at = act.at
        row.save(update_fields=["enacted_at"])
        event = VerdictEnacted(case=row.public_id, verdict=row.verdict)
        append(replace(act, actor="clock"), event, subject=row.public_id)
    return row


def _locked(case: Case) -> Case:
    return Case.objects.select_for_update(no_key=True).get(pk=case.pk)
