"""Epochs for tests: the clock's steps with a checkpoint between them, and contributors played by Python."""

import json
import secrets
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

from college.committees.actions import contributing, epochs
from college.committees.actions.contributors import enrol_contributor, give_key
from college.committees.models import Contribution, Epoch, Share
from college.committees.queries.epochs import taking
from college.committees.rules import boxes, shares
from college.committees.rules.epochs import Calling
from college.committees.rules.seeds import commitment
from college.ground.act import Act, Door
from college.ground.ids import new_public_id
from college.record.actions.sequence import sequence
from tests.factories.acts import MOMENT
from tests.factories.people import act_by, make_member


def clock(at: datetime) -> Act:
    return Act(actor="clock", at=at, door=Door.CLOCK)


def tick(at: datetime) -> int:
    """What a tick of the clock does about epochs: everything due, then a signed checkpoint."""
    done = epochs.step(clock(at))
    sequence(at)
    return done


def go_on_until(at: datetime, until: datetime, every: timedelta) -> None:
    """Tick regularly."""
    while at <= until:
        tick(at)
        at += every


class Contributor:
    """A contributor's browser, played by Python: the same steps, honestly unless told otherwise."""

    def __init__(self, at: datetime = MOMENT) -> None:
        self.member = make_member(at=at)
        self.key = generate_private_key(SECP256R1())
        self.secrets: dict[str, bytes] = {}
        self.row = enrol_contributor(
            clock(at), self.member, calling=Calling.DELEGATE, seat=new_public_id()
        )
        give_key(act_by(self.member, at), key=boxes.point(self.key).hex())

    @property
    def id(self) -> str:
        return self.row.public_id

    def act(self, at: datetime) -> Act:
        return act_by(self.member, at)

    def commit(self, epoch: Epoch, at: datetime) -> None:
        secret = self.secrets.setdefault(epoch.public_id, secrets.token_bytes(32))
        contributing.commit(self.act(at), epoch.public_id, secret=commitment(secret))

    def dealt(
        self, epoch: Epoch, *, false_for: str = "", other_secret: bool = False
    ) -> tuple[list[str], list[str]]:
        """Digests and boxes. ``false_for``: that holder's box has another share in it than the digest
        says; ``other_secret``: the shares are good ones, of another secret than was committed to."""
        secret = secrets.token_bytes(32) if other_secret else self.secrets[epoch.public_id]
        dealt = shares.split(
            secret,
            threshold=epoch.threshold,
            holders=epoch.contributors,
            chance=secrets.token_bytes(32 * (epoch.threshold - 1)),
        )
        digests, locked = [], []
        for row, share in zip(holders(epoch), dealt, strict=True):
            holder = row.contributor.public_id
            about = {"epoch": epoch.public_id, "dealer": self.id, "holder": holder}
            digests.append(shares.digest(share, **about))
            boxed = secrets.token_bytes(32) if holder == false_for else share
            once, nonce = generate_private_key(SECP256R1()), secrets.token_bytes(12)
            locked.append(boxes.lock(boxed, row.key, **about, once=once, nonce=nonce).hex())
        return digests, locked

    def lodge(self, epoch: Epoch, at: datetime, **how: object) -> None:
        digests, locked = self.dealt(epoch, **how)  # type: ignore[arg-type]
        contributing.lodge(self.act(at), epoch.public_id, digests=digests, boxes=locked)

    def opened(self, share: Share) -> bytes:
        """The share in a box that was lodged with this contributor."""
        boxed = json.loads(bytes(share.dealer.boxes.body))["boxes"][share.holder.place - 1]
        return boxes.unlock(
            bytes.fromhex(boxed),
            self.key,
            epoch=share.dealer.epoch.public_id,
            dealer=share.dealer.contributor.public_id,
            holder=self.id,
        )

    def waiting(self, epoch: Epoch) -> dict[str, Share]:
        """Shares lodged with this contributor and not answered for, by dealer."""
        rows = Share.objects.filter(
            dealer__epoch=epoch, holder__contributor=self.row, acknowledged_at=None, refused_at=None
        ).select_related("dealer__contributor", "dealer__boxes", "dealer__epoch", "holder")
        return {row.dealer.contributor.public_id: row for row in rows}

    def answer(self, epoch: Epoch, at: datetime) -> None:
        """Acknowledge every share that is what its digest says, refuse the others."""
        good, false = [], []
        for dealer, share in self.waiting(epoch).items():
            value = self.opened(share)
            about = {"epoch": epoch.public_id, "dealer": dealer, "holder": self.id}
            (good if shares.digest(value, **about) == share.digest else false).append(dealer)
        if good or false:
            contributing.acknowledge(self.act(at), epoch.public_id, dealers=good, refused=false)

    def reveal(self, epoch: Epoch, at: datetime) -> None:
        secret = self.secrets[epoch.public_id].hex()
        contributing.reveal(self.act(at), epoch.public_id, secret=secret)

    def open_shares(self, epoch: Epoch, at: datetime) -> None:
        """Open the shares of every secret that is missing."""
        rows = Share.objects.filter(
            holder__contributor=self.row,
            dealer__epoch=epoch,
            dealer__counts=True,
            dealer__secret="",
            value="",
        ).select_related("dealer__contributor", "dealer__boxes", "dealer__epoch", "holder")
        found = {row.dealer.contributor.public_id: self.opened(row).hex() for row in rows}
        contributing.open_shares(self.act(at), epoch.public_id, shares=found)


def holders(epoch: Epoch) -> list[Contribution]:
    return list(epoch.contributions.select_related("contributor").order_by("place"))


def open_epoch(at: datetime = MOMENT) -> Epoch:
    """The epoch that takes cases, after a tick."""
    tick(at)
    found = taking()
    assert found is not None
    return found


def lodged_by(people: list[Contributor], epoch: Epoch, at: datetime) -> None:
    """Everybody commits, lodges and answers, the server too."""
    for one in people:
        one.commit(epoch, at)
        one.lodge(epoch, at)
    for one in people:
        one.answer(epoch, at)
    tick(at)
    for one in people:
        one.answer(epoch, at)
