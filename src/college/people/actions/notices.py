"""Tell a member something: on the desk at once, by mail once a day."""

from datetime import datetime

from college.ground.act import Act
from college.people.models import Member, Notice


def tell(
    member: Member,
    code: str,
    *,
    params: dict[str, object],
    path: str,
    at: datetime,
    urgent: bool = False,
) -> Notice:
    """Leave a notice; ``code`` has its sentence in web/<room>/words.py NOTICES."""
    return Notice.objects.create(
        member=member, code=code, params=params, path=path, at=at, urgent=urgent
    )


def tell_once(
    member: Member, code: str, *, path: str, at: datetime, urgent: bool = False
) -> Notice:
    """The same, unless it was told already and nobody has read it yet."""
    waiting = Notice.objects.filter(member=member, code=code, path=path, read_at=None).first()
    return waiting or tell(member, code, params={}, path=path, at=at, urgent=urgent)


def mark_read(act: Act, member: Member) -> int:
    """All of a member's notices are read."""
    return Notice.objects.filter(member=member, read_at=None).update(read_at=act.at)


def settle(act: Act, member: Member, code: str, *, path: str) -> int:
    """What a notice asked of a member is done: it waits no more."""
    waiting = Notice.objects.filter(member=member, code=code, path=path, read_at=None)
    return waiting.update(read_at=act.at)
