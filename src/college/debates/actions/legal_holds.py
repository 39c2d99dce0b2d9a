"""A steward's legal hold of a text of a debate: its case is told the sides as they were before it."""

from django.db import transaction

from college.administration.actions import holds
from college.committees.queries import epochs
from college.debates.actions.hearings import parties_of, side_of, thing_of
from college.debates.actions.locking import locked, moved
from college.debates.models import Contribution, Remark
from college.debates.queries import labels
from college.ground.act import Act
from college.people.actions.notices import tell


@transaction.atomic
def hold_unlawful(act: Act, row: Contribution | Remark, *, law: str) -> None:
    """Withhold a text for a time, naming the law; panels decide if it is unlawful. The author is told."""
    debate = locked(row.debate if isinstance(row, Contribution) else row.brief.debate)
    thing = thing_of(row)
    epoch = epochs.taking()
    held = labels.labels_at(debate, epoch.opened_at if epoch else act.at)
    holds.hold_text(
        act,
        thing.text,
        law=law,
        scope=debate.public_id,
        own_side=side_of(thing, held),
        viewpoints=labels.viewpoints_of(debate),
        labels=held,
        parties=parties_of(thing),
    )
    moved(debate)
    if thing.author is not None:
        tell(thing.author, "debates.text.held-by-law", params={}, path=thing.path, at=act.at)
