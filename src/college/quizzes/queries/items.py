"""Items as their writers and readers of the desk find them."""

from django.db.models import QuerySet

from college.people.models import Member
from college.quizzes.models import Item, Quiz
from college.quizzes.rules.life import ItemState

#: What a member has in hand: it waits for the member, or for panels.
_WAITING = (ItemState.DRAFT, ItemState.ASKED)
_WITH = ("quiz__summary__debate", "version", "viewpoint", "by", "reason", "case", "after__reason")


def by_id(public_id: str) -> Item | None:
    """An item in whatever state. One query."""
    return _rows().filter(public_id=public_id).first()


def waiting(member: Member) -> int:
    """How many items a member has as drafts or before panels, in all debates. One query."""
    return Item.objects.filter(by=member, state__in=_WAITING).count()


def dropped_alike(item: Item) -> list[Item]:
    """Items of the same quiz that panels dropped, letter for letter the same. One query."""
    return list(_rows().filter(quiz=item.quiz, state=ItemState.DROPPED, content=item.content))


def drafts_of(member: Member, quiz: Quiz) -> list[Item]:
    """A member's own drafts, the oldest first. One query."""
    return list(_rows().filter(quiz=quiz, by=member, state=ItemState.DRAFT))


def opened(quiz: Quiz) -> list[Item]:
    """Every item that went to panels, in whatever state it is now, the oldest first. One query."""
    return list(_rows().filter(quiz=quiz).exclude(state=ItemState.DRAFT))


def drafts_by_debate(member: Member) -> list[Item]:
    """A member's drafts in all debates, the oldest first. One query."""
    return list(_rows().filter(by=member, state=ItemState.DRAFT))


def _rows() -> QuerySet[Item]:
    return Item.objects.select_related(*_WITH).order_by("id")
