"""Rosters, draws, ballots, verdicts and their effects, recomputed from the published files alone."""

from college_verify.charters import Charters
from college_verify.documents import Documents
from college_verify.effects import Effects
from college_verify.entries import Entry
from college_verify.facts import Facts
from college_verify.findings import Findings
from college_verify.rosters import Rosters
from college_verify.seeds import Seeds
from college_verify.stories import check_stories


class Committees:
    """Takes the entries in their order; what needs documents is checked when all are read."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._facts = Facts()
        self._charters = Charters(findings)
        self._effects = Effects(findings, self._facts, self._charters)

    def follow(self, index: int, entry: Entry) -> None:
        """Take in the next entry that holds by itself."""
        self._facts.follow(index, entry)
        self._charters.follow(index, entry)
        self._effects.follow(index, entry)

    def conclude(self, seeds: Seeds, documents: Documents) -> None:
        """Read the documents that the entries commit to, and check what follows from them."""
        findings, facts, charters = self._findings, self._facts, self._charters
        charters.conclude(documents)
        rosters = Rosters(findings, facts, charters, seeds)
        rosters.conclude(documents)
        check_stories(findings, facts, documents, seeds=seeds, charters=charters, rosters=rosters)
        self._effects.conclude()
