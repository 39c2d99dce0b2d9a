"""Put a charter in force: its document is committed, its number follows the last one's."""

from django.db import transaction

from college.ground.act import Act
from college.ground.charter import Charter
from college.record.actions.texts import commit_document
from college.record.models import CharterVersion


@transaction.atomic
def put_in_force(act: Act, charter: Charter) -> CharterVersion:
    """Make ``charter`` the one in force; the caller tells why, in an event that names its document."""
    last = CharterVersion.objects.select_for_update().order_by("-number").first()
    return CharterVersion.objects.create(
        number=last.number + 1 if last else 1,
        document=commit_document(charter.document()),
        at=act.at,
    )
