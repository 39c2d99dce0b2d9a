"""Words for editors, drafts and settling."""

from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from college.summaries.events import drafts, settling, summaries
from college.summaries.rules.diffs import Change

WORDS: dict[type[Enum], dict[Any, str | Promise]] = {
    Change: {
        Change.KEPT: _("as it was"),
        Change.ADDED: _("added"),
        Change.REMOVED: _("removed"),
        Change.REWORDED: _("reworded"),
        Change.MOVED: _("moved"),
    },
}

EVENTS: dict[str, str | Promise] = {
    summaries.SummaryBegun.kind: _("The summary of a debate was begun"),
    summaries.StateBegun.kind: _("The work on a summary entered a state"),
    summaries.EditorSeated.kind: _("A member took an editor’s seat"),
    summaries.EditorLeft.kind: _("An editor’s seat is free again"),
    drafts.DraftHanded.kind: _("A team handed in its draft, still hidden"),
    drafts.DraftTakenBack.kind: _("A team took its draft back to write on"),
    drafts.DraftWorded.kind: _("The words of a draft that is being opened"),
    drafts.DraftOpened.kind: _("A draft can be read"),
    settling.SectionSigned.kind: _("A team signed what it takes of a section"),
    settling.SectionAsked.kind: _("Panels are asked which text of a section stands"),
    settling.SectionSettled.kind: _("A section was settled"),
}

REFUSALS: dict[str, Any] = {
    "summaries.summary.none": _(
        "This debate has no summary yet. It begins by itself when the debate is closed."
    ),
    "summaries.editor.no-such-team": _("There are two teams. Choose the first or the second."),
    "summaries.editor.other-team": _(
        "You are, or were, on the other team and know its draft. The two are written without seeing each "
        "other, so you cannot join this one."
    ),
    "summaries.editor.team-full": lambda params: (
        ngettext(
            "This team has its %d editor already. Join the other one, or wait for a free seat.",
            "This team has its %d editors already. Join the other one, or wait for a free seat.",
            params["most"],
        )
        % params["most"]
    ),
    "summaries.editor.viewpoint-there": _(
        "Somebody of your viewpoint is on this team already, and each editor of a team holds another one. "
        "Join the other team, if your viewpoint has nobody there."
    ),
    "summaries.section.unknown": _(
        "This summary has no such section. Its viewpoints may have changed; load the page again."
    ),
    "summaries.section.settled-already": _(
        "This section is settled, or panels decide it already. Nothing more is signed here."
    ),
    "summaries.section.no-third-text": _(
        "There is no third text of this section yet. Write one in the joint draft first."
    ),
    "summaries.statement.empty": _("Write a sentence."),
    "summaries.statement.too-long": lambda params: (
        ngettext(
            "The sentence has %(length)d characters; at most %(most)d fit. Make two of it.",
            "The sentence has %(length)d characters; at most %(most)d fit. Make two of it.",
            params["length"],
        )
        % params
    ),
    "summaries.statement.too-many": lambda params: (
        ngettext(
            "The draft holds %d sentence, which is as many as it may. Take one out first.",
            "The draft holds %d sentences, which is as many as it may. Take one out first.",
            params["most"],
        )
        % params["most"]
    ),
    "summaries.statement.kept-too-many": lambda params: (
        ngettext(
            "Very many sentences were added to this draft and taken out again. Bring one back and reword it; "
            "at most %d stand at once.",
            "Very many sentences were added to this draft and taken out again. Bring one back and reword it; "
            "at most %d stand at once.",
            params["most"],
        )
        % params["most"]
    ),
    "summaries.statement.wordings-too-many": lambda params: (
        ngettext(
            "This sentence was saved %d time, which is as often as one can be. Take it out and add it anew; "
            "its wordings stay.",
            "This sentence was saved %d times, which is as often as one can be. Take it out and add it anew; "
            "its wordings stay.",
            params["most"],
        )
        % params["most"]
    ),
    "summaries.statement.removed": _(
        "Somebody took this sentence out meanwhile. Bring it back first, or add yours as a new one."
    ),
    "summaries.statement.no-such-wording": _(
        "The sentence has no such wording. Load the page again; what you typed is kept here."
    ),
    "summaries.link.elsewhere": _(
        "That was said in another debate. A sentence rests on what was said in its own."
    ),
    "summaries.link.gone": _(
        "That text cannot be read any more: it was withdrawn, restricted, withheld or erased. Pick "
        "another one."
    ),
    "summaries.link.circular": _(
        "The source of that evidence is this very summary. A summary rests on what was said in the debate; "
        "choose what that says instead."
    ),
    "summaries.link.none": _("The sentence does not rest on that any more. Load the page again."),
    "summaries.link.too-many": lambda params: (
        ngettext(
            "A sentence rests on at most %d contribution. Let go of one first, or make two sentences of it.",
            "A sentence rests on at most %d contributions. Let go of one first, or make two sentences of it.",
            params["most"],
        )
        % params["most"]
    ),
    "summaries.draft.empty": _(
        "There is not one sentence in the draft yet. Write first, then hand it in."
    ),
    "summaries.draft.not-opened": _(
        "That draft cannot be read yet. Both are opened when both are in, or the time is over."
    ),
}

NOTICES: dict[str, str | Promise] = {
    "summaries.summary.editors-wanted": _(
        "The debate is closed and its summary begins. Ask those of your side who write well to join a team."
    ),
    "summaries.summary.begun-again": _(
        "The debate was open again and is closed. Both drafts hold what the last summary says; write on."
    ),
    "summaries.drafting.prolonged": _(
        "Nobody had written anything of the summary when the time was over, so it begins again."
    ),
    "summaries.draft.other-in": _(
        "The other team handed in its draft. Yours can be handed in too."
    ),
    "summaries.state.settling": _(
        "Both drafts can be read. Say for your team, section by section, which text stands."
    ),
    "summaries.state.attesting": _(
        "A version of the summary is out. The sides say whether it is fair."
    ),
    "summaries.state.certifying": _("Panels read the summary now."),
    "summaries.state.certified": _("The summary is certified and published."),
    "summaries.section.other-signed": _(
        "The other team signed what it takes. Look whether you agree."
    ),
    "summaries.section.panels-asked": _(
        "The time is over. Panels decide the sections on which the teams did not agree."
    ),
}

PERMISSIONS: dict[str, str | Promise] = {
    "may_take_editor_seat": _(
        "Those write who hold a viewpoint of this debate, or said that they are undecided, and who speak for "
        "none as its delegate: while drafts are written and settled."
    ),
    "may_leave_editor_seat": _("This seat is not yours, or is free already."),
    "may_edit": _("The editors of this summary may do that, while drafts are written and settled."),
    "may_write": _(
        "A draft is written by its own team until it is handed in, and the joint one by both teams "
        "afterwards. "
        "Copy what you typed, and load the page again to see where the work stands."
    ),
    "may_read_draft": _(
        "A draft is hidden from all but its own team until both are in, or the time is over."
    ),
    "may_hand_in": _("A draft is handed in once, by its own team, while drafts are written."),
    "may_take_back": _("A draft is taken back by its own team, while the other one is not in."),
    "may_settle": _(
        "The editors of both teams settle the sections, while the drafts lie side by side."
    ),
}
