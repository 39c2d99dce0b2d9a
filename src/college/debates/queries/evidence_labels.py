"""Labels of evidence: which stand beside it, which are heard."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from college.debates.models import Contribution, EvidenceLabel
from college.debates.rules import addresses
from college.debates.rules.evidence_labels import EvidenceLabelWord
from college.debates.rules.grounds import Settled


@dataclass(frozen=True, slots=True)
class Labelled:
    """``settled`` is empty while it is heard whether the label is put."""

    word: EvidenceLabelWord
    settled: str
    case_url: str


def put_on(keys: Iterable[int]) -> dict[int, list[Labelled]]:
    """Labels put on pieces of evidence, and those that are heard, by the evidence's key. One query."""
    found: dict[int, list[Labelled]] = defaultdict(list)
    rows = EvidenceLabel.objects.filter(evidence__in=keys, settled__in=["", Settled.GRANTED])
    told = rows.order_by("id").values_list("evidence_id", "word", "settled", "case__public_id")
    for key, word, settled, case in told:
        found[key].append(Labelled(EvidenceLabelWord(word), settled, addresses.case(case)))
    return found


def retracted() -> QuerySet[EvidenceLabel, dict[str, int]]:
    """Keys of evidence whose source took back what was quoted, by verdict; to be asked within a query."""
    rows = EvidenceLabel.objects.filter(word=EvidenceLabelWord.RETRACTED, settled=Settled.GRANTED)
    return rows.values("evidence")


def asked_before(evidence: Contribution, word: EvidenceLabelWord) -> EvidenceLabel | None:
    """The label that is put, heard or was found not to hold. One query."""
    rows = EvidenceLabel.objects.filter(evidence=evidence, word=word)
    return rows.exclude(settled=Settled.WITHDRAWN).first()
