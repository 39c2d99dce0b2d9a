"""Bring a charter of an earlier version up to the settings of today, with an entry that says so."""

import json

from django.db import transaction

from college.administration.events import CharterExtended
from college.ground.act import Act
from college.ground.charter import Charter, Preset, extended, load
from college.record.actions.charters import put_in_force
from college.record.actions.entries import append
from college.record.charters import newest_document


@transaction.atomic
def extend_charter(act: Act) -> tuple[str, ...]:
    """Put in force what the charter says, and for what it lacks what its preset says; the names added.

    Nothing happens to a charter that lacks nothing. Safe to repeat.
    """
    document = json.loads(newest_document())
    whole, added = extended(document, load(Preset(document["preset"])))
    if whole == document:
        return ()
    version = put_in_force(act, Charter.from_document(whole))
    append(act, CharterExtended(charter=version.document_id, added=len(added)))
    return added
