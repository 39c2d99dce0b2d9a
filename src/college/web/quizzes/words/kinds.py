"""Words for the closed lists of quizzes."""

from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from college.quizzes.rules.life import FlagState, ItemKind, ItemState, Recognition, RetellingState

WORDS: dict[type[Enum], dict[Any, str | Promise]] = {
    ItemKind: {
        ItemKind.WHO: _("who argued it"),
        ItemKind.MATCH: _("match claims to viewpoints"),
        ItemKind.EVIDENCE: _("what evidence was offered"),
        ItemKind.GRANTED: _("what was granted"),
        ItemKind.UNANSWERED: _("what stands unanswered"),
        ItemKind.ESTIMATE: _("estimate"),
        ItemKind.TRUE_FALSE: _("true or false about the text"),
    },
    ItemState: {
        ItemState.DRAFT: _("draft"),
        ItemState.ASKED: _("before its panels"),
        ItemState.LIVE: _("in the quiz"),
        ItemState.DROPPED: _("dropped"),
        ItemState.STALE: _("the words it rests on changed"),
        ItemState.FLAGGED: _("flagged, before panels"),
        ItemState.RETIRED: _("retired"),
    },
    FlagState: {
        FlagState.ASKED: _("before panels"),
        FlagState.KEPT: _("kept, with a reason"),
        FlagState.RETIRED: _("retired"),
    },
    RetellingState: {
        RetellingState.WAITING: _("waiting to be read"),
        RetellingState.READ: _("read"),
        RetellingState.HEARD: _("before panels"),
        RetellingState.RESTRICTED: _("restricted"),
    },
    Recognition: {
        Recognition.RECOGNISED: _("recognised"),
        Recognition.NOT_YET: _("not yet"),
    },
}
EVENTS: dict[str, str | Promise] = {}
NOTICES: dict[str, str | Promise] = {}
PERMISSIONS: dict[str, str | Promise] = {}
REFUSALS: dict[str, str | Promise] = {}
