"""Found a College: the first charter and the first entry of the record."""

from django.db import transaction

from college.ground.act import Act
from college.ground.charter import Charter
from college.ground.refusals import Refusal
from college.record.actions.charters import put_in_force
from college.record.actions.entries import append
from college.record.charters import is_founded
from college.record.events import CollegeFounded


@transaction.atomic
def found(act: Act, charter: Charter, *, origin: str) -> None:
    """Put the first charter in force; a College is founded once."""
    if is_founded():
        raise Refusal("administration.college.already-founded")
    version = put_in_force(act, charter)
    append(
        act,
        CollegeFounded(
            origin=origin, preset=charter.preset.value, charter=version.document.commitment
        ),
    )
