"""Mails to people without an account, about a remark they claim. Sent when the act is safely stored.

A mail holds a code and an address of ours; never the remark, a name or a reason.
"""

from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils.translation import gettext as _

from college.debates.models import OutsideNotice, RemarkClaim
from college.debates.rules import addresses, claims


def mail_code(claim: RemarkClaim) -> None:
    """The code that proves the address, whether or not it is the one the source held."""
    body = _(
        "Somebody, perhaps you, asked to withdraw a comment that is shown at %(url)s\n\n"
        "If it was you, type this code there: %(code)s\n\n"
        "If it was not, do nothing: without the code nothing happens, and your address is forgotten."
    ) % {
        "url": f"{_url(claim)}claims/{claim.public_id}/",
        "code": claims.code(settings.SECRET_KEY, claim.public_id),
    }
    _send(_("Your code"), body, claim.address)


def mail_outcome(claim: RemarkClaim, outcome: str) -> None:
    """Tell a person without an account what came of it; nothing where there is no address."""
    if not claim.address:
        return
    said = {
        "granted": _(
            "Your claim was granted, and the comment is withdrawn. Your address is erased here."
        ),
        "refused": _(
            "An objection to your claim was upheld; the page says why. Your address is erased here."
        ),
        "objected": _("Somebody objected to your claim. It waits until the objection is decided."),
    }[outcome]
    _send(_("The comment you claimed"), f"{said}\n\n{_url(claim)}", claim.address)


def mail_notice_code(notice: OutsideNotice, path: str) -> None:
    """The code that proves the address of somebody whom a text harms."""
    body = _(
        "Somebody, perhaps you, gave notice that a text shown at %(url)s harms them.\n\n"
        "If it was you, type this code there: %(code)s\n\nKeep it: with it you can answer in public.\n\n"
        "If it was not, do nothing: without the code nothing happens, and your address is forgotten."
    ) % {
        "url": f"{settings.COLLEGE_URL}{path}notice/{notice.public_id}/",
        "code": claims.code(settings.SECRET_KEY, notice.public_id),
    }
    _send(_("Your code"), body, notice.address)


def mail_notice_outcome(notice: OutsideNotice, outcome: str) -> None:
    """Tell somebody without an account what came of their notice; nothing where there is no address."""
    if not notice.address or notice.hearing is None:
        return
    said = {
        "restricted": _("The text you gave notice of has been restricted."),
        "kept": _("The text you gave notice of stays as it is."),
    }[outcome]
    url = f"{settings.COLLEGE_URL}{addresses.case(notice.hearing.case.public_id)}"
    forgotten = _("The whole story is public. Your address is erased here.")
    _send(_("Your notice was heard"), f"{said}\n\n{forgotten}\n\n{url}", notice.address)


def _url(claim: RemarkClaim) -> str:
    path = addresses.remark(claim.remark.brief.debate.slug, claim.remark.public_id)
    return f"{settings.COLLEGE_URL}{path}"


def _send(subject: str, body: str, address: str) -> None:
    # A mail that cannot be sent is logged; the act stands, and can be repeated the next day.
    transaction.on_commit(partial(send_mail, subject, body, None, [address]), robust=True)
