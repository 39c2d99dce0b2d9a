"""What a link may point to, and what a person may put into one act."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from college.debates.rules.kinds import TARGETS, Kind, LinkKind, State
from college.ground.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Target:
    """A contribution as a link sees it. ``debate`` and ``id`` are compared, nothing else."""

    id: int
    debate: int
    kind: Kind
    state: State


def check(relation: LinkKind, target: Target, *, debate: int) -> None:
    """Refuse a link across debates, to the wrong kind, or to a text that is not there any more."""
    if target.debate != debate:
        raise Refusal("debates.contribution.elsewhere")
    if target.kind not in TARGETS[relation]:
        raise Refusal(
            "debates.contribution.wrong-target", relation=relation.value, kind=target.kind.value
        )
    if target.state is not State.STANDING:
        raise Refusal("debates.contribution.gone")


def premises(given: Sequence[int], *, new: int, conclusion: int, most: int) -> None:
    """Refuse no premise, too many, one twice, or the conclusion among them.

    ``given`` are existing claims, ``new`` how many are worded in the same act.
    """
    count = len(given) + new
    if count == 0:
        raise Refusal("debates.argument.no-premise")
    if count > most:
        raise Refusal("debates.argument.premises", count=count, most=most)
    if len(set(given)) != len(given):
        raise Refusal("debates.argument.premise-twice")
    if conclusion in given:
        raise Refusal("debates.argument.own-premise")


def points_to(given: Collection[object], *, most: int) -> None:
    """Refuse an answer that points to more than anybody would follow."""
    if len(given) > most:
        raise Refusal("debates.answer.points", count=len(given), most=most)


@dataclass(frozen=True, slots=True)
class Span:
    """Exact words of a passage or a remark: characters from 0, end exclusive."""

    source: str
    start: int
    end: int
