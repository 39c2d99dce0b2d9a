"""Words for the moderators' moves."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from college.debates.events import moves
from college.debates.rules.moves import MoveStanding

WORDS = {
    MoveStanding: {
        MoveStanding.PROPOSED: _("proposed by one, waits for the other"),
        MoveStanding.IN_FORCE: _("in force"),
        MoveStanding.UNDONE: _("undone by an objection"),
    },
}

EVENTS = {
    moves.MoveProposed.kind: _("A moderator proposed a move"),
    moves.MoveSeconded.kind: _("The other moderator seconded a move: it is in force"),
    moves.MoveUndone.kind: _("A party objected, and a move is undone"),
    moves.MoveAgreed.kind: _("A delegate agreed to a move that was objected to"),
    moves.MoveRestored.kind: _("A move is in force again: every objection to it was taken back"),
}

REFUSALS = {
    "debates.move.incomplete": _("Please say what the move is about, and nothing beside it."),
    "debates.move.itself": _("A text does not repeat itself."),
    "debates.move.other-kind": _("Only a text of the same kind can be a repeat of another."),
    "debates.move.onto-repeat": _(
        "The text to be kept is itself grouped with another one. Please name that one."
    ),
    "debates.move.not-admitted": _("This viewpoint is not admitted yet."),
}


def _called(params: dict[str, object]) -> str:
    return _now("The moderators call on viewpoint %(letter)s to speak") % params


NOTICES = {
    "debates.move.to-second": _("Your fellow moderator proposed a move: second it, or leave it"),
    "debates.move.call-on-side": _called,
    "debates.move.group-repeats": _(
        "The moderators grouped a text of yours with one that says the same"
    ),
    "debates.move.next-question": _("The moderators set the next sub-question"),
    "debates.move.off-topic": _("The moderators moved a text of yours to the end as off topic"),
    "debates.move.objected-to": _("A party objected to a move of the moderators, and it is undone"),
}

MAY_NOT = {
    "may_propose_move": _(
        "Only a moderator proposes a move, while both seats are taken and the debate is open or closing."
    ),
    "may_second_move": _(
        "Only the other moderator seconds a move, while both still have their seats."
    ),
    "may_object_to_move": _(
        "Only those whom a move in force touches undo it: authors of the texts, holders of the"
        " viewpoints."
    ),
    "may_agree_to_move": _(
        "Only the delegates of the sides agree to a move that was objected to, each once."
    ),
}
