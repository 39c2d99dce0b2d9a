"""What panels said of versions, and what was certified by it (``spec/summaries.md`` section 5)."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from college_verify.findings import Broken, shown
from college_verify.versions import Document, Version

#: Refusals with reasons after which a section may stand without its certificate.
ENOUGH = 2
#: A certificate's section, as it is told: the procedure of its case.
_PROCEDURES = {"holds": "section", "form": "form"}


@dataclass(frozen=True, slots=True)
class Said:
    """What was told of a case's certificate. ``reasoned``: those who decided said why."""

    index: int
    case: str
    granted: bool
    reasoned: bool


@dataclass(frozen=True, slots=True)
class Certified:
    index: int
    version: Version
    reserved: tuple[str, ...]


class Certificates:
    """Takes what is told of certificates, in order."""

    def __init__(self) -> None:
        self.certified: list[Certified] = []
        self._asked: dict[str, tuple[Version, str, str]] = {}
        self._said: defaultdict[tuple[str, str, str], list[Said]] = defaultdict(list)

    def ask(self, version: Version, data: Any, procedure: str) -> None:
        """Raises ``Broken``."""
        section, viewpoint = data["section"], data["viewpoint"]
        if section not in _PROCEDURES or (section == "holds") != bool(viewpoint):
            raise Broken("it is asked of no section that a panel certifies")
        if procedure != _PROCEDURES[section]:
            raise Broken(f"case {shown(data['case'])} is no case about {_PROCEDURES[section]}")
        if viewpoint and viewpoint not in version.scene.viewpoints:
            raise Broken(f"the version has no section of {shown(viewpoint)}")
        if data["case"] in self._asked:
            raise Broken(f"case {shown(data['case'])} was asked before")
        self._asked[data["case"]] = (version, section, viewpoint)

    def say(self, index: int, version: Version, data: Any, *, granted: bool) -> None:
        """Raises ``Broken``."""
        if self._asked.get(data["case"]) != (version, data["section"], data["viewpoint"]):
            raise Broken(
                f"case {shown(data['case'])} was not asked about this section of this version"
            )
        key = (version.name, data["section"], data["viewpoint"])
        self._said[key].append(Said(index, data["case"], granted, bool(data["reason"])))

    def certify(self, index: int, version: Version, reserved: list[str]) -> None:
        """Raises ``Broken``."""
        earlier = [c.version for c in self.certified if c.version.summary == version.summary]
        if any(one.number >= version.number for one in earlier):
            raise Broken("this version, or a later one, was certified before")
        self.certified.append(Certified(index, version, tuple(reserved)))

    def check(
        self, told: Certified, documents: dict[str, Document], versions: list[Version]
    ) -> None:
        """Whether everything was granted, reserved, or granted before. ``versions`` of the summary.

        ``documents`` by the names of those versions that could be read. Raises ``Broken``.
        """
        document = documents[told.version.name]
        used: set[str] = set()
        parts = [("holds", viewpoint) for viewpoint in document.viewpoints]
        for section, viewpoint in [*parts, ("form", "")]:
            alike = [
                version
                for version in versions
                if version.number <= told.version.number
                and version.name in documents
                and documents[version.name].part(section, viewpoint)
                == document.part(section, viewpoint)
            ]
            here = self._last(alike, section, viewpoint, told.index)
            if any(said.granted for said in here.values()):
                continue
            every = self._last(versions, section, viewpoint, told.index).values()
            twice = sum(said.reasoned and not said.granted for said in every) >= ENOUGH
            stands = [c for c in told.reserved if c in here and (twice or not here[c].reasoned)]
            if not stands:
                what = f"the section of {shown(viewpoint)}" if viewpoint else "its form"
                raise Broken(f"{what} has no certificate")
            used.update(stands)
        if strange := set(told.reserved) - used:
            raise Broken(
                f"it reserves case {shown(min(strange))}, by which nothing in it stands uncertified"
            )

    def _last(
        self, versions: list[Version], section: str, viewpoint: str, index: int
    ) -> dict[str, Said]:
        """What was said last, before a place, in each case about a section of some versions."""
        return {
            said.case: said
            for version in versions
            for said in self._said[version.name, section, viewpoint]
            if said.index < index
        }
