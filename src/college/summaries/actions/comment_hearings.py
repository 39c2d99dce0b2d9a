"""Report a comment, and enact what was decided about it: it gives way, or comes back.

The same closed list of grounds as for everything else that members write (``debates.rules.grounds``).
"""

from dataclasses import replace

from django.db import transaction

from college.committees.actions import cases
from college.committees.models import Case
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.committees.rules.tally import Choice
from college.debates.actions.answering import answer_of
from college.debates.actions.asking import Held, open_in
from college.debates.actions.locking import locked
from college.debates.queries.reports import made_since
from college.debates.rules import reports, wordings
from college.debates.rules.grounds import Ground, Settled
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.models import Member
from college.people.queries import acting_member, member_by_id
from college.record.actions.entries import append
from college.record.actions.texts import commit, commit_plain, release, withhold
from college.record.charters import charter_in_force
from college.record.models import Text
from college.record.rules.states import TextState
from college.summaries.actions.summaries import touch
from college.summaries.events.comments import CommentReported, CommentRestored, CommentRestricted
from college.summaries.models import Comment, CommentHearing, CommentReport
from college.summaries.permissions import require
from college.summaries.queries import comment_hearings
from college.summaries.rules import addresses
from college.summaries.rules.life import CommentState


@transaction.atomic
def report_comment(
    act: Act, comment: Comment, *, ground: Ground | str, reason: str, law: str = ""
) -> CommentReport:
    """Say that a comment breaks a ground, with one sentence why. It stays visible until it is heard.

    ``law`` names what an unlawful one breaks. A case on the same comment and ground that is open already is
    joined. Nobody learns who reported.
    """
    member, kind = acting_member(act), Ground(ground)
    locked(comment.summary.debate)
    comment = _fresh(comment)
    if comment.author_id == member.pk:
        raise Refusal("summaries.report.own")
    require("may_report_comment", member, comment)
    _check_often(act, member)
    reports.check(kind, of_remark=True, names_law=bool(law.strip()), names_kept=True, urgent=False)
    if comment_hearings.open_report(member, comment) is not None:
        raise Refusal("summaries.report.already")
    said = commit(wordings.reason(reason, charter_in_force().lengths))
    named = commit_plain(wordings.one_line(law)) if kind is Ground.UNLAWFUL else None
    hearing = _heard(act, comment, kind, said, named, by=member)
    made = CommentReport.objects.create(hearing=hearing, by=member, reason=said, at=act.at)
    event = CommentReported(
        comment=comment.public_id, case=hearing.case.public_id, ground=kind.value
    )
    # By somebody: what is told of a report never says whose it is.
    append(replace(act, actor="import"), event, subject=comment.public_id)
    touch(comment.summary)
    return made


@transaction.atomic
def appeal_comment(act: Act, hearing: CommentHearing) -> None:
    """The author asks for a second look by other people: free, one click, once."""
    member = member_by_id(act.actor)
    locked(hearing.comment.summary.debate)
    found = comment_hearings.by_case(hearing.case_id)
    if found is None:
        raise RuntimeError("a hearing has a case")
    require("may_appeal_comment", member, found)
    cases.appeal(act, found.case)
    touch(found.comment.summary)


@transaction.atomic
def enact(act: Act, case: Case) -> bool:
    """Do what the verdict on a comment asks; whether anything was done. Safe to repeat."""
    hearing = comment_hearings.by_case(case.pk)
    if hearing is None:
        return False
    locked(hearing.comment.summary.debate)
    granted = case.verdict == Choice.GRANT
    in_force = hearing.restricted_at is not None and hearing.lifted_at is None
    if granted and not in_force:
        _restrict(act, hearing, case)
    elif not granted and in_force:
        _restore(act, hearing, case)
    elif not granted and hearing.settled_at is None:
        _tell(act, hearing, "summaries.comment.kept")
    hearing.settled = Settled.GRANTED if granted else Settled.KEPT
    hearing.settled_at = act.at
    hearing.save()
    hearing.reports.filter(closed_at=None).update(closed_at=act.at)
    cases.mark_enacted(act, case)
    touch(hearing.comment.summary)
    return True


def _heard(
    act: Act, comment: Comment, ground: Ground, reason: Text, law: Text | None, *, by: Member
) -> CommentHearing:
    """The case on a comment and ground: opened, or joined while it is heard."""
    found = comment_hearings.of_ground(comment, ground)
    if found is None:
        return _open(act, comment, ground, reason, law, by=by)
    if found.settled == Settled.KEPT:
        raise Refusal("summaries.report.kept")
    if found.settled_at is not None:
        raise Refusal("summaries.report.restricted-already")
    cases.add_parties(found.case, {by.public_id: Party.REPORTED})
    return found


def _open(
    act: Act, comment: Comment, ground: Ground, reason: Text, law: Text | None, *, by: Member
) -> CommentHearing:
    case = open_in(
        act,
        comment.summary.debate,
        procedure=Procedure.CONDUCT,
        rule=ground.value,
        shown=[comment.text] if law is None else [comment.text, law],
        reason=reason,
        parties={by.public_id: Party.REPORTED, comment.author.public_id: Party.AUTHOR},
        own_side=lambda held: _side_of(comment, held),
    )
    hearing = CommentHearing.objects.create(
        case=case, comment=comment, ground=ground, opened_at=act.at
    )
    _tell(act, hearing, "summaries.comment.reported")
    return hearing


def _side_of(comment: Comment, held: Held) -> str:
    """The side of the author then; of one who declared it later, the side the comment was made for."""
    side = held.get(comment.author.public_id, "")
    if side or comment.viewpoint is None:
        return side
    return (comment.viewpoint.merged_into or comment.viewpoint).public_id


def _restrict(act: Act, hearing: CommentHearing, case: Case) -> None:
    comment, ground = hearing.comment, Ground(hearing.ground)
    hearing.reason = commit(answer_of(case))
    hearing.restricted_at, hearing.lifted_at = act.at, None
    event = CommentRestricted(
        comment=comment.public_id,
        case=case.public_id,
        ground=ground.value,
        reason=hearing.reason.commitment,
    )
    append(act, event, subject=comment.public_id)
    if comment_hearings.withholds(ground) and comment.text.state != TextState.TOMBSTONE:
        withhold(act, comment.text, ground=ground.value, case=case.public_id, until=None)
    _mark(act, comment, CommentState.RESTRICTED)
    _tell(act, hearing, "summaries.comment.restricted")


def _restore(act: Act, hearing: CommentHearing, case: Case) -> None:
    comment = hearing.comment
    hearing.lifted_at = act.at
    event = CommentRestored(comment=comment.public_id, case=case.public_id)
    append(act, event, subject=comment.public_id)
    others = [one for one in comment_hearings.in_force(comment) if one.pk != hearing.pk]
    text = comment.text
    if text.state == TextState.WITHHELD and text.case == case.public_id:
        other = next((o for o in others if comment_hearings.withholds(Ground(o.ground))), None)
        if other is not None:
            withhold(act, text, ground=other.ground, case=other.case.public_id, until=None)
        else:
            release(act, text)
    if not others:
        _mark(act, comment, CommentState.STANDING)
    _tell(act, hearing, "summaries.comment.restored")


def _mark(act: Act, comment: Comment, state: CommentState) -> None:
    """What was withdrawn or erased meanwhile stays so."""
    if comment.state in {CommentState.STANDING, CommentState.RESTRICTED}:
        comment.state = state
        comment.state_at = act.at if state is CommentState.RESTRICTED else None
        comment.save(update_fields=["state", "state_at"])


def _check_often(act: Act, member: Member) -> None:
    """One limit for reports of every kind."""
    most = reports.per_day(charter_in_force().limits, joined_at=member.joined_at, now=act.at)
    since = act.at - reports.A_DAY
    if made_since(member, since) + comment_hearings.reported_since(member, since) >= most:
        raise Refusal("debates.report.too-often", most=most)


def _fresh(comment: Comment) -> Comment:
    told = ("text", "author", "viewpoint__merged_into", "summary__debate")
    return Comment.objects.select_related(*told).get(pk=comment.pk)


def _tell(act: Act, hearing: CommentHearing, code: str) -> None:
    comment = hearing.comment
    path = addresses.comment(comment.summary.debate.slug, comment.public_id)
    tell(comment.author, code, params={}, path=path, at=act.at)
