"""The words for the record's states, events and refusals."""

from django.utils.translation import gettext_lazy as _

from college.record.events import CollegeFounded, TextErased, TextReleased, TextWithheld
from college.record.rules.states import TextState

WORDS = {
    TextState: {
        TextState.OPEN: _("open"),
        TextState.WITHHELD: _("withheld"),
        TextState.TOMBSTONE: _("erased"),
    },
}

EVENTS = {
    CollegeFounded.kind: _("The College was founded"),
    TextErased.kind: _("A text was erased; what committed to it stays"),
    TextReleased.kind: _("A withheld text was published again"),
    TextWithheld.kind: _("A text was withheld for a time"),
}

REFUSALS = {
    "record.text.erased": _("This text has been erased; it cannot be withheld or shown again."),
    "record.log.rolled-back": _(
        "The database is older than what this log has already signed (size %(signed)s, found %(found)s). "
        "Signing now would fork the log. Restore a newer copy."
    ),
    "record.clock.behind": _(
        "The clock says %(now)s, which is before the last checkpoint (%(last)s). Set the clock right."
    ),
    "record.key.missing": _(
        "There is no key for the log at %(file)s. Found a College first, or put its key back."
    ),
    "record.key.readable": _(
        "Others can read the log's key at %(file)s. Give it the mode 0600, then start again."
    ),
    "record.key.damaged": _("The key at %(file)s is not a log's key. Put the right one back."),
    "record.key.other-log": _(
        "The key is that of %(name)s, but this College's log is %(origin)s. "
        "Set COLLEGE_URL or COLLEGE_ORIGIN as they were at founding."
    ),
    "record.directory.ahead": _("The directory holds a newer log than the database."),
    "record.directory.other": _("The directory holds another log than the database."),
}

NOTICES: dict[str, object] = {}
