"""Who writes items, and puts them to panels."""

from collections.abc import Callable

from college.debates.models import Debate
from college.people.models import Member
from college.people.permissions import may_take_part
from college.quizzes.models import Item
from college.quizzes.rules.life import ItemState
from college.summaries.queries import versions


def may_write_items(member: Member | None, debate: Debate) -> bool:
    """Any member who may take part, once a version of the debate's summary is certified."""
    return (
        member is not None
        and may_take_part(member)
        and versions.newest_certified(debate) is not None
    )


def may_edit_item(member: Member | None, item: Item) -> bool:
    """Its writer, while it is a draft."""
    return (
        member is not None
        and may_take_part(member)
        and item.state == ItemState.DRAFT
        and item.by_id == member.pk
    )


PERMISSIONS: dict[str, Callable[..., bool]] = {
    "may_write_items": may_write_items,
    "may_edit_item": may_edit_item,
}
