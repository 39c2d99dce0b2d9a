"""State a viewpoint that one does not hold, say whether one recognises one's own, take a statement back.

None of this is in the record: a statement is nobody's position, and what a holder says of one is told to
its writer in sums alone.
"""

from collections.abc import Mapping

from django.db import transaction

from college.debates.actions.hearings import unnamed
from college.debates.actions.locking import locked
from college.debates.models import Viewpoint
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.models import Member
from college.people.queries import acting_member, member_by_id, refuse_haste
from college.people.rules.standing import Standing
from college.quizzes.models import Retelling, RetellingHearing, RetellingReading
from college.quizzes.permissions import require
from college.quizzes.queries import retellings as queries
from college.quizzes.rules import addresses, retellings
from college.quizzes.rules.life import Recognition, RetellingState
from college.record.actions.texts import erase
from college.record.charters import charter_in_force

_WITHDRAWN = "withdrawn"


@transaction.atomic
def write_retelling(act: Act, viewpoint: Viewpoint, *, words: str) -> Retelling:
    """State a viewpoint that is another's. The same words sent twice are one statement."""
    member = acting_member(act, lock=True)
    refuse_haste(act)
    require("may_retell", member, viewpoint)
    charter = charter_in_force()
    kept = retellings.said(words, charter.lengths)
    sent = Retelling.objects.filter(member=member, viewpoint=viewpoint, words=kept).first()
    if sent is not None:
        return sent
    waiting = queries.waiting(member, viewpoint.debate)
    if waiting >= charter.limits.retellings_waiting:
        raise Refusal("quizzes.retelling.too-many", waiting=waiting)
    return Retelling.objects.create(
        viewpoint=viewpoint,
        member=member,
        words=kept,
        made_at=act.at,
        state=RetellingState.WAITING,
    )


@transaction.atomic
def say(act: Act, viewpoint: Viewpoint, said: Mapping[str, Recognition]) -> int:
    """Say of texts, by their marks, whether one recognises one's viewpoint; of how many it was kept.

    Once for each text. What was said already, or was taken back meanwhile, is passed over.
    """
    member = acting_member(act, lock=True)
    require("may_read_retellings", member, viewpoint)
    if not said:
        raise Refusal("quizzes.retelling.nothing-said")
    kept = [one for one in queries.unread(member, viewpoint) if one.mark in said]
    return sum(_say(act, member, viewpoint, one, Recognition(said[one.mark])) for one in kept)


@transaction.atomic
def withdraw_retelling(act: Act, retelling: Retelling) -> None:
    """Take one's own statement back: it is deleted, with what was said of it. Safe to repeat.

    What panels were given of it is erased; they may still decide, and nothing follows.
    """
    row = _locked(retelling.pk)
    if row is not None:
        require("may_withdraw_retelling", member_by_id(act.actor), row)
        _delete(act, row)


def forget_due(act: Act) -> int:
    """Statements of members who left: nobody is told any more what comes of them. How many were deleted."""
    rows = Retelling.objects.filter(member__standing=Standing.RESIGNED)
    return sum(_forget(act, key) for key in rows.values_list("pk", flat=True))


@transaction.atomic
def _forget(act: Act, key: int) -> bool:
    row = _locked(key)
    if row is not None:
        _delete(act, row)
    return row is not None


def _say(
    act: Act, member: Member, viewpoint: Viewpoint, one: queries.Unread, said: Recognition
) -> bool:
    row = None
    if one.retelling is not None:
        row = Retelling.objects.select_for_update(no_key=True).filter(pk=one.retelling.pk).first()
        if row is None or row.state == RetellingState.RESTRICTED:
            return False
    RetellingReading.objects.create(
        member=member,
        viewpoint=viewpoint,
        retelling=row,
        real=one.real,
        said=said,
        on=act.at.date(),
    )
    if row is not None and row.readings.count() == retellings.LEAST_READINGS:
        if row.state == RetellingState.WAITING:
            row.state = RetellingState.READ
            row.save(update_fields=["state"])
        path = addresses.retell(viewpoint.debate.slug)
        tell(row.member, "quizzes.retelling.read", params={}, path=path, at=act.at)
    return True


def _locked(key: int) -> Retelling | None:
    """The statement as it is now, and its debate with it, ours until the transaction ends."""
    found = Retelling.objects.select_related("viewpoint__debate").filter(pk=key).first()
    if found is None:
        return None
    locked(found.viewpoint.debate)
    return Retelling.objects.select_for_update().filter(pk=key).first()


def _delete(act: Act, row: Retelling) -> None:
    for hearing in RetellingHearing.objects.filter(retelling=row).select_related("text"):
        # By nobody: the record would tell who wrote it.
        erase(unnamed(act), hearing.text, ground=_WITHDRAWN)
    row.readings.all().delete()
    row.delete()
