"""Words for versions, certificates and attestations."""

from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[type[Enum], dict[Any, str | Promise]] = {}
EVENTS: dict[str, str | Promise] = {
    "summaries.version.worded": _("The words of a summary’s version were committed to"),
    "summaries.version.made": _("A version of a summary was made"),
    "summaries.version.returned": _("A version of a summary went back to its editors"),
    "summaries.version.certified": _("A version of a summary was certified"),
    "summaries.certificate.asked": _("Panels were asked to certify a section of a summary"),
    "summaries.certificate.granted": _("Panels certified a section of a summary"),
    "summaries.certificate.refused": _("Panels did not certify a section of a summary"),
    "summaries.attestation.given": _("A delegate said whether a summary is fair"),
    "summaries.attestation.answered": _("The editors answered a delegate"),
}
REFUSALS: dict[str, str | Promise] = {
    "summaries.version.empty": _(
        "No sentence of this summary would be left: what each rested on was withdrawn or restricted. "
        "Link at least one sentence to what stands in the debate, then sign again."
    ),
    "summaries.attestation.unknown": _(
        "Choose one of the three: fair, fair with a comment, not fair."
    ),
    "summaries.attestation.fair-with-comment": _(
        "You wrote a comment and chose “fair”. Choose “fair, with a comment” to send both, or empty the "
        "comment."
    ),
    "summaries.attestation.no-comment": _(
        "Say in your comment what is not fair, or what you want to add. Only “fair” stands alone."
    ),
    "summaries.attestation.too-long": _(
        "Your comment has %(words)s words; at most %(most)s are possible, for every viewpoint alike."
    ),
    "summaries.attestation.no-statement": _(
        "This version has no such sentence. Go back to the list and choose one of those that stand there."
    ),
    "summaries.attestation.no-answer": _("Write an answer before you send it."),
    "summaries.attestation.answer-too-long": _(
        "Your answer has %(words)s words; at most %(most)s are possible, as for what it answers."
    ),
    "summaries.attestation.answered-already": _(
        "The editors have answered this already. One answer stands beside each."
    ),
    "summaries.attestation.replaced": _(
        "The viewpoint has said something else since. Open the list again and answer what stands now."
    ),
}
NOTICES: dict[str, str | Promise] = {
    "summaries.version.to-attest": _(
        "A summary of your debate is out: say for your viewpoint whether it is fair."
    ),
    "summaries.version.left-out": _(
        "Sentences were left out of the summary you edit: what they rested on does not stand any more. "
        "How many: %(statements)s."
    ),
    "summaries.version.emptied": _(
        "No sentence of the summary you edit was left: what they rested on does not stand any more. "
        "Settle its sections anew."
    ),
    "summaries.version.refused": _(
        "Panels did not certify the summary you edit. Read their reasons and mend what they name."
    ),
    "summaries.version.sources": _(
        "The summary you edit went back to you: some of what it rests on does not stand any more."
    ),
    "summaries.version.certified": _("The summary you edit is certified."),
    "summaries.attestation.to-answer": _(
        "A viewpoint’s delegate finds the summary you edit not fair, or has a comment. You may answer."
    ),
    "summaries.attestation.answered": _(
        "The editors answered what you said of the summary for your viewpoint."
    ),
}
PERMISSIONS: dict[str, str | Promise] = {
    "may_attest": _(
        "Only the delegate who stands for a viewpoint attests, from the day a version is out."
    ),
    "may_answer_attestation": _("Only editors of the summary answer what was said of it."),
}
