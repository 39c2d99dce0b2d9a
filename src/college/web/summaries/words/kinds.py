"""Words for sections, states and other closed lists of summaries, and for the rules their panels apply."""

from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from college.summaries.rules.life import (
    AnchorHow,
    CertificateState,
    CommentState,
    Fairness,
    ReopeningState,
    ReturnGround,
    Side,
    SummaryState,
    Take,
    VersionState,
)
from college.summaries.rules.sections import SectionKind
from college.web.committees.rules_in_words import RuleWords

WORDS: dict[type[Enum], dict[Any, str | Promise]] = {
    SectionKind: {
        SectionKind.QUESTION: _("The question"),
        SectionKind.TERMS: _("Terms"),
        SectionKind.HOLDS: _("What each viewpoint holds"),
        SectionKind.GRANTED: _("What is granted, and by whom"),
        SectionKind.DISPUTED: _("What is in dispute"),
        SectionKind.TURNS: _("What it turns on"),
        SectionKind.EVIDENCE: _("Evidence"),
        SectionKind.OPEN: _("Open challenges"),
        SectionKind.MINDS: _("What would change minds"),
    },
    SummaryState: {
        SummaryState.DRAFTING: _("being drafted"),
        SummaryState.SETTLING: _("being settled"),
        SummaryState.ATTESTING: _("out for attestation"),
        SummaryState.CERTIFYING: _("before the panels"),
        SummaryState.CERTIFIED: _("certified"),
    },
    Side: {
        Side.FIRST: _("first team"),
        Side.SECOND: _("second team"),
        Side.JOINT: _("both teams"),
    },
    Take: {
        Take.FIRST: _("the first team’s text"),
        Take.SECOND: _("the second team’s text"),
        Take.BOTH: _("both texts"),
        Take.THIRD: _("a third text, signed by both teams"),
    },
    Fairness: {
        Fairness.FAIR: _("fair"),
        Fairness.FAIR_WITH_COMMENT: _("fair, with a comment"),
        Fairness.NOT_FAIR: _("not fair"),
    },
    VersionState: {
        VersionState.CANDIDATE: _("candidate"),
        VersionState.CERTIFIED: _("certified"),
        VersionState.RETURNED: _("sent back"),
    },
    ReturnGround: {
        ReturnGround.REFUSED: _("its panels did not certify it"),
        ReturnGround.SOURCES: _("what it rests on changed while it was read"),
    },
    CertificateState: {
        CertificateState.ASKED: _("before a panel"),
        CertificateState.GRANTED: _("certified"),
        CertificateState.REFUSED: _("refused"),
    },
    CommentState: {
        CommentState.STANDING: _("standing"),
        CommentState.WITHDRAWN: _("withdrawn"),
        CommentState.RESTRICTED: _("restricted"),
    },
    AnchorHow: {
        AnchorHow.WRITTEN: _("made on this version"),
        AnchorHow.EXACT: _("on the same words"),
        AnchorHow.MOVED: _("on nearly the same words"),
        AnchorHow.PROPOSED: _("its author is asked whether it belongs here"),
        AnchorHow.CONFIRMED: _("its author says that it belongs here"),
        AnchorHow.ORPHANED: _("its words are gone"),
    },
    ReopeningState: {
        ReopeningState.NOTICED: _("proposed"),
        ReopeningState.OBJECTED: _("objected to"),
        ReopeningState.DONE: _("opened again"),
        ReopeningState.STOPPED: _("not opened"),
    },
}

RULES: dict[str, RuleWords] = {
    "section": RuleWords(
        _("one text of a section"),
        _(
            "Two teams wrote this section without seeing each other’s text, and did not agree which one "
            "stands. You read both without knowing who wrote which."
        ),
    ),
    "first-draft": RuleWords(
        _("the first text"),
        _(
            "Take the text that states what was said more fully and more evenly. Whether you agree with "
            "what was said is no part of it. If neither is clearly better, both stand."
        ),
    ),
    "second-draft": RuleWords(
        _("the second text"),
        _(
            "Take the text that states what was said more fully and more evenly. Whether you agree with "
            "what was said is no part of it. If neither is clearly better, both stand."
        ),
    ),
    "own-section": RuleWords(
        _("stated fairly"),
        _(
            "Somebody who holds this viewpoint would put their name to every sentence: nothing of weight is "
            "missing, nothing is weaker than it was said, nothing is added."
        ),
        examples=(
            _("A reason is given in the words in which its holders gave it, with its limit."),
            _("A concession is told together with its condition."),
        ),
        counter_examples=(
            _("A claim is introduced with “they admit” or “they merely assert”."),
            _("The main reason is missing, and a side remark stands in its place."),
        ),
    ),
    "even-form": RuleWords(
        _("neutral, clear, even"),
        _(
            "Every sentence says who holds what, in a neutral voice; no side is doubted in words where the "
            "other is not; the sections are of like length and clarity; what is open is said to be open."
        ),
        examples=(_("“A says that …; B answers that …”, in sentences of like weight."),),
        counter_examples=(
            _("“B claims”, where A “shows”."),
            _("A summary that ends in who is right."),
        ),
    ),
}
EVENTS: dict[str, str | Promise] = {}
REFUSALS: dict[str, str | Promise] = {}
NOTICES: dict[str, str | Promise] = {}
PERMISSIONS: dict[str, str | Promise] = {}
