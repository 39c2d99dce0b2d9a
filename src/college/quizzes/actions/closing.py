"""Words that are withheld or erased are not told on by the items that quote them (law 8)."""

from dataclasses import replace

from django.db import transaction

from college.debates.actions.locking import locked
from college.ground.act import Act
from college.quizzes.models import Item
from college.quizzes.queries.closed import Quoting, quoting
from college.quizzes.rules.content import Content, from_plain
from college.record.actions.texts import erase, withhold
from college.record.rules.states import TextState


def step(act: Act) -> int:
    """Close what items repeat of closed sentences; how many items had such words."""
    return sum(close(act, one) for one in quoting(act.at))


@transaction.atomic
def close(act: Act, quoted: Quoting) -> bool:
    """Close an item's own texts as its sentence is, for as long, on that ground; what is erased is emptied
    wherever it was kept. Safe to repeat."""
    item = Item.objects.select_related("quiz__summary__debate").get(pk=quoted.item.pk)
    locked(item.quiz.summary.debate)
    text = quoted.closed
    for own in quoted.own:
        if text.state == TextState.TOMBSTONE:
            erase(act, own, ground=text.ground)
        else:
            withhold(act, own, ground=text.ground, case=text.case, until=text.until)
    if text.state == TextState.TOMBSTONE:
        item.content = _emptied(from_plain(item.content)).plain()
        item.edition += 1
        item.save(update_fields=["content", "edition"])
    return True


def _emptied(content: Content) -> Content:
    """Without its words. The key stays, so that answers that were given can still be counted."""
    return replace(
        content,
        stem="",
        options=tuple(replace(option, words="") for option in content.options),
        prompts=tuple("" for _prompt in content.prompts),
        explanation="",
        sources=tuple(
            replace(source, exact="", prefix="", suffix="") for source in content.sources
        ),
    )
