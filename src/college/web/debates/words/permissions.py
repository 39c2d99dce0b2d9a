"""What each permission says when it says no: who may, and when. Named as in ``debates.permissions``."""

from django.utils.translation import gettext_lazy as _

from college.web.debates.words import hearings, intake, moves

MAY_NOT = {
    "may_register_question": _("Only members can put a question into the register."),
    "may_propose_question": _("Only members can propose a question."),
    "may_propose_registered": _(
        "Members can propose a question as long as it stands in the register; this one has left it."
    ),
    "may_reword_question": _(
        "Only the member who proposed a question can reword it, and only until the debate opens."
    ),
    "may_add_turn": _("Members can link debates that turn on one another until they are closed."),
    "may_object": _(
        "Members other than its proposer can object to a question while its notice runs."
    ),
    "may_object_to_viewpoint": _(
        "Members other than its proposer can object to a viewpoint until it is admitted."
    ),
    "may_object_to_delegate": _(
        "Only those who hold the viewpoint can object to a delegate, and only until they stand."
    ),
    "may_withdraw_objection": _(
        "Only those who objected can take it back, and only while it waits."
    ),
    "may_propose_viewpoint": _(
        "Members can propose viewpoints while a debate is being framed or open."
    ),
    "may_reword_viewpoint": _(
        "Only its delegate can reword a viewpoint, or its proposer before there is a delegate, while"
        " the debate is being framed or open."
    ),
    "may_hold": _(
        "Members say which viewpoint they hold from the framing of a debate until it is closed."
    ),
    "may_offer_delegate": _(
        "Only a holder of the viewpoint can offer to speak for it, until the debate is closed; nobody"
        " speaks for two, and a moderator speaks for none."
    ),
    "may_step_down": _("Only delegates themselves can step down."),
    "may_moderate": _(
        "A moderator holds an admitted viewpoint, speaks for none and takes the seat between framing"
        " and the end of the debate."
    ),
    "may_leave_seat": _("Only moderators themselves can leave their seat."),
    "may_draft": _(
        "While a debate is being framed, two holders of different viewpoints each write one draft."
    ),
    "may_read_draft": _("A draft can be read when both are in."),
    "may_use_draft": _(
        "When both drafts are in, the question’s proposer can use one of them, and so can the author"
        " of the other one, until the debate opens."
    ),
    "may_set_dates": _("Only stewards can move dates, and only dates that are still ahead."),
    "may_file_question": _("Only stewards can list a question under a subject."),
    "may_add_subject": _("Only stewards can add a subject."),
    "may_rename_debate": _("Only stewards can give a debate another address."),
    "may_offer_control": _("Only stewards can offer a control case for the audit."),
    "may_contribute": _("Members add to a debate while it is at a stage for it."),
    "may_challenge": _(
        "Members ask about texts of others, while those stand and the debate is open."
    ),
    "may_answer": _(
        "Only those who hold a text answer for it: its author, and whoever holds the viewpoint it was"
        " said for. You can give a reason or bring a source of your own instead."
    ),
    "may_concede": _(
        "Only the delegate of a viewpoint grants a claim for it, and only a claim that others made."
    ),
    "may_revoke": _("Only the delegate of the viewpoint that granted a claim takes that back."),
    "may_revise": _("Only its author rewords a text, until the debate is closed."),
    "may_succeed": _(
        "Only its author puts something in place of a text, while the debate takes such texts."
    ),
    "may_withdraw": _("Only its author withdraws a text, and only once."),
    "may_confirm_link": _(
        "Only the author of the text that refers to another confirms that the reference still holds."
    ),
    **intake.MAY_NOT,
    **moves.MAY_NOT,
    **hearings.MAY_NOT,
}
