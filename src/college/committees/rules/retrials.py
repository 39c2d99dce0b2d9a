"""Which settled cases are tried again, and which new ones bring a control case along.

Both are chosen by tickets of the HKDF order (``lot.tickets``) under a seed that nobody knew when the case
was settled, or lodged: a case is chosen where its ticket falls into the share of all tickets that the
charter names. So each case has the same chance, and no other case in the list changes it.
"""

from collections.abc import Iterable
from enum import StrEnum

from college.committees.rules.areas import OF_EVERY_SIDE, Procedure
from college.committees.rules.lot import tickets
from college.ground.charter import Audit


class Sample(StrEnum):
    """What a ticket is drawn for. Each kind has tickets of its own."""

    RETRIAL = "retrial"
    CONTROL = "control"


#: What is refused or admitted, and quiz items, of which more are tried again.
ADMISSIONS = frozenset({Procedure.REFUSAL, Procedure.MERGE, Procedure.SPLIT, Procedure.ITEM})
#: Never tried again: the audit's own cases, what cannot be taken back by a second verdict, and what has no
#: larger panel that could try it.
NEVER_AGAIN = OF_EVERY_SIDE | {
    Procedure.ALARM,
    Procedure.UNSEAL,
    Procedure.CERTIFY,
    Procedure.CHARTER,
    Procedure.OFFICE,
}


def announcement(sample: Sample, epoch: str) -> dict[str, object]:
    """What the tickets are salted with; ``epoch`` is the public id of the epoch whose seed is used."""
    return {"epoch": epoch, "sample": sample.value, "v": "college-sample-v1"}


def retrial_share(procedure: Procedure, audit: Audit) -> int:
    """Per cent of settled cases of this procedure that are tried again."""
    if procedure in NEVER_AGAIN:
        return 0
    return audit.admission_retrials if procedure in ADMISSIONS else audit.retrials


def sampled(
    seed: bytes, sample: Sample, epoch: str, shares: Iterable[tuple[str, int]]
) -> list[str]:
    """The chosen cases in ticket order. ``shares``: (public id of a case, its share in per cent)."""
    given = dict(shares)
    drawn = tickets(seed, announcement(sample, epoch), given)
    chosen = [case for case, share in given.items() if _falls_within(drawn[case], share)]
    return sorted(chosen, key=lambda case: drawn[case])


def _falls_within(ticket: bytes, share: int) -> bool:
    return int.from_bytes(ticket, "big") * 100 < share << (8 * len(ticket))
