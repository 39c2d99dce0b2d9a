"""The words for the refusals of administration."""

from django.utils.translation import gettext_lazy as _

from college.ground.charter import Preset

WORDS = {
    Preset: {
        Preset.CLASS: _("class: a debate within lessons"),
        Preset.NEWSROOM: _("newsroom: a debate within a week"),
        Preset.ASSEMBLY: _("assembly: a debate within months"),
    },
}

EVENTS: dict[str, object] = {}

REFUSALS = {
    "administration.college.already-founded": _(
        "A College stands here already. Set COLLEGE_HOME or DATABASE_URL to another place for a new one."
    ),
}

NOTICES: dict[str, object] = {}
