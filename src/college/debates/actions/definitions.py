"""Define one sense of a term; rival senses stand side by side."""

from collections.abc import Sequence

from django.db import transaction

from college.debates.actions import writing
from college.debates.actions.speaking import begin, charge, pace, require_stage, sent_before
from college.debates.actions.succession import succeed
from college.debates.events.contributions import DefinitionAdded
from college.debates.models import Contribution, Debate
from college.debates.rules import posting
from college.debates.rules.kinds import Kind
from college.debates.rules.links import Span
from college.ground.act import Act
from college.ground.prose import count_words
from college.record.actions.entries import append
from college.record.actions.texts import commit_plain


@transaction.atomic
def add_definition(
    act: Act,
    debate: Debate,
    *,
    term: str,
    text: str,
    quotes: Sequence[Span] = (),
    succeeds: Contribution | None = None,
    token: str = "",
) -> Contribution:
    """Add one sense of a term, while the debate is framed or open."""
    speaking = begin(act, debate.pk)
    if again := sent_before(speaking, token):
        return again
    require_stage(speaking, Kind.DEFINITION)
    word = posting.term(term)
    sense = posting.text(text, speaking.charter.lengths)
    old = succeed(speaking, succeeds, Kind.DEFINITION)
    pace(speaking, 1)
    charge(speaking, count_words(sense))
    headword = commit_plain(word)
    written = writing.write(
        speaking,
        Kind.DEFINITION,
        sense,
        findable=word,
        spans=quotes,
        term=word.casefold()[: posting.LONGEST_TERM],
        headword=headword,
        token=token,
    )
    writing.place_beside(written)
    event = DefinitionAdded(
        term=headword.commitment, **written.told(), **(old.tell(written) if old else {})
    )
    append(act, event, subject=written.contribution.public_id)
    return written.contribution
