"""A change of meaning is a new contribution that succeeds the old one. Both stay to be read."""

from dataclasses import dataclass
from typing import Any

from college.debates.actions import writing
from college.debates.actions.speaking import Speaking
from college.debates.models import Contribution, Link, Revision
from college.debates.permissions import require
from college.debates.rules.kinds import Kind, LinkKind
from college.ground.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Old:
    """The contribution that is succeeded, and the wording that was its last."""

    revision: Revision

    def tell(self, written: writing.Written) -> dict[str, Any]:
        """Link the new one to the old; gives what its entry says of that."""
        writing.link(written, LinkKind.SUCCEEDS, [self.revision])
        return {
            "succeeds": self.revision.contribution.public_id,
            "succeeds_text": self.revision.text_id,
        }


def succeed(speaking: Speaking, old: Contribution | None, kind: Kind) -> Old | None:
    """Look at what is to be succeeded, or refuse: another's text, another kind, succeeded already."""
    if old is None:
        return None
    revision = writing.heads(speaking, [old.pk])[old.pk]
    row = revision.contribution
    writing.check(speaking, LinkKind.SUCCEEDS, revision)
    row.debate = speaking.debate
    require("may_succeed", speaking.member, row)
    if row.kind != kind:
        raise Refusal("debates.contribution.other-kind", kind=row.kind)
    if Link.objects.filter(target=row, kind=LinkKind.SUCCEEDS).exists():
        raise Refusal("debates.contribution.succeeded")
    return Old(revision)
