"""Summaries: every sentence rests on what was said, and every count follows (``spec/summaries.md``)."""

from collections import defaultdict
from typing import Any

from college_verify import versions
from college_verify.certificates import Certificates
from college_verify.contributions import Contributions
from college_verify.documents import Documents
from college_verify.entries import Entry
from college_verify.findings import Broken, Findings, shown
from college_verify.remarks import Remarks
from college_verify.versions import Document, Version

_CHECK = "summaries"
_COVERAGE, _CERTIFICATES = "coverage", "certificates"


class Summaries:
    """Takes the entries in their order; ``conclude`` then reads the versions' documents."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._debates = Contributions()
        self._certificates = Certificates()
        self._procedures: dict[str, str] = {}
        self._summaries: dict[str, str] = {}
        self._summary_of: dict[str, str] = {}
        self._editors: dict[str, tuple[str, str]] = {}
        self._reasoned: defaultdict[str, set[str]] = defaultdict(set)
        self._worded: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self._told: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self._versions: dict[str, Version] = {}
        self._of: defaultdict[str, list[Version]] = defaultdict(list)
        self._remarks = Remarks(self._versions, self._debates)
        self._documents: dict[str, Document] = {}
        self._unread = 0

    def follow(self, index: int, entry: Entry) -> None:
        """Take in the next entry that holds by itself."""
        self._debates.follow(index, entry)
        if entry.kind == "committees.case.filed":
            self._procedures[str(entry.data["case"])] = str(entry.data["procedure"])
        if not entry.kind.startswith("summaries."):
            return
        try:
            self._take(index, entry, entry.data)
        except Broken as error:
            told = f"{entry.kind} does not hold: {error}."
            self._findings.failed(_CHECK, told, f"entry {index:,}")

    def _take(self, index: int, entry: Entry, data: Any) -> None:
        match entry.kind.removeprefix("summaries."):
            case "summary.begun":
                self._begin(data)
            case "editor.seated" | "editor.left" as kind:
                self._seat(data, leaves=kind == "editor.left")
            case "omission.reasoned":
                self._reason(entry.actor, data)
            case "draft.worded" | "version.worded":
                for text in data["texts"]:
                    self._worded[data.get("draft") or data["version"]].setdefault(text, index)
            case "draft.opened":
                self._open(self._known(data["summary"]), data["draft"])
            case "version.made":
                self._make(index, data)
            case kind if kind.startswith("certificate.") or kind == "version.certified":
                self._certify(index, kind, data)
            case kind:
                if kind == "crux.named":
                    self._name(index, data)
                self._remarks.take(index, kind, data)

    def _seat(self, data: Any, *, leaves: bool) -> None:
        if leaves:
            self._editors.pop(data["editor"], None)
        else:
            self._editors[data["editor"]] = (self._known(data["summary"]), data["member"])

    def _begin(self, data: Any) -> None:
        summary, debate = data["summary"], data["debate"]
        if self._summaries.setdefault(summary, debate) != debate:
            raise Broken("the summary was begun in another debate")
        if self._summary_of.setdefault(debate, summary) != summary:
            raise Broken("the debate has another summary")

    def _known(self, summary: str) -> str:
        if summary not in self._summaries:
            raise Broken(f"the summary {shown(summary)} was never begun")
        return summary

    def _version(self, name: str) -> Version:
        if name not in self._versions:
            raise Broken(f"the version {shown(name)} was never made")
        return self._versions[name]

    def _reason(self, actor: str, data: Any) -> None:
        summary, name = self._known(data["summary"]), data["contribution"]
        piece = self._debates.pieces.get(name)
        if piece is None or piece.debate != self._summaries[summary]:
            raise Broken("it is about no contribution of the debate")
        if (summary, actor) not in self._editors.values():
            raise Broken("its author was no editor then")
        self._reasoned[summary].add(name)

    def _make(self, index: int, data: Any) -> None:
        summary = self._known(data["summary"])
        if self._summaries[summary] != data["debate"]:
            raise Broken("its summary is of another debate")
        if data["version"] in self._versions:
            raise Broken("a version of this id was made before")
        number = 1 + len(self._of[summary])
        if data["number"] != number:
            raise Broken(
                f"its number is {data['number']}, and it is version {number} of its summary"
            )
        self._open(summary, data["version"])
        version = Version(
            index=index,
            name=data["version"],
            summary=summary,
            debate=data["debate"],
            number=number,
            document=data["document"],
            coverage=data["coverage"],
            scene=self._debates.scene(data["debate"]),
            reasoned=frozenset(self._reasoned[summary]),
        )
        self._versions[version.name] = version
        self._of[summary].append(version)

    def _open(self, summary: str, name: str) -> None:
        """The words that were told of a draft or a version are the summary's."""
        for text, at in self._worded.pop(name, {}).items():
            self._told[summary].setdefault(text, at)

    def _certify(self, index: int, kind: str, data: Any) -> None:
        version = self._version(data["version"])
        if kind == "certificate.asked":
            self._certificates.ask(version, data, self._procedures.get(data["case"], ""))
        elif kind == "version.certified":
            if (version.summary, version.number) != (data["summary"], data["number"]):
                raise Broken("it is another version than was made under this id")
            self._certificates.certify(index, version, data["reserved"])
        else:
            granted = kind == "certificate.granted"
            self._certificates.say(index, version, data, granted=granted)

    def _name(self, index: int, data: Any) -> None:
        debate = self._summaries[self._known(data["summary"])]
        wrong = self._debates.wrong_link(data["claim"], data["claim_text"], debate, index)
        if wrong:
            raise Broken(f"the claim {wrong}")
        sides = [data["first"], data["second"]]
        admitted = self._debates.admitted(debate)
        if data["first"] == data["second"] or not set(sides) <= set(admitted):
            raise Broken("it is not between two viewpoints of the debate")

    def conclude(self, documents: Documents) -> None:
        """Read the documents that the entries commit to, and check what follows from them."""
        for version in self._versions.values():
            self._read(version, documents)
        for told in self._certificates.certified:
            if told.version.name not in self._documents:
                continue
            try:
                same = self._of[told.version.summary]
                self._certificates.check(told, self._documents, same)
            except Broken as error:
                sentence = f"The version is certified, and {error}."
                self._findings.failed(_CERTIFICATES, sentence, f"entry {told.index:,}")
        self._tell()

    def _read(self, version: Version, documents: Documents) -> None:
        """Check a version's documents; what was said of its words is checked with them."""
        place, check = f"entry {version.index:,}", _CHECK
        if not documents.is_open(version.document):
            self._unread += 1
            return
        try:
            value = documents.read(version.document, versions.FORMAT)
            document = self._documents[version.name] = Document(value, version)
            versions.check(version, document, self._debates, self._told[version.summary])
            words, lengths = versions.words_of(document, documents) or (None, None)
            self._remarks.check(version, document, lengths, self._findings)
            self._unread += words is None
            check = _COVERAGE
            if documents.is_open(version.coverage):
                told = documents.read(version.coverage)
                versions.recount(version, document, told, words)
        except Broken as error:
            told = f"Version {version.number} of the summary {shown(version.summary)}: {error}."
            self._findings.failed(check, told, place)

    def _tell(self) -> None:
        findings, count = self._findings, len(self._versions)
        certified = len(self._certificates.certified)
        if not count:
            return
        if findings.intact(_CHECK):
            read = self._documents.values()
            links = sum(len(one["links"]) for document in read for one in document.statements())
            findings.held(
                _CHECK,
                f"In {count:,} versions every sentence rests on what was said in its debate: by {links:,} "
                "links, each to a wording that was there before.",
            )
        if findings.intact(_CHECK, _COVERAGE):
            findings.held(
                _COVERAGE, f"The coverage of {count:,} versions, counted again, is the same."
            )
        if certified and findings.intact(_CHECK, _CERTIFICATES):
            findings.held(
                _CERTIFICATES,
                f"{certified:,} versions were certified, each by the panels of every viewpoint and on its "
                "form, or say where not.",
            )
        if self._unread:
            findings.note(
                _CHECK,
                f"Of {self._unread:,} versions not all words are published: their length was not checked.",
            )
