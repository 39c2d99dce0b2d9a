"""The course of an epoch, step by step, as the clock finds it: open, seal, reveal, recover, draw or void.

A step that comes late is done late: nothing is skipped, and nobody loses time to act in. Each step is a
transaction of its own; another process that does the same steps finds them done.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from college.committees import relay
from college.committees.actions import contributors, sealing, serving
from college.committees.actions.ending import draw, recover_missing, void
from college.committees.events.epochs import EpochOpened, EpochPostponed, EpochSealed
from college.committees.models import Contribution, Contributor, Epoch, Share
from college.committees.queries import epochs
from college.committees.rules import beacons
from college.committees.rules import epochs as rules
from college.committees.rules.epochs import Calling, ContributorGround, Phase, Times, VoidGround
from college.ground.act import Act
from college.ground.charter import Clocks
from college.ground.ids import new_public_id
from college.ground.moments import rfc3339
from college.record.actions.entries import append
from college.record.charters import charter_in_force

#: A relay that does not answer is asked again after this.
_AGAIN = timedelta(seconds=30)


def step(act: Act) -> int:
    """Do everything that is due for epochs; how many steps. Safe to repeat."""
    clocks = charter_in_force().clocks
    done = 0
    if epochs.latest() is None:
        _open(act, clocks, None)
        done += 1
    for epoch in epochs.going_on():
        done += _go_on(act, epoch, clocks)
    return done


def _go_on(act: Act, epoch: Epoch, clocks: Clocks) -> int:
    """As many steps of one epoch as are due now."""
    done = 0
    if epoch.phase is Phase.TAKING:
        done += serving.prepare(act, epoch)
        if act.at < epoch.seals_at:
            return done
        done += _seal(act, epoch, clocks)
        epoch.refresh_from_db()
    if epoch.phase is Phase.SEALED:
        if not _begin_revealing(act, epoch, clocks):
            return done
        done += 1
    epoch.refresh_from_db()
    if epoch.phase is Phase.REVEALING:
        done += _reveal(act, epoch, clocks)
    return done


@transaction.atomic
def _open(act: Act, clocks: Clocks, previous: Epoch | None) -> Epoch:
    """Open the next epoch, with everybody who contributes to it; the server commits at once."""
    contributors.retire_departed(act)
    own = contributors.enrol_server(act)
    number = previous.number + 1 if previous else 1
    times = _times(act.at, clocks, previous)
    waited_for = _contributors(own, number)
    round_ = beacons.first_from(times.ends_at) if settings.BEACON else 0
    epoch = Epoch.objects.create(
        public_id=new_public_id(),
        number=number,
        opened_at=act.at,
        seals_at=times.seals_at,
        ends_at=times.ends_at,
        contributors=len(waited_for),
        threshold=rules.threshold(len(waited_for)),
        chain=beacons.CHAIN if round_ else "",
        round=round_,
    )
    Contribution.objects.bulk_create(
        Contribution(epoch=epoch, contributor=one, place=place, key=one.key)
        for place, one in enumerate(waited_for, 1)
    )
    epoch.pool = sealing.freeze_pool(act, epoch)
    epoch.save(update_fields=["pool"])
    event = EpochOpened(
        epoch=epoch.public_id,
        number=number,
        pool=epoch.pool,
        contributors=tuple(one.public_id for one in waited_for),
        threshold=epoch.threshold,
        seals_at=rfc3339(epoch.seals_at),
        ends_at=rfc3339(epoch.ends_at),
        chain=epoch.chain,
        round=round_,
    )
    append(act, event, subject=epoch.public_id)
    serving.prepare(act, epoch)
    return epoch


def _times(at: datetime, clocks: Clocks, previous: Epoch | None) -> Times:
    if previous is None:
        return rules.first_times(at, epoch=clocks.epoch, lodging=clocks.lodging)
    return rules.next_times(at, previous.seals_at, epoch=clocks.epoch, lodging=clocks.lodging)


def _contributors(own: Contributor, number: int) -> list[Contributor]:
    """Everybody with a key who has not left and was not at fault in the last epoch that came to an end."""
    present = Contributor.objects.filter(left_at=None).exclude(key="").order_by("id")
    at_fault = epochs.at_fault()
    rows = {row.public_id: row for row in present if row.pk not in at_fault}
    last = epochs.last_drawn(number)
    seed = last.seed if last else ""
    return [rows[one] for one in rules.chosen(list(rows), server=own.public_id, previous_seed=seed)]


@transaction.atomic
def _seal(act: Act, epoch: Epoch, clocks: Clocks) -> int:
    """Take no more cases, fix whose secrets count, and open the next epoch."""
    epoch = Epoch.objects.select_for_update().get(pk=epoch.pk)
    if epoch.sealed_at is not None:
        return 0
    counted = _counted(epoch)
    epoch.contributions.filter(contributor__public_id__in=counted).update(counts=True)
    epoch.ends_at = rules.ends_at(act.at, Times(epoch.seals_at, epoch.ends_at))
    if epoch.round:
        epoch.round = max(epoch.round, beacons.first_from(epoch.ends_at))
    epoch.sealed_at, epoch.counted = act.at, len(counted)
    epoch.cases = sealing.seal_cases(act, epoch)
    epoch.save()
    event = EpochSealed(
        epoch=epoch.public_id,
        cases=epoch.cases,
        counted=tuple(counted),
        ends_at=rfc3339(epoch.ends_at),
        round=epoch.round,
    )
    append(act, event, subject=epoch.public_id)
    _count_missed(act, epoch)
    _open(act, clocks, epoch)
    return 2


def _counted(epoch: Epoch) -> list[str]:
    lodged: dict[str, list[str]] = {}
    held = Share.objects.filter(dealer__epoch=epoch, acknowledged_at__isnull=False)
    for share in held.exclude(dealer__contributor__in=epochs.at_fault()).select_related(
        "dealer__contributor", "holder__contributor"
    ):
        dealer = share.dealer.contributor.public_id
        lodged.setdefault(dealer, []).append(share.holder.contributor.public_id)
    people = epoch.contributions.select_related("contributor").order_by("place")
    ids = [row.contributor.public_id for row in people]
    server = next(
        row.contributor.public_id for row in people if row.contributor.calling == Calling.SERVER
    )
    return rules.counted(lodged, contributors=ids, server=server)


def _count_missed(act: Act, epoch: Epoch) -> None:
    """Who lodged nothing for several epochs in a row is waited for no longer."""
    rows = epoch.contributions.exclude(contributor__calling=Calling.SERVER)
    for row in rows.select_related("contributor"):
        one = row.contributor
        one.missed = 0 if row.lodged_at is not None else one.missed + 1
        one.save(update_fields=["missed"])
        if one.missed >= rules.MOST_MISSED and one.left_at is None:
            contributors.leave(act, one, ground=ContributorGround.ABSENT)


@transaction.atomic
def _begin_revealing(act: Act, epoch: Epoch, clocks: Clocks) -> bool:
    """Let secrets be revealed, if it is time and a signed checkpoint covers the sealing."""
    epoch = Epoch.objects.select_for_update().get(pk=epoch.pk)
    signed_at = epochs.covered_at(epoch)
    if epoch.phase is not Phase.SEALED or signed_at is None or act.at < epoch.ends_at:
        return False
    if epoch.round and beacons.out_at(epoch.round) <= signed_at:
        _postpone(act, epoch, clocks)
        return False
    epoch.revealing_from = act.at
    epoch.save(update_fields=["revealing_from"])
    return True


def _postpone(act: Act, epoch: Epoch, clocks: Clocks) -> None:
    """Name a later round: the one named was out before the sealing stood in a signed checkpoint."""
    epoch.ends_at = act.at + clocks.lodging
    epoch.round = beacons.first_from(epoch.ends_at)
    epoch.save(update_fields=["ends_at", "round"])
    event = EpochPostponed(epoch=epoch.public_id, ends_at=rfc3339(epoch.ends_at), round=epoch.round)
    append(act, event, subject=epoch.public_id)


def _reveal(act: Act, epoch: Epoch, clocks: Clocks) -> int:
    """Reveal, open, recover; ask the beacon; then draw, or void what cannot come to a seed any more."""
    done = serving.reveal(act, epoch)
    half = clocks.revealing / 2
    missing = epochs.missing(epoch)
    if missing and act.at >= epoch.revealing_from + half:
        done += _call_for_shares(act, epoch)
        done += serving.open_missing(act, epoch)
    if missing:
        done += recover_missing(act, epoch)
        missing = epochs.missing(epoch)
    if epoch.round and not epoch.signature:
        _ask_beacon(act, epoch)
    if not missing and (epoch.signature or not epoch.round):
        return done + draw(act, epoch)
    # Whoever comes back to a clock that stood still finds half of the time left.
    if missing and epoch.opening_from is not None and act.at >= epoch.opening_from + half:
        return done + void(act, epoch, ground=None)
    if epoch.round and not epoch.signature and act.at >= _last_wait(epoch):
        return done + void(act, epoch, ground=VoidGround.NO_BEACON)
    return done


def _call_for_shares(act: Act, epoch: Epoch) -> int:
    """From now on shares of missing secrets may be opened."""
    if epoch.opening_from is not None:
        return 0
    epoch.opening_from = act.at
    epoch.save(update_fields=["opening_from"])
    return 1


def _ask_beacon(act: Act, epoch: Epoch) -> None:
    """Ask for the named round, and a day after it for the one that stands in. Outside of any transaction."""
    if epoch.asked_at is not None and act.at < epoch.asked_at + _AGAIN:
        return
    rounds = [epoch.round]
    if act.at >= beacons.out_at(beacons.stand_in(epoch.round)):
        rounds.append(beacons.stand_in(epoch.round))
    epoch.asked_at = act.at
    for round_ in rounds:
        signature = relay.ask(settings.BEACON_ADDRESS, round_)
        if signature is not None:
            epoch.drawn_round, epoch.signature = round_, signature.hex()
            break
    epoch.save(update_fields=["asked_at", "drawn_round", "signature"])


def _last_wait(epoch: Epoch) -> datetime:
    """When neither round is waited for any longer."""
    out = beacons.out_at(beacons.stand_in(epoch.round))
    return max(out, epoch.revealing_from) + beacons.PATIENCE
