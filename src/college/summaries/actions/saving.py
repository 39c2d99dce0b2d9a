"""One more wording of a statement of a draft, whoever it comes from."""

from datetime import datetime

from django.db.models import Max

from college.people.models import Member
from college.summaries.models import DraftStatement, DraftWording
from college.summaries.rules import statements


def save_wording(
    row: DraftStatement,
    words: str,
    *,
    by: Member | None,
    at: datetime,
    base: int | None = None,
    beside: bool = False,
) -> DraftWording:
    """Number and keep a wording of a statement in a locked debate: the head, unless it stands ``beside``.

    ``base``: the number it was written from; without it, the head's. ``by`` is ``None`` where a version puts
    its words back: that never waits for room.
    """
    last = row.wordings.aggregate(last=Max("number"))["last"] or 0
    if by is not None:
        statements.one_more_wording(last)
    wording = row.wordings.create(
        number=last + 1,
        base=row.head if base is None else base,
        words=words,
        by=by,
        at=at,
        beside=beside,
    )
    if not beside:
        row.head = wording.number
        row.save(update_fields=["head"])
    return wording
