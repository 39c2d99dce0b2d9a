"""The sentences of a certified version, with whom and what each rests on: what items are keyed to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from college.ground.prose import clean
from college.quizzes.rules.content import Source

#: Sections of a summary and kinds of contribution that items are made of; a test holds the names.
HOLDS, GRANTED, OPEN = "holds", "granted", "open"
EVIDENCE, CHALLENGE, CONCESSION = "evidence", "challenge", "concession"


@dataclass(frozen=True, slots=True)
class Rest:
    """A contribution that a sentence rests on. ``kind``: as debates name it. ``words``: of the wording that
    is pinned, of evidence the title of its source; empty where it cannot be read. ``viewpoint``: held by its
    author when it was made, or empty. ``about``: viewpoints of what it challenges or grants. ``answered``: of
    a challenge."""

    contribution: str
    kind: str
    words: str
    viewpoint: str = ""
    about: frozenset[str] = frozenset()
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text``: the commitment of its words, which are empty where they cannot be read. ``section``: as
    summaries name it. ``viewpoint``: whose section it stands in, or empty."""

    statement: str
    text: str
    words: str
    section: str
    viewpoint: str = ""
    rests_on: tuple[Rest, ...] = ()

    @property
    def granted_by(self) -> frozenset[str]:
        """Viewpoints whose concessions it rests on."""
        granting = {rest.viewpoint for rest in self.rests_on if rest.kind == CONCESSION}
        return frozenset(granting - {""})

    def source(self) -> Source:
        """The whole sentence as what a key rests on."""
        return Source(statement=self.statement, text=self.text, exact=self.words)


#: A version's sentences are compared with one another many times over.
@lru_cache(maxsize=4_096)
def folded(words: str) -> str:
    """Words as they are compared: in one case, spaces collapsed, without the marks at their ends."""
    return " ".join(clean(words).casefold().split()).strip(" .!?…\"'“”‘’«»")


def argued_by(sentences: Iterable[Sentence]) -> Mapping[str, frozenset[str]]:
    """By the folded words of each sentence of viewpoints’ own sections, whose sections it stands in."""
    found: dict[str, frozenset[str]] = {}
    for one in sentences:
        if one.section == HOLDS and one.words:
            key = folded(one.words)
            found[key] = found.get(key, frozenset()) | {one.viewpoint}
    return found
