"""What falls due for people: a digest of unread notices, at most one a day each.

It goes out when the oldest of them waits a day, or at once where something asked is soon too late.

The mail holds no text of the notices: what was said is read on the desk, behind the sign-in.
"""

from datetime import datetime, timedelta
from itertools import groupby

from django.conf import settings
from django.core.mail import send_mail
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from college.people import queries
from college.people.models import Notice

_MOST = 500
_A_DAY = timedelta(days=1)


def due(now: datetime) -> int:
    """Mail each member with news whose time has come; gives how many mails were sent."""
    sent = 0
    waiting = queries.unmailed(_MOST)
    for member, news in groupby(waiting, key=lambda notice: notice.member_id):
        notices = list(news)
        if now - notices[0].at < _A_DAY and not _presses(member, notices, now):
            continue
        _mail(notices)
        Notice.objects.filter(pk__in=[n.pk for n in notices]).update(mailed_at=now)
        sent += 1
    return sent


def _presses(member: int, notices: list[Notice], now: datetime) -> bool:
    """Whether something urgent waits and the day's mail has not gone out yet."""
    if not any(notice.urgent for notice in notices):
        return False
    last = queries.last_mailed(member)
    return last is None or now - last >= _A_DAY


def _mail(notices: list[Notice]) -> None:
    number = len(notices)
    body = ngettext(
        "There is %(number)s new notice for you at the College of Policy Debate: %(url)s",
        "There are %(number)s new notices for you at the College of Policy Debate: %(url)s",
        number,
    ) % {"number": number, "url": f"{settings.COLLEGE_URL}/notices/"}
    account = notices[0].member.account
    if account is not None:
        send_mail(_("News from your debates"), body, None, [account.email])
