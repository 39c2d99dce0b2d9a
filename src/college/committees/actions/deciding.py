"""From rulings to a verdict; a case is closed when it has one, and everything sealed is opened."""

from dataclasses import replace

from college.committees.actions.filing import file_draw
from college.committees.actions.stories import open_stories
from college.committees.events.cases import DrawUnmet, VerdictGiven
from college.committees.models import Case, Draw, PanelRuling
from college.committees.queries import cases
from college.committees.rules import ladder, tally
from college.committees.rules.areas import OF_EVERY_SIDE
from college.committees.rules.feasibility import Unmet
from college.committees.rules.ladder import CaseState, Step
from college.committees.rules.tally import Choice, Ruling
from college.ground.act import Act
from college.ground.moments import rfc3339
from college.record.actions.entries import append
from college.record.charters import charter_in_force


def rule(act: Act, draw: Draw, panel: int, ruling: Ruling) -> None:
    """Keep what one panel came to; when all have ruled, the draw is decided. The case is locked."""
    PanelRuling.objects.create(
        draw=draw, panel=panel, choice=ruling.choice, ground=ruling.ground, at=act.at
    )
    rulings = cases.rulings(draw)
    if len(rulings) == draw.panels:
        _decide(act, draw, rulings)


def refer_unmet(act: Act, case: Case, *, unmet: Unmet) -> None:
    """No review could be seated: after a disagreement everything stays, after an appeal the verdict does."""
    case.unmet = unmet
    case.state = CaseState.SETTLED
    case.save(update_fields=["unmet", "state"])
    if case.verdict:
        open_stories(replace(act, actor="clock"), case)
    else:
        give_verdict(act, case, tally.KEPT)


def leave_to_stewards(act: Act, case: Case, *, unmet: Unmet) -> None:
    """The first lawful panels that would try a provisional verdict cannot be seated either: it stands."""
    case.unmet, case.state = unmet, CaseState.SETTLED
    case.save(update_fields=["unmet", "state"])
    open_stories(replace(act, actor="clock"), case)


def give_verdict(act: Act, case: Case, decided: Ruling, *, provisional: bool = False) -> None:
    """Settle a case, or settle it otherwise than before; everything sealed in it is opened."""
    turned = (case.verdict, case.verdict_ground) != (decided.choice, decided.ground)
    case.verdict, case.verdict_ground = decided.choice, decided.ground
    case.verdict_at = act.at
    case.effect_due_at = act.at + charter_in_force().clocks.lodging
    case.state, case.provisional = CaseState.SETTLED, provisional
    if turned:
        case.enacted_at = None
    case.save()
    clock = replace(act, actor="clock")
    append(
        clock,
        VerdictGiven(
            case=case.public_id,
            step=case.step,
            verdict=decided.choice,
            ground=decided.ground or "none",
            provisional=provisional,
            due=rfc3339(case.effect_due_at),
        ),
        subject=case.public_id,
    )
    open_stories(clock, case)


def _decide(act: Act, draw: Draw, rulings: list[Ruling]) -> None:
    case = draw.case
    draw.decided_at = act.at
    draw.save(update_fields=["decided_at"])
    decided = ladder.verdict(rulings, every_side=case.procedure in OF_EVERY_SIDE)
    if draw.step == Step.RETRIAL:
        _after_retrial(act, case, rulings[0])
    elif decided is not None:
        give_verdict(act, case, decided)
    else:
        _refer(act, case)


def _refer(act: Act, case: Case) -> None:
    case.step, case.state = Step.REVIEW, CaseState.FILED
    case.save(update_fields=["step", "state"])
    if file_draw(act, case, step=Step.REVIEW) is None:
        event = DrawUnmet(case=case.public_id, ground=Unmet.TOO_FEW)
        append(replace(act, actor="clock"), event, subject=case.public_id)
        refer_unmet(act, case, unmet=Unmet.TOO_FEW)


def _after_retrial(act: Act, case: Case, decided: Ruling) -> None:
    """A re-trial's ruling replaces a verdict that no review has given; else it only informs."""
    now = Ruling(Choice(case.verdict), case.verdict_ground)
    if case.step == Step.FIRST and decided != now:
        case.step = Step.RETRIAL
        give_verdict(act, case, decided)
    else:
        open_stories(replace(act, actor="clock"), case)
