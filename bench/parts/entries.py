"""Entries as acts leave them, many of them, about a thousand texts: the disk is to hold entries."""

from datetime import UTC, datetime

from django.db import transaction

from college.debates.events.contributions import ClaimAdded
from college.ground.act import Act
from college.ground.ids import new_public_id
from college.record.actions.entries import append_many
from college.record.actions.texts import commit_many_plain

#: Entries of one act.
AT_ONCE = 5_000
_TEXTS = 1_000


def append(count: int) -> None:
    with transaction.atomic():
        texts = commit_many_plain(f"What many of these claims say, {n}." for n in range(_TEXTS))
    for start in range(0, count, AT_ONCE):
        several = range(min(AT_ONCE, count - start))
        act = Act(actor=new_public_id(), at=datetime.now(UTC))
        claims = [_claim(texts[n % _TEXTS].commitment) for n in several]
        with transaction.atomic():
            append_many(act, ((claim, claim.contribution) for claim in claims))


def _claim(text: str) -> ClaimAdded:
    return ClaimAdded(
        contribution=new_public_id(),
        debate=new_public_id(),
        viewpoint=new_public_id(),
        stage="open",
        as_delegate=False,
        text=text,
        words=7,
        quotes=(),
        form="factual",
    )
