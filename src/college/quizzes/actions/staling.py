"""An item leaves its quiz when the words that its key rests on changed, or can no longer be read."""

from django.db import transaction

from college.debates.actions.locking import locked
from college.ground.act import Act
from college.people.actions.notices import tell
from college.quizzes.events.items import ItemStale
from college.quizzes.models import Item
from college.quizzes.queries.staleness import stale, stale_now
from college.quizzes.rules import addresses
from college.quizzes.rules.life import ItemState
from college.record.actions.entries import append
from college.summaries.queries.versions import newest_certified


def step(act: Act) -> int:
    """Items whose words are gone leave their quizzes; how many did."""
    return sum(end(act, item) for item in stale())


@transaction.atomic
def end(act: Act, item: Item) -> bool:
    """Take a stale item out of its quiz; whether it was still in and stale. Safe to repeat."""
    debate = locked(item.quiz.summary.debate)
    item = Item.objects.select_related("quiz", "by").get(pk=item.pk)
    version = newest_certified(debate)
    if version is None or not stale_now(item):
        return False
    item.state, item.settled_at = ItemState.STALE, act.at
    item.save(update_fields=["state", "settled_at"])
    event = ItemStale(item=item.public_id, quiz=item.quiz.public_id, version=version.public_id)
    append(act, event, subject=item.public_id)
    path = addresses.desk(debate.slug)
    tell(item.by, "quizzes.item.stale", params={}, path=path, at=act.at)
    return True
