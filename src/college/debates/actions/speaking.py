"""Who speaks, in which debate, for which viewpoint: found once at the start of every act of adding."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import connection
from django.db.models import F

from college.debates.models import Contribution, Debate, Viewpoint
from college.debates.rules import budgets, posting
from college.debates.rules.kinds import Kind
from college.debates.rules.stages import Stage
from college.ground.act import Act
from college.ground.charter import Charter
from college.ground.refusals import Refusal
from college.people.models import Member
from college.people.queries import acting_member
from college.record.charters import charter_in_force


@dataclass(frozen=True, slots=True)
class Speaking:
    """One act of speaking. ``viewpoint`` is the admitted one the member holds; ``None``: undecided."""

    act: Act
    member: Member
    debate: Debate
    viewpoint: Viewpoint | None
    as_delegate: bool
    charter: Charter

    @property
    def stage(self) -> Stage:
        return Stage(self.debate.stage)

    @property
    def viewpoint_id(self) -> int | None:
        return self.viewpoint.pk if self.viewpoint else None


def begin(act: Act, debate_id: int) -> Speaking:
    """Lock the debate and find out who speaks. Five queries.

    One writer at a time in a debate: budgets, circles and equal challenges are decided on what is there.
    The version moves with every act, so that kept pages know that they are old.
    """
    Debate.objects.filter(pk=debate_id).update(version=F("version") + 1)
    debate = Debate.objects.get(pk=debate_id)
    member = acting_member(act)
    # Written out: every act of adding begins here, and composing this costs more than running it.
    viewpoint = next(iter(Viewpoint.objects.raw(_HELD, [member.pk, debate_id, member.pk])), None)
    return Speaking(
        act=act,
        member=member,
        debate=debate,
        viewpoint=viewpoint,
        as_delegate=viewpoint is not None and bool(viewpoint.speaks),  # type: ignore[attr-defined]
        charter=charter_in_force(),
    )


def sent_before(speaking: Speaking, token: str) -> Contribution | None:
    """What the same form made when it was sent the first time. No query without a token."""
    if not token:
        return None
    sent = Contribution.objects.filter(author=speaking.member, token=token)
    # Hardly ever there: asking whether it is costs a quarter of composing the query that reads it.
    return sent.get() if sent.exists() else None


def require_stage(speaking: Speaking, kind: Kind, *, in_answer: bool = False) -> None:
    """Refuse what this stage of the debate is not for."""
    if not posting.may_add(speaking.stage, kind, in_answer=in_answer):
        raise Refusal("debates.contribution.stage", stage=speaking.stage.value, kind=kind.value)


def pace(speaking: Speaking, count: int) -> None:
    """Refuse ``count`` more contributions within the hour. One query, of at most the limit's rows."""
    most = posting.per_hour(
        speaking.charter.limits, joined_at=speaking.member.joined_at, now=speaking.act.at
    )
    if count > most:
        raise Refusal("debates.contribution.too-often", most=most)
    since = speaking.act.at - timedelta(hours=1)
    oldest = (
        Contribution.objects.filter(author=speaking.member)
        .order_by("-id")
        .values_list("at", flat=True)[most - count : most - count + 1]
    )
    if any(at > since for at in oldest):
        raise Refusal("debates.contribution.too-often", most=most)


def charge(speaking: Speaking, words: int) -> None:
    """Refuse words that the side, or the member's share of it, has no room for. One query."""
    budgets.spend(
        words,
        budgets.allowance(
            speaking.charter.budgets,
            stage=speaking.stage,
            has_viewpoint=speaking.viewpoint is not None,
        ),
        used(speaking),
        is_delegate=speaking.as_delegate,
    )


def used(speaking: Speaking) -> budgets.Used:
    """Words used so far. Viewpoints that were merged, or are heard about being one, share one budget. One
    query."""
    stages = [stage.value for stage in budgets.stages_with(speaking.stage)]
    side, of_side = "viewpoint_id IS NULL", []
    if speaking.viewpoint is not None:
        root = speaking.viewpoint.merged_into_id or speaking.viewpoint.pk
        side, of_side = _SHARING, [root]
    began = speaking.debate.reopened_at or speaking.debate.proposed_at
    since = connection.ops.adapt_datetimefield_value(began)
    sql = _USED.format(stages=", ".join(["%s"] * len(stages)), side=side)
    with connection.cursor() as cursor:
        cursor.execute(sql, [speaking.member.pk, speaking.debate.pk, *stages, since, *of_side])
        return budgets.Used(*(int(words or 0) for words in cursor.fetchone()))


#: The admitted viewpoint a member holds, and whether they speak for it.
_HELD = """
    SELECT v.*, EXISTS (
        SELECT 1 FROM debates_delegate d WHERE d.viewpoint_id = v.id AND d.member_id = %s
        AND d.stood_at IS NOT NULL AND d.ended_at IS NULL
    ) AS speaks
    FROM debates_holding h JOIN debates_viewpoint v ON v.id = h.viewpoint_id
    WHERE h.debate_id = %s AND h.member_id = %s AND h.ended_at IS NULL
    AND v.admitted_at IS NOT NULL
"""
_USED = """
    SELECT SUM(words), SUM(CASE WHEN as_delegate THEN words END),
    SUM(CASE WHEN author_id = %s THEN words END)
    FROM debates_contribution
    WHERE debate_id = %s AND stage IN ({stages}) AND at >= %s AND {side}
"""
#: ``rules.viewpoints.sharing`` as the database reckons it, with what was merged into each.
_SHARING = """viewpoint_id IN (
    WITH RECURSIVE same(id) AS (
        SELECT CAST(%s AS bigint) UNION
        SELECT CASE WHEN m.viewpoint_id = same.id THEN m.into_id ELSE m.viewpoint_id END
        FROM debates_merger m JOIN same ON same.id IN (m.viewpoint_id, m.into_id)
        WHERE m.settled_at IS NULL
    )
    SELECT v.id FROM debates_viewpoint v JOIN same ON same.id IN (v.id, v.merged_into_id)
)"""
