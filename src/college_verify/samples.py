"""Which cases a seed chose for the audit, worked out again: ``spec/audit.md`` section 1."""

import hmac
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from college_verify import texts
from college_verify.canonical import decode, encode
from college_verify.entries import Entry
from college_verify.findings import Broken, Findings, shown
from college_verify.seeds import Seeds
from college_verify.sources import Source

_CHECK = "samples"
_MORE_OFTEN = {"refusal", "merge", "split", "item"}
_NEVER_AGAIN = {"alarm", "unseal", "certify", "charter", "office", "key"}
_SAMPLES = {"retrial", "control"}
#: Entries from which on another charter is in force.
_CHARTERS = {
    "record.college.founded",
    "administration.charter.put-in-force",
    "administration.charter.extended",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One choice as it was told. ``charter`` is the commitment of the charter then in force."""

    index: int
    data: dict[str, Any]
    seed: str
    charter: str


class Samples:
    """Takes the entries in their order, after the seeds; ``conclude`` then reads the charters."""

    def __init__(self, findings: Findings, seeds: Seeds) -> None:
        self._findings = findings
        self._seeds = seeds
        self._charter = ""
        self._procedures: dict[str, str] = {}
        self._settled: set[str] = set()
        self._drawn: dict[tuple[str, str], Drawn] = {}

    def follow(self, index: int, entry: Entry) -> None:
        """Take in the next entry that holds by itself."""
        data: Any = entry.data
        if entry.kind in _CHARTERS:
            self._charter = data["charter"]
        elif entry.kind == "committees.case.filed":
            self._procedures[data["case"]] = data["procedure"]
        elif entry.kind == "committees.verdict.given":
            self._settled.add(data["case"])
        elif entry.kind == "committees.sample.drawn":
            try:
                self._take(index, data)
            except Broken as error:
                self._fail(index, error)

    def conclude(self, source: Source) -> None:
        """Say whether every choice is the seed's."""
        audits: dict[str, dict[str, int]] = {}
        for drawn in self._drawn.values():
            try:
                if drawn.charter not in audits:
                    audits[drawn.charter] = _audit(source, drawn.charter)
                self._check(drawn, audits[drawn.charter])
            except Broken as error:
                self._fail(drawn.index, error)
        if self._drawn and self._findings.intact(_CHECK):
            self._findings.held(
                _CHECK,
                f"All {len(self._drawn):,} choices of cases for the audit are those of their seeds.",
            )

    def _take(self, index: int, data: dict[str, Any]) -> None:
        key = (data["epoch"], data["sample"])
        seed = self._seeds.drawn.get(data["epoch"])
        if seed is None:
            raise Broken(f"the epoch {shown(data['epoch'])} has no seed yet")
        if data["sample"] not in _SAMPLES or key in self._drawn:
            raise Broken(f"the epoch chooses a second time, or something unknown: {shown(key[1])}")
        if strange := [case for case in data["considered"] if case not in self._procedures]:
            raise Broken(f"the case {shown(strange[0])} was never filed")
        if data["sample"] == "retrial":
            early = [case for case in data["considered"] if case not in self._settled]
            if early:
                raise Broken(f"the case {shown(early[0])} is not settled")
        self._drawn[key] = Drawn(index, data, seed.seed, self._charter)

    def _check(self, drawn: Drawn, audit: dict[str, int]) -> None:
        data, sample = drawn.data, drawn.data["sample"]
        about = {"epoch": data["epoch"], "sample": sample, "v": "college-sample-v1"}
        key = hmac.digest(sha256(encode(about)).digest(), bytes.fromhex(drawn.seed), "sha256")
        tickets = {
            case: hmac.digest(key, case.encode() + b"\x01", "sha256") for case in data["considered"]
        }
        expected = [
            case
            for case in sorted(tickets, key=tickets.__getitem__)
            if int.from_bytes(tickets[case], "big") * 100 < self._share(case, sample, audit) << 256
        ]
        if expected != data["chosen"]:
            raise Broken(
                f"by the seed {len(expected):,} case(s) are chosen as {shown(sample)}, and not those told"
            )

    def _share(self, case: str, sample: str, audit: dict[str, int]) -> int:
        procedure = self._procedures[case]
        if sample == "control":
            return audit["controls"]
        if procedure in _NEVER_AGAIN:
            return 0
        return audit["admission_retrials" if procedure in _MORE_OFTEN else "retrials"]

    def _fail(self, index: int, error: Broken) -> None:
        self._findings.failed(
            _CHECK, f"committees.sample.drawn does not hold: {error}.", f"entry {index:,}"
        )


def _audit(source: Source, commitment: str) -> dict[str, int]:
    """The audit's shares in a published charter; whether it is what was committed is checked apart."""
    data = source.read(texts.path(commitment), texts.LARGEST_TEXT) if commitment else None
    value = decode(data) if data is not None else None
    document = value.get("document") if isinstance(value, dict) else None
    audit = document.get("audit") if isinstance(document, dict) else None
    names = ("retrials", "admission_retrials", "controls")
    if not isinstance(audit, dict) or not all(isinstance(audit.get(n), int) for n in names):
        raise Broken("the charter in force is not published, or has no shares for the audit")
    return {name: int(audit[name]) for name in names}
