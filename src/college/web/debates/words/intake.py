"""Words for what comes from outside: briefs, remarks, positions, invitations."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from college.debates.events import briefs, positions
from college.debates.rules.briefs import PassageKind, Rights
from college.debates.rules.claims import ClaimEnding, ClaimGround

WORDS = {
    Rights: {
        Rights.QUOTE: _("Quote and link: readers see the passages that are quoted, and the source"),
        Rights.FULL: _("Full text: the whole article may be published here"),
    },
    PassageKind: {
        PassageKind.HEADING: _("heading"),
        PassageKind.PARAGRAPH: _("paragraph"),
        PassageKind.ITEM: _("item of a list"),
        PassageKind.CAPTION: _("caption"),
        PassageKind.NOTE: _("note"),
    },
    ClaimGround: {
        ClaimGround.ADDRESS: _("the address is the one that came with the comment"),
        ClaimGround.NOTICE: _("nobody objected during the notice"),
    },
    ClaimEnding: {
        ClaimEnding.TAKEN_BACK: _("taken back"),
        ClaimEnding.WITHDRAWN: _("the comment is gone"),
        ClaimEnding.REFUSED: _("an objection was upheld"),
    },
}

EVENTS = {
    briefs.BriefTakenIn.kind: _("An article was taken in as the brief of a debate"),
    briefs.BriefGrown.kind: _("A brief was taken in again, with new comments"),
    briefs.PassageTakenIn.kind: _("A passage of an article was taken in"),
    briefs.PassageQuoted.kind: _(
        "A passage was quoted for the first time, and is shown from now on"
    ),
    briefs.RemarkTakenIn.kind: _("A comment was taken in and published"),
    briefs.RemarkClaimed.kind: _("Somebody says that a comment is theirs"),
    briefs.RemarkGranted.kind: _("A claim to a comment was granted"),
    briefs.RemarkClaimEnded.kind: _("A claim to a comment ended without effect"),
    briefs.RemarkWithdrawn.kind: _("A comment was withdrawn by whoever wrote it"),
    positions.PositionMarked.kind: _("A position quoted in the brief was marked"),
    positions.PositionAssigned.kind: _("It was said which viewpoint speaks for a position"),
    positions.InvitationMade.kind: _("An invitation to people outside was written"),
    positions.InvitationEnded.kind: _("An invitation ended"),
}

_LINES = {
    "title": _("the title"),
    "author": _("the author"),
    "source": _("the source"),
    "published": _("the date of publication"),
    "credit": _("a credit"),
    "pseudonym": _("a name"),
    "date": _("a date"),
    "key": _("the id of a comment"),
}


def _quotation_too_long(params: dict[str, object]) -> str:
    most = int(str(params["most"]))
    return ngettext(
        "At most %(most)s word is quoted at once; these are %(words)s. Please choose fewer.",
        "At most %(most)s words are quoted at once; these are %(words)s. Please choose fewer.",
        most,
    ) % {"most": most, "words": params["words"]}


def _line_too_long(params: dict[str, object]) -> str:
    return _now("Too long in this file: %(part)s has %(length)s characters; at most %(most)s.") % {
        **params,
        "part": _LINES[str(params["field"])],
    }


REFUSALS = {
    "debates.brief.line-too-long": _line_too_long,
    "debates.quotation.not-found": _("The passage or comment you quote is not there, or is gone."),
    "debates.quotation.bounds": _("The words you quote are not within their text."),
    "debates.quotation.too-long": _quotation_too_long,
    "debates.quotation.empty": _("Please choose the words you mean."),
    "debates.quotation.not-exact": _(
        "These words do not stand there like that. Please copy them exactly, without leaving any out."
    ),
    "debates.remark.claimed-already": _(
        "You have claimed this comment already. If you wait for a code, look into your mail; it can be"
        " asked for again when the notice has passed."
    ),
    "debates.remark.address": _("Please give a whole e-mail address, as in name@example.org."),
    "debates.remark.too-often": _(
        "%(most)s codes went to this address within a day, which is the limit. Please come back"
        " tomorrow."
    ),
    "debates.remark.too-often-claimed": _(
        "You have claimed %(most)s comments within a day, which is the limit where no address shows that"
        " they are yours. Please come back tomorrow."
    ),
    "debates.remark.too-often-here": _(
        "Many codes were asked for from where you are. Please wait an hour; what you typed is kept here"
        " until you leave the page."
    ),
    "debates.remark.join-to-own": _(
        "To stand beside a comment with your name, join first. Withdrawing it needs no account."
    ),
    "debates.remark.decided": _("This claim is confirmed or decided already."),
    "debates.remark.wrong-code": _("This is not the code that was sent. Please look again."),
    "debates.position.already": _("These very words are marked as a position already."),
    "debates.invitation.too-short": _(
        "Please write a letter of at least %(least)s words; there are %(words)s."
    ),
    "debates.invitation.too-long": _("A letter has at most %(most)s words; yours has %(words)s."),
    "debates.invitation.too-many": _(
        "You have %(most)s invitations open in this debate. Please end one first."
    ),
}

NOTICES = {
    "debates.remark.claim-made": _("Somebody says that a comment you brought or hold is theirs"),
    "debates.remark.claim-granted": _("Your claim to a comment was granted"),
    "debates.remark.objected": _("Somebody objected to your claim to a comment"),
    "debates.remark.is-withdrawn": _("A comment you quoted was withdrawn by whoever wrote it"),
}

MAY_NOT = {
    "may_take_in": _("Members can bring an article until the debate is closing."),
    "may_mark_position": _("Members can mark positions in the brief until the debate is closing."),
    "may_assign_position": _(
        "Only the member who marked a position, or a holder of the viewpoint, says who speaks for it."
    ),
    "may_invite": _("Members can invite people from outside until the debate is closing."),
    "may_end_invitation": _("Only the member who wrote an invitation, or a steward, ends it."),
    "may_claim_remark": _("This comment has been withdrawn, or is yours already."),
    "may_withdraw_remark": _("Only the one who wrote a comment withdraws it, and only once."),
    "may_object_to_remark_claim": _(
        "Members other than the claimant can object to a claim while its notice runs."
    ),
    "may_take_claim_back": _("Only the one who made a claim takes it back, until it is decided."),
}
