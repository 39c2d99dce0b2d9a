"""The moderators' moves: proposed by one, seconded by the other, undone by one objection from a party."""

from django.db import transaction

from college.committees.actions import cases
from college.debates.actions.locking import locked, moved
from college.debates.actions.objections import keep_objection
from college.debates.events.moves import (
    MoveAgreed,
    MoveProposed,
    MoveRestored,
    MoveSeconded,
    MoveUndone,
)
from college.debates.models import (
    Contribution,
    Debate,
    Delegate,
    Move,
    MoveAgreement,
    Objection,
    Viewpoint,
)
from college.debates.permissions import require
from college.debates.queries import moderators, moves, objections
from college.debates.rules import addresses, wordings
from college.debates.rules import moves as rules
from college.debates.rules.grounds import Settled
from college.debates.rules.kinds import MoveKind, State
from college.debates.rules.moves import Given, MoveStanding
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.actions.notices import settle, tell
from college.people.models import Member
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit, commit_plain
from college.record.charters import charter_in_force


@transaction.atomic
def propose_move(
    act: Act,
    debate: Debate,
    *,
    kind: MoveKind | str,
    reason: str,
    viewpoint: Viewpoint | None = None,
    contribution: Contribution | None = None,
    onto: Contribution | None = None,
    question: str = "",
) -> Move:
    """Propose a procedural move, with a reason. It does nothing until the other moderator seconds it."""
    member = acting_member(act)
    debate = locked(debate)
    require("may_propose_move", member, debate)
    refuse_haste(act)
    seat = moderators.seat_of(member, debate)
    given = Given(viewpoint is not None, contribution is not None, onto is not None, bool(question))
    rules.check(MoveKind(kind), given)
    _check_texts(debate, viewpoint, contribution, onto)
    lengths = charter_in_force().lengths
    kept_reason = wordings.reason(reason, lengths)
    kept_question = wordings.question(question, lengths) if question else ""
    move = Move.objects.create(
        debate=debate,
        kind=kind,
        proposed_by=seat,
        viewpoint=viewpoint,
        contribution=contribution,
        onto=onto,
        question=commit_plain(kept_question) if kept_question else None,
        reason=commit(kept_reason),
        at=act.at,
    )
    moved(debate)
    _tell_proposed(act, move)
    for other in moderators.seated(debate):
        if other.member_id != member.pk:
            _notify(act, other.member, "debates.move.to-second", move)
    return move


@transaction.atomic
def second_move(act: Act, move: Move) -> Move:
    """Put the other moderator's move in force; those it touches are told."""
    member = acting_member(act)
    debate = locked(move.debate)
    move = _again(debate, move)
    require("may_second_move", member, move)
    move.seconded_by = moderators.seat_of(member, debate)
    move.in_force_at = act.at
    move.save(update_fields=["seconded_by", "in_force_at"])
    moved(debate)
    _settle(act, move)
    event = MoveSeconded(
        move=move.public_id, debate=debate.public_id, moderator=move.seconded_by.public_id
    )
    append(act, event, subject=move.public_id)
    for touched in _parties(move):
        _notify(act, touched, f"debates.move.{move.kind}", move)
    return move


@transaction.atomic
def object_to_move(act: Act, move: Move, *, reason: str) -> Objection:
    """A party's objection undoes the move at once, until both sides' delegates agree to it."""
    member = acting_member(act)
    debate = locked(move.debate)
    move = _again(debate, move)
    require("may_object_to_move", member, move)
    objection = keep_objection(act, move, member=member, reason=reason)
    move.undone_at, move.agreed_at = act.at, None
    move.save(update_fields=["undone_at", "agreed_at"])
    move.agreements.all().delete()
    moved(debate)
    event = MoveUndone(move=move.public_id, debate=debate.public_id, objection=objection.public_id)
    append(act, event, subject=move.public_id)
    speakers = Delegate.objects.filter(
        viewpoint__in=moves.sides(move), stood_at__isnull=False, ended_at=None
    ).select_related("member")
    told = {delegate.member_id: delegate.member for delegate in speakers}
    told |= {seat.member_id: seat.member for seat in (move.proposed_by, move.seconded_by)}
    for each in told.values():
        if each.pk != member.pk:
            _notify(act, each, "debates.move.objected-to", move)
    return objection


@transaction.atomic
def agree_to_move(act: Act, move: Move) -> Move:
    """A side's delegate agrees to a move that is undone; when every side's did, it is in force again."""
    member = acting_member(act)
    debate = locked(move.debate)
    move = _again(debate, move)
    require("may_agree_to_move", member, move)
    sides = moves.sides(move)
    delegate = Delegate.objects.get(
        member=member, viewpoint__in=sides, stood_at__isnull=False, ended_at=None
    )
    MoveAgreement.objects.create(move=move, delegate=delegate, at=act.at)
    agreeing = MoveAgreement.objects.filter(move=move, delegate__ended_at=None)
    again = rules.is_agreed(
        {side.pk for side in sides},
        set(agreeing.values_list("delegate__viewpoint", flat=True)),
    )
    if again:
        move.agreed_at = act.at
        move.save(update_fields=["agreed_at"])
        _settle_agreed(act, move)
    moved(debate)
    event = MoveAgreed(
        move=move.public_id, debate=debate.public_id, delegate=delegate.public_id, again=again
    )
    append(act, event, subject=move.public_id)
    return move


@transaction.atomic
def restore_move(act: Act, move: Move) -> bool:
    """Put a move in force again whose objections were all taken back; whether it was. Safe to repeat."""
    debate = locked(move.debate)
    move = _again(debate, move)
    if moves.standing(move) is not MoveStanding.UNDONE or move.refused_at is not None:
        return False
    if objections.waiting().filter(move=move).exists():
        return False
    move.undone_at = None
    move.save(update_fields=["undone_at"])
    moved(debate)
    append(act, MoveRestored(move=move.public_id, debate=debate.public_id), subject=move.public_id)
    return True


def _settle_agreed(act: Act, move: Move) -> None:
    """The sides agree: nobody needs to hear the objections any more."""
    waiting = objections.waiting().filter(move=move)
    for case in {row.case for row in waiting.select_related("case") if row.case}:
        cases.withdraw(act, case)
    waiting.update(settled_at=act.at, settled=Settled.WITHDRAWN)


def _check_texts(
    debate: Debate,
    viewpoint: Viewpoint | None,
    contribution: Contribution | None,
    onto: Contribution | None,
) -> None:
    for thing in (viewpoint, contribution, onto):
        if thing is not None and thing.debate_id != debate.pk:
            raise Refusal("debates.contribution.elsewhere")
    if viewpoint is not None and viewpoint.admitted_at is None:
        raise Refusal("debates.move.not-admitted")
    for text in (contribution, onto):
        if text is not None and text.state != State.STANDING:
            raise Refusal("debates.contribution.gone")
    if contribution is not None and onto is not None:
        rules.check_repeat(
            contribution.pk,
            onto.pk,
            same_kind=contribution.kind == onto.kind,
            onto_grouped=onto.pk in moves.repeats(debate),
        )


def _again(debate: Debate, move: Move) -> Move:
    return moves.of_debate(debate).get(pk=move.pk)


def _tell_proposed(act: Act, move: Move) -> None:
    event = MoveProposed(
        move=move.public_id,
        debate=move.debate.public_id,
        moderator=move.proposed_by.public_id,
        form=MoveKind(move.kind).value,
        viewpoint=move.viewpoint.public_id if move.viewpoint else "",
        contribution=move.contribution.public_id if move.contribution else "",
        onto=move.onto.public_id if move.onto else "",
        question=move.question_id or "",
        reason=move.reason_id,
    )
    append(act, event, subject=move.public_id)


def _parties(move: Move) -> list[Member]:
    """Whom a move in force is told to: authors of what it touches; delegates of the side called on, or,
    where nobody speaks for it yet, all its holders."""
    told = {text.author_id: text.author for text in (move.contribution, move.onto) if text}
    if move.viewpoint is not None:
        speakers = move.viewpoint.delegates.filter(stood_at__isnull=False, ended_at=None)
        rows = speakers if speakers.exists() else move.viewpoint.holdings.filter(ended_at=None)
        told |= {row.member_id: row.member for row in rows.select_related("member")}
    return list(told.values())


def _settle(act: Act, move: Move) -> None:
    """The one who seconds is asked no more, unless another move waits for them too."""
    seat = move.seconded_by
    if seat is None:
        raise RuntimeError("a move is settled by whoever seconded it")
    waiting = Move.objects.filter(debate=move.debate, seconded_by=None)
    if not waiting.exclude(proposed_by__member=seat.member_id).exists():
        path = addresses.moderation(move.debate.slug)
        settle(act, seat.member, "debates.move.to-second", path=path)


def _notify(act: Act, member: Member, code: str, move: Move) -> None:
    params = {"letter": move.viewpoint.letter if move.viewpoint else ""}
    tell(member, code, params=params, path=addresses.moderation(move.debate.slug), at=act.at)
