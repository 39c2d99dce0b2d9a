"""What waits for a contributor: which epochs want a commitment, shares, an answer, a secret."""

import json
from collections.abc import Collection
from dataclasses import dataclass, field

from college.committees.models import Contribution, Contributor, Epoch, Share
from college.committees.rules.epochs import ContributorGround, Phase
from college.people.models import Member


@dataclass(frozen=True, slots=True)
class Lodged:
    """A share that waits for its holder: the dealer's public id, the digest, the box. Hex."""

    dealer: str
    digest: str
    box: str


@dataclass(frozen=True, slots=True)
class Errand:
    """What one epoch wants of a contributor. ``holders``: (public id, public key) in their order.

    ``commitment`` is empty until there is one; ``key`` is the contributor's when the epoch opened.
    """

    epoch: str
    number: int
    phase: Phase
    threshold: int
    key: str
    holders: tuple[tuple[str, str], ...]
    commitment: str
    lodges: bool
    answers: tuple[Lodged, ...] = ()
    reveals: bool = False
    opens: tuple[Lodged, ...] = field(default=())


def contributor_of(member: Member) -> Contributor | None:
    """Whether, and for what, a member contributes now; absent ones too. One query."""
    rows = Contributor.objects.filter(member=member)
    return rows.exclude(ground=ContributorGround.RETIRED).first()


def members_of(public_ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """Contributors among public ids: the member's public id and name; not the server. One query."""
    rows = Contributor.objects.filter(public_id__in=public_ids, member__isnull=False)
    found = rows.values_list("public_id", "member__public_id", "member__public_name")
    return {contributor: (member, name) for contributor, member, name in found}


def errands(contributor: Contributor) -> list[Errand]:
    """Of every epoch that goes on, oldest first. Four queries for each."""
    rows = Contribution.objects.filter(
        contributor=contributor, epoch__drawn_at=None, epoch__voided_at=None
    )
    return [_errand(row) for row in rows.select_related("epoch").order_by("epoch__number")]


def _errand(row: Contribution) -> Errand:
    epoch = row.epoch
    taking = epoch.phase is Phase.TAKING
    revealing = epoch.phase is Phase.REVEALING
    return Errand(
        epoch=epoch.public_id,
        number=epoch.number,
        phase=epoch.phase,
        threshold=epoch.threshold,
        key=row.key,
        holders=_holders(epoch),
        commitment=row.commitment,
        lodges=taking and row.lodged_at is None,
        answers=_lodged(row, acknowledged_at=None, refused_at=None) if taking else (),
        reveals=revealing and row.counts and not row.secret,
        opens=_to_open(row) if revealing and epoch.opening_from is not None else (),
    )


def _holders(epoch: Epoch) -> tuple[tuple[str, str], ...]:
    rows = epoch.contributions.order_by("place")
    return tuple(rows.values_list("contributor__public_id", "key"))


def _to_open(row: Contribution) -> tuple[Lodged, ...]:
    return _lodged(
        row,
        value="",
        acknowledged_at__isnull=False,
        dealer__counts=True,
        dealer__secret="",
    )


def _lodged(row: Contribution, **which: object) -> tuple[Lodged, ...]:
    shares = Share.objects.filter(holder=row, **which).exclude(dealer=row)
    found = shares.select_related("dealer__contributor", "dealer__boxes").order_by("dealer__place")
    return tuple(
        Lodged(
            dealer=share.dealer.contributor.public_id,
            digest=share.digest,
            box=json.loads(bytes(share.dealer.boxes.body))["boxes"][row.place - 1],
        )
        for share in found
    )
