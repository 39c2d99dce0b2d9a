"""What panels say of an item's key: it is in the quiz, or it is dropped, with their reasons."""

from django.db import transaction

from college.committees.actions import cases
from college.committees.models import Case
from college.committees.queries import cases as known
from college.committees.queries.reasons import reasons_against
from college.committees.rules.tally import Choice
from college.debates.actions.locking import locked
from college.ground.act import Act
from college.people.actions.notices import tell
from college.quizzes.events.items import ItemAccepted, ItemDropped
from college.quizzes.models import Item
from college.quizzes.queries.quizzes import item_of_case
from college.quizzes.rules import addresses
from college.quizzes.rules.life import ItemState
from college.quizzes.rules.reasons import unsaid
from college.record.actions.entries import append
from college.record.actions.texts import commit


@transaction.atomic
def enact(act: Act, case: Case) -> bool:
    """Do what the last verdict on a key says; whether anything was done. Safe to repeat.

    A verdict that is turned later is followed: what was dropped comes in, what was in is dropped.
    """
    found = item_of_case(case)
    if found is None:
        return False
    locked(found.quiz.summary.debate)
    item = Item.objects.select_related("quiz__summary__debate", "by").get(pk=found.pk)
    if case.verdict == Choice.GRANT:
        _accept(act, item, case)
    else:
        _drop(act, item, case)
    cases.mark_enacted(act, case)
    return True


def _accept(act: Act, item: Item, case: Case) -> None:
    if item.state in {ItemState.ASKED, ItemState.DROPPED}:
        item.state, item.reason, item.settled_at = ItemState.LIVE, None, act.at
        item.save(update_fields=["state", "reason", "settled_at"])
    event = ItemAccepted(item=item.public_id, quiz=item.quiz.public_id, case=case.public_id)
    _tell(act, item, event, "quizzes.item.accepted")


def _drop(act: Act, item: Item, case: Case) -> None:
    said = [words for words in reasons_against(case) if words]
    item.reason = commit("\n\n".join(said) or unsaid(_confirmed(case)))
    item.state, item.settled_at = ItemState.DROPPED, act.at
    item.save(update_fields=["state", "reason", "settled_at"])
    event = ItemDropped(
        item=item.public_id,
        quiz=item.quiz.public_id,
        case=case.public_id,
        reason=item.reason.commitment,
    )
    _tell(act, item, event, "quizzes.item.dropped")


def _confirmed(case: Case) -> list[bool]:
    """Of each panel of the last draw, A first, whether it confirmed the key."""
    draw = case.draws.filter(decided_at__isnull=False).order_by("-id").first()
    rulings = known.rulings(draw) if draw is not None and not case.provisional else []
    return [ruling.choice is Choice.GRANT for ruling in rulings]


def _tell(act: Act, item: Item, event: ItemAccepted | ItemDropped, code: str) -> None:
    debate = item.quiz.summary.debate
    append(act, event, subject=item.public_id)
    tell(item.by, code, params={}, path=addresses.desk(debate.slug), at=act.at)
