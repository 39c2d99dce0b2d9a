"""What an epoch seals: who can be drawn when it opens, and what is drawn for when it seals."""

from hashlib import sha256

from college.committees.actions import filing
from college.committees.actions.draws import announce
from college.committees.actions.rosters import announce_anew
from college.committees.actions.sealed import seal
from college.committees.models import Draw, Epoch, Pool, Roster
from college.committees.queries import rosters
from college.committees.rules.announcements import pool_document
from college.ground.act import Act
from college.record.rules.canonical import encode_entry


def freeze_pool(act: Act, epoch: Epoch) -> str:
    """Freeze who can be drawn from now on; gives the digest of the sealed document. Hex."""
    roster = rosters.in_force()
    places = rosters.on_duty(roster, epoch.opened_at) if roster is not None else []
    document = pool_document(epoch.public_id, roster.public_id if roster else "", places)
    sealed = seal(document)
    Pool.objects.create(
        epoch=epoch, roster=roster, salt=sealed.salt, body=sealed.body, digest=sealed.digest
    )
    return sealed.digest


def seal_cases(act: Act, epoch: Epoch) -> str:
    """Announce every draw of the epoch; gives the digest of the list of what its seed decides. Hex.

    The list holds the digests of the draws' announcements and the commitments of rosters' (spec/draw.md §1).
    """
    draws = Draw.objects.filter(epoch=epoch, drawn_at=None, decided_at=None)
    digests = [
        announce(act, draw).digest
        for draw in draws.select_related("case", "epoch__pooled").order_by("id")
    ]
    digests += Roster.objects.filter(epoch=epoch).values_list("announcement_id", flat=True)
    document = {"draws": sorted(digests), "epoch": epoch.public_id}
    return sha256(encode_entry(document)).hexdigest()


def carry_over(act: Act, epoch: Epoch) -> None:
    """The epoch was voided: what its seed would have decided waits for that of the one that takes cases."""
    filing.carry_over(act, epoch)
    for roster in Roster.objects.filter(epoch=epoch, began_at=None).order_by("number"):
        announce_anew(act, roster)
