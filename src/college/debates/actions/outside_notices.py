"""A notice of somebody without an account, whom a text harms: proved by a code, heard, and answered by them.

Who they are is told to nobody and recorded nowhere; the address is emptied when the hearing is over.
"""

from django.conf import settings
from django.db import transaction

from college.debates.actions.hearings import Asked, ask, thing_of, unnamed
from college.debates.actions.locking import locked, moved
from college.debates.actions.mail import mail_notice_code, mail_notice_outcome
from college.debates.events.hearings import ReplyPublished
from college.debates.models import Contribution, Hearing, OutsideNotice, Remark
from college.debates.permissions import require
from college.debates.rules import claims, posting, reports, wordings
from college.debates.rules.grounds import FOR_OUTSIDERS, Ground, Origin
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.record.actions.entries import append
from college.record.actions.texts import commit, commit_plain, erase
from college.record.charters import charter_in_force


@transaction.atomic
def give_notice(
    act: Act,
    row: Contribution | Remark,
    *,
    ground: Ground | str,
    reason: str,
    address: str,
    law: str = "",
) -> OutsideNotice:
    """Say, without an account, that a text harms one. Nothing happens without the code that is mailed."""
    locked(row.debate if isinstance(row, Contribution) else row.brief.debate)
    thing = thing_of(row)
    require("may_give_notice", None, thing.contribution or thing.remark)
    kind = Ground(ground)
    if kind not in FOR_OUTSIDERS:
        raise Refusal("debates.notice.ground")
    reports.check(
        kind,
        of_remark=thing.remark is not None,
        names_law=bool(law.strip()),
        names_kept=False,
        urgent=False,
    )
    kept = claims.mail_address(address)
    charter = charter_in_force()
    most = charter.limits.notices_per_day
    recent = OutsideNotice.objects.filter(address__iexact=kept, at__gt=act.at - reports.A_DAY)
    if recent.count() >= most:
        raise Refusal("debates.notice.too-often", most=most)
    notice = OutsideNotice.objects.create(
        contribution=thing.contribution,
        remark=thing.remark,
        ground=kind,
        reason=commit(wordings.reason(reason, charter.lengths)),
        law=commit_plain(wordings.one_line(law)) if kind is Ground.UNLAWFUL else None,
        address=kept,
        at=act.at,
    )
    mail_notice_code(notice, thing.path)
    return notice


@transaction.atomic
def confirm_notice(act: Act, notice: OutsideNotice, *, code: str) -> OutsideNotice:
    """The code came back: a case hears it, or the one that is open on this wording and ground does."""
    row = _fresh(notice)
    if not claims.is_code(code, settings.SECRET_KEY, row.public_id):
        raise Refusal("debates.notice.wrong-code")
    if row.confirmed_at is not None or row.ended_at is not None:
        raise Refusal("debates.notice.confirmed-already")
    target = row.contribution or row.remark
    debate = locked(target.debate if row.contribution else target.brief.debate)
    thing = thing_of(target)
    asked = Asked(
        ground=Ground(row.ground),
        origin=Origin.OUTSIDE,
        reason=row.reason,
        asked_by=row.public_id,
        law=row.law,
    )
    hearing, _joined = ask(unnamed(act), thing, asked, by=None)
    row.hearing, row.confirmed_at = hearing, act.at
    row.save(update_fields=["hearing", "confirmed_at"])
    moved(debate)
    return row


@transaction.atomic
def reply_to_text(act: Act, notice: OutsideNotice, *, code: str, reply: str) -> OutsideNotice:
    """Answer in public beside the text, at most as long as a contribution may be, once."""
    if not claims.is_code(code, settings.SECRET_KEY, notice.public_id):
        raise Refusal("debates.notice.wrong-code")
    if notice.hearing is None:
        raise Refusal("debates.notice.not-confirmed")
    # The debate before the notice, as where a verdict ends notices: neither waits for the other.
    debate = locked(notice.hearing.debate)
    row = _fresh(notice)
    if row.reply is not None:
        raise Refusal("debates.notice.replied-already")
    row.reply = commit(posting.text(reply, charter_in_force().lengths))
    row.save(update_fields=["reply"])
    subject = (row.contribution or row.remark).public_id
    event = ReplyPublished(
        notice=row.public_id,
        case=row.hearing.case.public_id,
        subject=subject,
        reply=row.reply.commitment,
    )
    append(unnamed(act), event, subject=subject)
    moved(debate)
    return row


def end_notices(act: Act, hearing: Hearing, outcome: str) -> None:
    """The hearing is over: tell those outside what came of it, and forget their addresses."""
    for notice in OutsideNotice.objects.filter(hearing=hearing, ended_at=None):
        mail_notice_outcome(notice, outcome)
        notice.ended_at, notice.address = act.at, ""
        notice.save(update_fields=["ended_at", "address"])


def forget_unconfirmed(act: Act) -> int:
    """Notices whose code never came back within a day leave no trace, their reasons neither."""
    lapsed = OutsideNotice.objects.filter(
        confirmed_at=None, ended_at=None, at__lte=act.at - reports.A_DAY
    )
    return sum(_forget(act, notice) for notice in lapsed.order_by("at", "id"))


@transaction.atomic
def _forget(act: Act, notice: OutsideNotice) -> int:
    row = _fresh(notice)
    if row.confirmed_at is not None or row.ended_at is not None:
        return 0
    row.ended_at, row.address = act.at, ""
    row.save(update_fields=["ended_at", "address"])
    for text in (row.reason, row.law):
        if text is not None:
            erase(act, text, ground="withdrawn")
    return 1


def _fresh(notice: OutsideNotice) -> OutsideNotice:
    told = ("hearing__debate", "hearing__case", "contribution__debate", "remark__brief__debate")
    rows = OutsideNotice.objects.select_related(*told, "reason", "law", "reply")
    return rows.select_for_update(of=("self",)).get(pk=notice.pk)
