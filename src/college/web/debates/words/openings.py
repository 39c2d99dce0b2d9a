"""What each way of taking part is for, told where a debate's stage does not take it."""

from django.utils.translation import gettext_lazy as _

from college.debates.rules.openings import Opening

WORDS = {
    Opening: {
        Opening.OBJECT: _("Members object to a question while its notice runs."),
        Opening.TAKE_IN: _("Articles are taken in until the debate is closing."),
        Opening.INVITE: _("People are invited until the debate is closing."),
        Opening.HOLD: _("Members say which viewpoint they hold from the framing of a debate on."),
        Opening.PROPOSE_VIEWPOINT: _(
            "Viewpoints are proposed while a debate is being framed or open."
        ),
        Opening.DRAFT: _("Drafts are written while a debate is being framed."),
        Opening.SAY: _("Claims, reasons, questions and sources are taken while a debate is open."),
        Opening.ANSWER: _("Answers are taken while a debate is open or closing."),
    },
}
