"""What falls due in the record by time alone: a withheld text is published again at its moment."""

from datetime import datetime

from college.ground.act import Act, Door
from college.record.actions.texts import release
from college.record.models import Text, TextState


def due(now: datetime) -> int:
    """Release every text whose time is over; gives how many. Safe to repeat."""
    act = Act("clock", now, Door.CLOCK)
    lapsed = Text.objects.filter(state=TextState.WITHHELD, until__lte=now).order_by("until")
    texts = list(lapsed.only("commitment"))
    for text in texts:
        release(act, text)
    return len(texts)
