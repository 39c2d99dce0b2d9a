"""Ask the committees whether what somebody objected to is refused."""

from collections.abc import Iterator

from college.committees.models import Case
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.debates.actions.asking import Held, open_in
from college.debates.models import (
    Contribution,
    Debate,
    Delegate,
    Move,
    RemarkClaim,
    Revision,
    Viewpoint,
)
from college.debates.rules.refusals import RefusalRule
from college.ground.act import Act
from college.people.models import Member
from college.record.models import Text

Target = Debate | Viewpoint | Delegate | Move | RemarkClaim

RULES: dict[type, RefusalRule] = {
    Debate: RefusalRule.QUESTION,
    Viewpoint: RefusalRule.VIEWPOINT,
    Delegate: RefusalRule.DELEGATE,
    Move: RefusalRule.MOVE,
    RemarkClaim: RefusalRule.REMARK_CLAIM,
}


def open_refusal(act: Act, target: Target, *, reason: Text, by: Member) -> Case:
    """Ask whether a thing is refused, in a locked debate. The panel reads it, and the first objection."""
    debate = debate_of(target)
    concerned = concerned_by(target)
    parties = {by.public_id: Party.REPORTED}
    parties |= {member.public_id: Party.AUTHOR for member in concerned}
    return open_in(
        act,
        debate,
        procedure=Procedure.REFUSAL,
        rule=RULES[type(target)].value,
        shown=[*_shown(target), reason],
        reason=reason,
        parties=parties,
        own_side=lambda held: _own_side(target, concerned, held),
    )


def debate_of(target: Target) -> Debate:
    """The debate a thing belongs to."""
    if isinstance(target, Debate):
        return target
    if isinstance(target, Delegate):
        return target.viewpoint.debate
    return target.remark.brief.debate if isinstance(target, RemarkClaim) else target.debate


def concerned_by(target: Target) -> list[Member]:
    """Whose thing it is: they may not sit, and are told what came of it."""
    if isinstance(target, Debate | Viewpoint):
        return [target.proposed_by]
    if isinstance(target, Move):
        seats = (target.proposed_by, target.seconded_by)
        return [seat.member for seat in seats if seat is not None]
    return [target.member] if target.member is not None else []


def _own_side(target: Target, concerned: list[Member], held: Held) -> str:
    if isinstance(target, Delegate):
        return target.viewpoint.public_id
    if isinstance(target, Move):
        return ""  # a pair of two sides made it
    return held.get(concerned[0].public_id, "") if concerned else ""


def _shown(target: Target) -> Iterator[Text]:
    """What the panel reads of it."""
    if isinstance(target, Debate):
        yield target.wordings.select_related("text").order_by("-number")[0].text
    elif isinstance(target, Viewpoint | Delegate):
        viewpoint = target if isinstance(target, Viewpoint) else target.viewpoint
        newest = viewpoint.wordings.select_related("name", "statement").order_by("-number")[0]
        yield newest.name
        yield newest.statement
    elif isinstance(target, RemarkClaim):
        yield target.remark.text
        yield target.reason
    else:
        yield from _of_move(target)


def _of_move(move: Move) -> Iterator[Text]:
    yield move.reason
    if move.question is not None:
        yield move.question
    for row in (move.contribution, move.onto):
        if row is not None:
            yield _words(row)


def _words(row: Contribution) -> Text:
    return Revision.objects.select_related("text").get(contribution=row, number=row.head).text
