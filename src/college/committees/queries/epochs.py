"""Epochs: which one takes cases, what each came to, who contributed what."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from college.committees.events.epochs import EpochPostponed, EpochSealed
from college.committees.models import Contribution, Epoch, Share
from college.committees.rules import epochs as rules
from college.committees.rules.epochs import Calling, Phase
from college.record import queries as record

#: Epochs on a page of the list.
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Part:
    """What one contributor did in an epoch. ``member`` is empty for the server; ``holders`` say they hold
    a true share, ``refused`` that theirs is false; ``opened`` is how many shares were opened."""

    contributor: str
    member: str
    name: str
    calling: str
    committed_at: datetime | None
    lodged_at: datetime | None
    holders: int
    refused: int
    opened: int
    counts: bool
    secret: str
    recovered: bool
    excluded: bool


def taking() -> Epoch | None:
    """The epoch that takes cases now; ``None`` before the first tick. One query."""
    return Epoch.objects.filter(sealed_at=None).order_by("-number").first()


def by_id(public_id: str) -> Epoch | None:
    """One query."""
    return Epoch.objects.filter(public_id=public_id).first()


def by_number(number: int) -> Epoch | None:
    """One query."""
    return Epoch.objects.filter(number=number).first()


def numbers(public_ids: Collection[str]) -> dict[str, int]:
    """Epochs among public ids, with their numbers. One query."""
    return dict(Epoch.objects.filter(public_id__in=public_ids).values_list("public_id", "number"))


def latest() -> Epoch | None:
    """The epoch that was opened last. One query."""
    return Epoch.objects.order_by("-number").first()


def going_on() -> list[Epoch]:
    """Epochs that have come to no end yet, oldest first. One query."""
    return list(Epoch.objects.filter(drawn_at=None, voided_at=None).order_by("number"))


def of_page(page: int) -> list[Epoch]:
    """A fixed page of the list: epochs page × 50 + 1 and on, by number. One query."""
    first = page * PER_PAGE
    return list(
        Epoch.objects.filter(number__gt=first, number__lte=first + PER_PAGE).order_by("number")
    )


def last_drawn(before: int) -> Epoch | None:
    """The last epoch before a number that has a seed. One query."""
    rows = Epoch.objects.filter(number__lt=before, drawn_at__isnull=False)
    return rows.order_by("-number").first()


def is_demonstration(epoch: Epoch) -> bool:
    """Whether the operator can choose the outcome; of an open epoch, as far as can be told. No query."""
    secrets = epoch.contributors if epoch.phase is Phase.TAKING else epoch.counted
    return rules.is_demonstration(secrets, has_beacon=bool(epoch.round))


def parts(epoch: Epoch) -> list[Part]:
    """Everybody's part, in their order. Two queries."""
    rows = Contribution.objects.filter(epoch=epoch).select_related("contributor__member")
    held: dict[int, list[Share]] = {}
    for share in Share.objects.filter(dealer__epoch=epoch):
        held.setdefault(share.dealer_id, []).append(share)
    return [_part(row, held.get(row.pk, [])) for row in rows.order_by("place")]


def _part(row: Contribution, shares: Sequence[Share]) -> Part:
    by = row.contributor
    return Part(
        contributor=by.public_id,
        member=by.member.public_id if by.member else "",
        name=by.member.public_name if by.member else "",
        calling=by.calling,
        committed_at=row.committed_at,
        lodged_at=row.lodged_at,
        holders=sum(share.acknowledged_at is not None for share in shares),
        refused=sum(share.refused_at is not None for share in shares),
        opened=sum(share.value != "" for share in shares),
        counts=row.counts,
        secret=row.secret,
        recovered=row.recovered,
        excluded=row.excluded,
    )


def missing(epoch: Epoch) -> list[Contribution]:
    """The parts whose secrets count and are not known. One query."""
    rows = epoch.contributions.filter(counts=True, secret="").select_related("contributor")
    return list(rows.order_by("place"))


def at_fault() -> set[int]:
    """Keys of the contributors named in the epoch that ended last, if it was voided; never the server's,
    without which there may be nobody. Two queries."""
    ended = Epoch.objects.filter(Q(drawn_at__isnull=False) | Q(voided_at__isnull=False))
    last = ended.order_by("-number").first()
    rows = Contribution.objects.filter(epoch=last, excluded=True)
    return set(
        rows.exclude(contributor__calling=Calling.SERVER).values_list("contributor", flat=True)
    )


def covered_at(epoch: Epoch) -> datetime | None:
    """When a checkpoint was first signed over the sealing of an epoch, as it stands after any postponing;
    ``None``: not yet. Two or three queries."""
    told = record.entries(
        subject=epoch.public_id, kind=EpochPostponed.kind, most=1
    ) or record.entries(subject=epoch.public_id, kind=EpochSealed.kind, most=1)
    if not told or told[0].position is None:
        return None
    signed = record.first_signed_over(told[0].position)
    return None if signed is None else signed.at
