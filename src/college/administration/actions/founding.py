"""Found a College: the first charter and the first entry of the record."""

from django.db import transaction

from college.ground.act import Act
from college.ground.charter import Charter
from college.ground.refusals import Refusal
from college.record.actions.entries import append
from college.record.actions.texts import commit_document
from college.record.events import CollegeFounded
from college.record.models import CharterVersion


@transaction.atomic
def found(act: Act, charter: Charter, *, origin: str) -> CharterVersion:
    """Put the first charter in force; a College is founded once."""
    if CharterVersion.objects.exists():
        raise Refusal("administration.college.already-founded")
    document = commit_document(charter.document())
    version = CharterVersion.objects.create(number=1, document=document, at=act.at)
    append(
        act,
        CollegeFounded(origin=origin, preset=charter.preset.value, charter=document.commitment),
    )
    return version
