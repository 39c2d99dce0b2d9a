"""How an epoch ends: with a seed, its missing secrets recovered from shares; or void."""

from django.db import transaction

from college.committees.actions import sealing
from college.committees.events.epochs import EpochDrawn, EpochRecovered, EpochVoided
from college.committees.models import Contribution, Epoch
from college.committees.queries import epochs
from college.committees.rules import beacons, shares
from college.committees.rules.epochs import VoidGround
from college.committees.rules.seeds import seed
from college.ground.act import Act
from college.record.actions.entries import append


@transaction.atomic
def recover_missing(act: Act, epoch: Epoch) -> int:
    """Put together every missing secret of which enough shares are open; how many came out."""
    Epoch.objects.select_for_update().get(pk=epoch.pk)
    return sum(_recover(act, epoch, row) for row in epochs.missing(epoch))


def _recover(act: Act, epoch: Epoch, row: Contribution) -> bool:
    found = shares.recover(_opened(row), threshold=epoch.threshold, committed=row.commitment)
    if found is None:
        return False
    row.secret, row.revealed_at, row.recovered = found.hex(), act.at, True
    row.save(update_fields=["secret", "revealed_at", "recovered"])
    event = EpochRecovered(
        epoch=epoch.public_id, contributor=row.contributor.public_id, secret=row.secret
    )
    append(act, event, subject=epoch.public_id)
    return True


def _opened(row: Contribution) -> dict[int, bytes]:
    opened = row.dealt.exclude(value="").values_list("holder__place", "value")
    return {place: bytes.fromhex(value) for place, value in opened}


@transaction.atomic
def draw(act: Act, epoch: Epoch) -> int:
    """The seed, once every secret that counts and the beacon are known. Safe to repeat."""
    epoch = Epoch.objects.select_for_update().get(pk=epoch.pk)
    counted = epoch.contributions.filter(counts=True).values_list("secret", flat=True)
    if epoch.drawn_at is not None or epoch.voided_at is not None or "" in counted:
        return 0
    beacon = None
    if epoch.round:
        beacon = beacons.verified(epoch.drawn_round, bytes.fromhex(epoch.signature))
    epoch.seed = seed(
        epoch=epoch.public_id,
        pool=epoch.pool,
        cases=epoch.cases,
        secrets=[bytes.fromhex(secret) for secret in counted],
        beacon=beacon,
    )
    epoch.drawn_at = act.at
    epoch.save(update_fields=["seed", "drawn_at"])
    event = EpochDrawn(
        epoch=epoch.public_id,
        seed=epoch.seed,
        round=epoch.drawn_round,
        signature=epoch.signature,
    )
    append(act, event, subject=epoch.public_id)
    return 1


@transaction.atomic
def void(act: Act, epoch: Epoch, *, ground: VoidGround | None) -> int:
    """No seed comes of it: its cases go to the next epoch. Without a ground, the missing secrets are why,
    and their dealers contribute to no epoch until another has come to an end."""
    epoch = Epoch.objects.select_for_update().get(pk=epoch.pk)
    if epoch.drawn_at is not None or epoch.voided_at is not None:
        return 0
    missing = [] if ground else epochs.missing(epoch)
    enough = any(len(_opened(row)) >= epoch.threshold for row in missing)
    why = ground or (VoidGround.FALSE_SHARES if enough else VoidGround.WITHHELD)
    Contribution.objects.filter(pk__in=[row.pk for row in missing]).update(excluded=True)
    epoch.voided_at, epoch.ground = act.at, why
    epoch.save(update_fields=["voided_at", "ground"])
    event = EpochVoided(
        epoch=epoch.public_id,
        ground=why.value,
        dealers=tuple(row.contributor.public_id for row in missing),
    )
    append(act, event, subject=epoch.public_id)
    sealing.carry_over(act, epoch)
    return 1
