"""Words: how many a side has, and who may use them. The same for every viewpoint, by construction.

No function here is told which viewpoint it is about: only whether there is one (law 2, law 3).
"""

from dataclasses import dataclass

from college.debates.rules.stages import Stage
from college.ground.charter import Budgets
from college.ground.refusals import Refusal

#: Stages whose words come out of one budget. Framing lends from what the debate has while it is open.
SHARED: tuple[tuple[Stage, ...], ...] = ((Stage.FRAMING, Stage.OPEN), (Stage.CLOSING,))


@dataclass(frozen=True, slots=True)
class Allowance:
    """Words of one side: ``total``, of which ``reserved`` only for delegates; and what one person may use."""

    total: int
    reserved: int
    per_member: int
    per_delegate: int


@dataclass(frozen=True, slots=True)
class Used:
    """Words a side has used, those of its delegates among them, and those of the one who asks."""

    total: int = 0
    by_delegates: int = 0
    by_member: int = 0


def stages_with(stage: Stage) -> tuple[Stage, ...]:
    """The stages that share their budget with ``stage``."""
    return next((together for together in SHARED if stage in together), (stage,))


def allowance(budgets: Budgets, *, stage: Stage, has_viewpoint: bool) -> Allowance:
    """What a side may use at a stage; the undecided have a pool of their own, without delegates."""
    closing = stage is Stage.CLOSING
    if not has_viewpoint:
        total = budgets.undecided_closing if closing else budgets.undecided_open
        share = total * budgets.member_share // 100
        return Allowance(total=total, reserved=0, per_member=share, per_delegate=share)
    total = budgets.viewpoint_closing if closing else budgets.viewpoint_open
    reserved = total * budgets.delegate_share // 100
    share = total * budgets.member_share // 100
    return Allowance(total, reserved, per_member=share, per_delegate=min(total, share + reserved))


def left(allowed: Allowance, used: Used, *, is_delegate: bool) -> int:
    """Words this person may still use for their side at this stage."""
    of_side = allowed.total - used.total
    if is_delegate:
        return max(0, min(of_side, allowed.per_delegate - used.by_member))
    kept = max(0, allowed.reserved - used.by_delegates)
    return max(0, min(of_side - kept, allowed.per_member - used.by_member))


def spend(words: int, allowed: Allowance, used: Used, *, is_delegate: bool) -> None:
    """Refuse words that are no longer there, saying whose room is full."""
    room = left(allowed, used, is_delegate=is_delegate)
    if words <= room:
        return
    cap = allowed.per_delegate if is_delegate else allowed.per_member
    if cap - used.by_member <= room:
        raise Refusal("debates.budget.own-share", words=words, left=room, share=cap)
    raise Refusal("debates.budget.side-full", words=words, left=room, total=allowed.total)
