"""Give a text another wording with the same meaning."""

from django.db import transaction

from college.debates.actions import search
from college.debates.actions.speaking import Speaking, begin, charge
from college.debates.events.contributions import ContributionRevised
from college.debates.models import Contribution, Link, Revision
from college.debates.permissions import require
from college.debates.queries import hearings
from college.debates.rules import addresses, posting
from college.debates.rules.kinds import Kind
from college.debates.rules.revisions import in_grace, is_minor
from college.ground.act import Act
from college.ground.prose import count_words
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.queries import members, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit

_MAY_BE_EMPTY = {Kind.ARGUMENT, Kind.EVIDENCE}


@transaction.atomic
def revise(act: Act, contribution: Contribution, *, text: str, expected: int) -> Revision:
    """Add a revision. ``expected`` is the number of the revision that the author was reading.

    Where somebody was faster (the author in another window, too), the refusal carries that wording
    (``text``) and its number, and the page shows both; nothing typed is lost. Within the grace period,
    and before anybody else refers to it, the author corrects freely; later only minor changes. While a
    wording is heard or held it stays: else a comma would take the text out of its own case.
    """
    speaking = begin(act, contribution.debate_id)
    row = Contribution.objects.get(pk=contribution.pk)
    row.debate = speaking.debate
    require("may_revise", speaking.member, row)
    head = newest(row)
    new = words_for(speaking, row, text)
    if new == head.text.words:
        return head
    if not head.text.is_open or hearings.is_heard(head):
        raise Refusal("debates.revision.being-heard")
    check_fresh(row, head, expected)
    grace = speaking.charter.clocks.grace
    free = in_grace(row.at, now=act.at, grace=grace) and not _referred_to(row)
    if not free and not is_minor(head.text.words, new):
        raise Refusal("debates.revision.not-minor")
    return add_wording(speaking, row, head, new)


def newest(row: Contribution) -> Revision:
    """The wording that stands, with its text. One query."""
    return Revision.objects.select_related("text").get(contribution=row, number=row.head)


def check_fresh(row: Contribution, head: Revision, expected: int) -> None:
    """Refuse to write over a wording that its writer has not seen."""
    if expected != row.head:
        raise Refusal("debates.revision.stale", number=row.head, text=head.text.words)


def add_wording(speaking: Speaking, row: Contribution, head: Revision, new: str) -> Revision:
    """Another wording of a contribution, charged, found and told; what may stand there is the caller's."""
    act = speaking.act
    refuse_haste(act)
    words = count_words(new)
    _charge(speaking, row, words)
    revision = Revision.objects.create(
        contribution=row,
        number=row.head + 1,
        text=commit(new),
        words=words,
        by=speaking.member,
        at=act.at,
    )
    row.head, row.words = revision.number, words
    row.save(update_fields=["head", "words"])
    _find_anew(row, head, revision, new)
    event = ContributionRevised(
        contribution=row.public_id,
        debate=speaking.debate.public_id,
        number=revision.number,
        text=revision.text_id,
        words=words,
    )
    append(act, event, subject=row.public_id)
    _tell(speaking, row)
    return revision


def words_for(speaking: Speaking, row: Contribution, text: str) -> str:
    """The words as they are kept, or a refusal: each kind of contribution has its own length."""
    lengths = speaking.charter.lengths
    if row.kind == Kind.CLAIM:
        return posting.claim(text, lengths)
    return posting.text(text, lengths, may_be_empty=Kind(row.kind) in _MAY_BE_EMPTY)


def _charge(speaking: Speaking, row: Contribution, words: int) -> None:
    """More words than before have to fit into the budget as it is now."""
    more = words - row.words
    if more > 0:
        charge(speaking, more)


def _referred_to(row: Contribution) -> bool:
    """Whether anybody but the author has linked to it. One query."""
    return Link.objects.filter(target=row).exclude(source__author=row.author_id).exists()


def _find_anew(row: Contribution, old: Revision, new: Revision, words: str) -> None:
    """The newest wording is searched; older ones stay to be read, not to be found."""
    search.forget_text(old.text_id)
    title = row.headword.words if row.headword else ""
    found = f"{title}\n{words}".strip()
    if found:
        search.index(row.debate_id, new.text, kind=row.kind, subject=row.public_id, words=found)


def _tell(speaking: Speaking, row: Contribution) -> None:
    """Authors of links that are stale now are told, once each."""
    authors = members().filter(contributions__links__target=row).exclude(pk=row.author_id)
    path = addresses.contribution(speaking.debate.slug, row.public_id)
    for member in authors.distinct():
        tell(member, "debates.contribution.revised", params={}, path=path, at=speaking.act.at)
