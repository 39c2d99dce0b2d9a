"""What an epoch seals: who can be drawn when it opens, and what is drawn for when it seals.

There are no places and no cases yet: both documents are empty, and say so by their digests.
"""

from hashlib import sha256

from college.committees.models import Epoch
from college.ground.act import Act
from college.record.rules.canonical import encode_entry


def freeze_pool(act: Act, epoch: Epoch) -> str:
    """The digest of who can be drawn from now on, as of the epoch's opening. Hex."""
    document = {"epoch": epoch.public_id, "places": []}
    return sha256(encode_entry(document)).hexdigest()


def seal_cases(act: Act, epoch: Epoch) -> str:
    """The digest of the draws that the epoch's seed will decide. Hex."""
    document = {"draws": [], "epoch": epoch.public_id}
    return sha256(encode_entry(document)).hexdigest()


def carry_over(act: Act, epoch: Epoch) -> None:
    """Hand the draws of a voided epoch on to the one that takes cases now."""
