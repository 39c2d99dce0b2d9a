"""Words for comments and what is heard of them."""

from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from college.summaries.events import comments

WORDS: dict[type[Enum], dict[Any, str | Promise]] = {}
EVENTS: dict[str, str | Promise] = {
    comments.CommentMade.kind: _("A member commented words of a summary"),
    comments.CommentWithdrawn.kind: _("A comment on a summary was taken back"),
    comments.CommentReported.kind: _(
        "A comment on a summary was reported on a conduct ground, and a case hears it"
    ),
    comments.CommentRestricted.kind: _("A verdict was enacted: a comment on a summary gave way"),
    comments.CommentRestored.kind: _("A second look lifted the restriction of a comment"),
}
REFUSALS: dict[str, str | Promise] = {
    "summaries.selector.bounds": _(
        "These places (%(start)s to %(end)s) are not in the text, which has %(length)s characters. Please"
        " select the words again."
    ),
    "summaries.selector.empty": _(
        "Please name the words that you mean: nothing but space is left."
    ),
    "summaries.selector.too-long": _(
        "These are %(length)s characters; a comment is on at most %(most)s. Please choose the words that"
        " matter most."
    ),
    "summaries.selector.not-exact": _(
        "These words do not stand in the sentence. Please copy them letter for letter."
    ),
    "summaries.selector.which": _(
        "These words stand %(times)s times there. Please take a few more words, so that it is clear which"
        " are meant."
    ),
    "summaries.selector.closed": _(
        "The words of this sentence are held back or erased, so they cannot be commented now."
    ),
    "summaries.comment.empty": _("Please write what you have to say about these words."),
    "summaries.comment.too-long": _(
        "Your comment has %(words)s words, or very long ones; there is room for %(most)s. Please shorten it."
    ),
    "summaries.comment.room-full": _(
        "Your comment has %(words)s words, and your side has %(left)s left of its %(total)s on this summary."
        " Every side has the same. Shorten it, or ask somebody of your side to take a comment back."
    ),
    "summaries.report.own": _("This comment is your own. You can take it back instead."),
    "summaries.report.already": _("You have reported this comment already, and it is being heard."),
    "summaries.report.kept": _(
        "This comment was heard on this ground already, and stays. The notice at it leads to the case."
    ),
    "summaries.report.restricted-already": _(
        "This comment was decided on this ground already. The notice at it leads to the case."
    ),
}
NOTICES: dict[str, str | Promise] = {
    "summaries.anchor.asked": _(
        "The summary changed around your comment. Does it belong where it was put?"
    ),
    "summaries.comment.reported": _(
        "Your comment on a summary was reported; it stays visible meanwhile"
    ),
    "summaries.comment.kept": _("Your comment on a summary was heard and stays"),
    "summaries.comment.restricted": _(
        "Your comment on a summary gave way to a verdict. You can see why, and appeal"
    ),
    "summaries.comment.restored": _("Your comment on a summary stands again"),
}
PERMISSIONS: dict[str, str | Promise] = {
    "may_comment": _(
        "Members comment the newest version of a summary: a certified one, or a candidate while it is out"
        " for attestation."
    ),
    "may_withdraw_comment": _("Only its author takes a comment back, while it is there."),
    "may_confirm_anchor": _(
        "Only the author of a comment says whether it belongs where it was put, while that is asked."
    ),
    "may_report_comment": _("Members report comments of others that can be read."),
    "may_appeal_comment": _("Only the author of a comment that gave way appeals, once."),
}
