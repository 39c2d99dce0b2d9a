"""Words for what a debate turns on, and for opening it again."""

from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from college.summaries.events import cruxes
from college.summaries.rules.cruxes import Stance
from college.web.committees.rules_in_words import RuleWords

WORDS: dict[type[Enum], dict[Any, str | Promise]] = {
    Stance: {Stance.FOR: _("for"), Stance.AGAINST: _("against")},
}
RULES = {
    "no-new-evidence": RuleWords(
        _("No new evidence on what the debate turns on"),
        _(
            "A debate is opened again only by something that was not before it and that bears on the named "
            "claim. Refuse it if the source was brought before, if it does not touch the claim, or if it "
            "cannot be looked up. Whether it convinces is no part of it: that is what the debate is for."
        ),
        examples=(
            _("The same report that stands in the debate already, under another title."),
            _("A source about another town, for a claim about this one."),
        ),
        counter_examples=(
            _("A count made after the debate closed, of the very thing that was in dispute."),
            _("An older document that nobody had found, quoted with its page."),
        ),
    ),
}
EVENTS: dict[str, str | Promise] = {
    cruxes.CruxNamed.kind: _("Editors named a claim that a debate turns on"),
    cruxes.CruxDropped.kind: _("Editors dropped a claim that a debate was said to turn on"),
    cruxes.MindTold.kind: _("A viewpoint said what would change its mind"),
    cruxes.ReopeningProposed.kind: _("New evidence was brought, to open a debate again"),
    cruxes.ReopeningObjected.kind: _("Somebody objected to opening a debate again"),
    cruxes.ReopeningDone.kind: _("A debate was opened again"),
    cruxes.ReopeningStopped.kind: _("A debate was not opened again, by verdict"),
}
REFUSALS: dict[str, str | Promise] = {
    "summaries.crux.viewpoint": _("Choose two admitted viewpoints of this debate."),
    "summaries.crux.same": _("Two viewpoints part on a claim; choose two that differ."),
    "summaries.crux.already": _("This claim is named between these two viewpoints already."),
    "summaries.crux.too-many": _(
        "At most %(most)s claims are named between two viewpoints: the few on which they part. Drop one "
        "first."
    ),
    "summaries.mind.empty": _(
        "Say what would change the viewpoint’s mind; “nothing” is an answer too."
    ),
    "summaries.mind.too-long": _(
        "This has %(words)s words; at most %(most)s fit beside the claim."
    ),
    "summaries.reopening.another": _(
        "Opening this debate again is proposed already. Object to that, or wait until it is settled."
    ),
}
NOTICES: dict[str, str | Promise] = {
    "summaries.crux.named": _(
        "A debate is said to turn on a claim between your viewpoint and another: say what would change your "
        "mind"
    ),
    "summaries.reopening.proposed": _("New evidence was brought on what your debate turns on"),
    "summaries.reopening.objected": _(
        "Somebody objected to opening the debate again; a case decides"
    ),
    "summaries.reopening.done": _("The debate is open again, with what you brought"),
    "summaries.reopening.stopped": _(
        "Panels found that what you brought is no new evidence. You can appeal"
    ),
}
PERMISSIONS: dict[str, str | Promise] = {
    "may_name_crux": _(
        "The editors of a summary name what the debate turns on, until the panels read it."
    ),
    "may_tell_mind": _(
        "The delegate of one of the two viewpoints says what would change its mind."
    ),
    "may_propose_reopening": _(
        "Members can bring new evidence on a crux once the debate is over. While it is open, add it to the "
        "debate."
    ),
    "may_object_to_reopening": _(
        "Members other than the one who proposed it can object while the notice runs."
    ),
    "may_appeal_reopening": _("The member who proposed it can appeal a verdict once."),
}
