"""What every format of a quiz is made from: plain values, whole addresses, no row of a database."""

from dataclasses import dataclass

from college.exchange.quizzes.questions import Question, from_content
from college.quizzes.rules.content import Content


@dataclass(frozen=True, slots=True)
class Side:
    """A viewpoint of the debate."""

    public_id: str
    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An item that is in the quiz. ``document``: the commitment of what its panels confirmed, in hex.

    ``version``: the public id of the summary's version that it rests on; ``url`` leads to its words there.
    """

    public_id: str
    document: str
    version: str
    url: str
    content: Content


@dataclass(frozen=True, slots=True)
class Sheet:
    """One quiz. ``title`` is the debate's question, ``language`` a BCP 47 tag, ``url`` the quiz's own.

    ``sides`` in the debate's own order. ``category``: where banks of others put its questions.
    """

    public_id: str
    slug: str
    title: str
    url: str
    language: str
    category: str
    sides: tuple[Side, ...]
    entries: tuple[Entry, ...]

    def questions(self) -> tuple[Question, ...]:
        """As formats of others have them."""
        names = {side.public_id: side.name for side in self.sides}
        return tuple(
            from_content(
                one.content,
                name=one.public_id,
                viewpoint_names=names,
                link=one.url,
                category=self.category,
            )
            for one in self.entries
        )
