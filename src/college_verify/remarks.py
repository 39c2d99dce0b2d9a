"""What is said of a version: attestations, comments, cruxes (``spec/summaries.md`` section 6)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from college_verify.contributions import Contributions
from college_verify.findings import Broken, Findings, shown
from college_verify.versions import Document, Version

_CHECK = "summaries"
_FAIRNESS = {"fair", "fair-with-comment", "not-fair"}


@dataclass(frozen=True, slots=True)
class _Said:
    """Something about a version that its document must bear out."""

    index: int
    kind: str
    data: Any


class Remarks:
    """Takes what is told, in order; ``check`` compares it with a version's document."""

    def __init__(self, versions: Mapping[str, Version], debates: Contributions) -> None:
        self._versions = versions
        self._debates = debates
        self._cruxes: set[str] = set()
        self._attestations: set[str] = set()
        self._comments: set[str] = set()
        self._reopenings: set[str] = set()
        self._of: defaultdict[str, list[_Said]] = defaultdict(list)

    def take(self, index: int, kind: str, data: Any) -> None:
        """Raises ``Broken``."""
        match kind:
            case "attestation.given":
                self._attest(data)
                self._keep(index, kind, data)
                self._attestations.add(data["attestation"])
            case "attestation.answered":
                _known(data["attestation"], self._attestations, "attestation")
            case "comment.made":
                if data["start"] >= data["end"]:
                    raise Broken("it is about no words")
                self._keep(index, kind, data)
                self._comments.add(data["comment"])
            case "crux.named":
                self._cruxes.add(data["crux"])
            case "reopening.proposed":
                _known(data["crux"], self._cruxes, "crux")
                self._reopenings.add(data["reopening"])
            case "mind.told" | "crux.dropped":
                _known(data["crux"], self._cruxes, "crux")
            case _ if kind.startswith("comment."):
                _known(data["comment"], self._comments, "comment")
            case _ if kind.startswith("reopening."):
                _known(data["reopening"], self._reopenings, "proposal")

    def check(
        self,
        version: Version,
        document: Document,
        lengths: Mapping[str, int] | None,
        findings: Findings,
    ) -> None:
        """Statements that are attested exist, and comments stand within the words, where those are known."""
        length = None if lengths is None else document.length(lengths)
        names = {"", *document.names}
        for said in self._of[version.name]:
            wrong = ""
            if said.kind == "attestation.given" and said.data["statement"] not in names:
                wrong = f"the version has no statement {shown(said.data['statement'])}"
            elif said.kind == "comment.made" and length is not None and said.data["end"] > length:
                wrong = f"it ends at {said.data['end']}, and the version has {length} characters"
            if wrong:
                told = f"summaries.{said.kind} does not hold: {wrong}."
                findings.failed(_CHECK, told, f"entry {said.index:,}")

    def _keep(self, index: int, kind: str, data: Any) -> None:
        version = self._versions.get(data["version"])
        if version is None:
            raise Broken(f"the version {shown(data['version'])} was never made")
        if data["viewpoint"] and data["viewpoint"] not in self._sides(kind, version):
            raise Broken(f"the version has no viewpoint {shown(data['viewpoint'])}")
        self._of[version.name].append(_Said(index, kind, data))

    def _sides(self, kind: str, version: Version) -> list[str]:
        """Who can speak of a version: its own viewpoints attest, all that the debate has by now comment."""
        if kind == "comment.made":
            return self._debates.admitted(version.debate)
        return version.scene.viewpoints

    def _attest(self, data: Any) -> None:
        if data["fairness"] not in _FAIRNESS:
            raise Broken(f"nobody attests {shown(data['fairness'])}")
        if data["fairness"] != "fair" and not data["comment"]:
            raise Broken("it says no reason")


def _known(name: str, names: set[str], what: str) -> None:
    if name not in names:
        raise Broken(f"there was no {what} {shown(name)}")
