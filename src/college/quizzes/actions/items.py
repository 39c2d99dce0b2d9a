"""Draft items, put them to panels, word them anew. A draft is its writer's own, and in no record."""

from collections.abc import Mapping

from django.db import transaction

from college.committees.actions.cases import open_case
from college.committees.queries import epochs
from college.committees.queries.reasons import reasons_against
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.debates.actions.locking import locked
from college.debates.models import Debate, Viewpoint
from college.debates.queries import labels
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.queries import acting_member, refuse_haste
from college.quizzes.actions.quizzes import quiz_of
from college.quizzes.events.items import ItemAsked
from college.quizzes.models import Item
from college.quizzes.permissions import require
from college.quizzes.queries import items, quizzes, sentences
from college.quizzes.rules import balance, checks, shapes
from college.quizzes.rules.content import Content, document, from_plain
from college.quizzes.rules.life import ItemState
from college.quizzes.rules.plain import in_words
from college.record.actions.entries import append
from college.record.actions.texts import commit_document, commit_plain
from college.record.charters import charter_in_force
from college.summaries.models import Version
from college.summaries.queries import versions

KEY_STANDS = "key-stands"
#: Items that may be worded anew: they will not be in a quiz again as they are.
OVER = frozenset({ItemState.DROPPED, ItemState.STALE, ItemState.RETIRED})


@transaction.atomic
def make_draft(act: Act, debate: Debate, content: Content, *, after: Item | None = None) -> Item:
    """A draft on the newest certified version, seen by its writer alone. It may be unfinished.

    ``after``: the item that it words anew.
    """
    debate = locked(debate)
    member = acting_member(act)
    require("may_write_items", member, debate)
    refuse_haste(act)
    most = charter_in_force().limits.drafts_of_items
    if items.waiting(member) >= most:
        raise Refusal("quizzes.item.too-many-waiting", most=most)
    version = _newest(debate)
    content = _kept(content)
    return Item.objects.create(
        quiz=quiz_of(act, version.summary),
        version=version,
        viewpoint=_viewpoint(debate, content),
        kind=content.kind,
        state=ItemState.DRAFT,
        content=content.plain(),
        by=member,
        made_at=act.at,
        after=after,
    )


@transaction.atomic
def save_draft(act: Act, item: Item, content: Content, *, edition: int) -> Item:
    """Keep what was changed, unless another page saved since ``edition`` was read: nothing is overwritten."""
    item = _locked_draft(act, item)
    if item.edition != edition:
        raise Refusal("quizzes.item.stale")
    debate = item.quiz.summary.debate
    content = _kept(content)
    item.version, item.viewpoint = _newest(debate), _viewpoint(debate, content)
    item.kind, item.content = content.kind, content.plain()
    item.edition += 1
    item.save(update_fields=["version", "viewpoint", "kind", "content", "edition"])
    return item


@transaction.atomic
def submit(act: Act, item: Item) -> Item:
    """Put a draft to panels: from now on its words and its key are in the record.

    Refused: what ``rules.checks`` refuses, one item more about a viewpoint that is ahead already, and an
    item that panels dropped with reasons, as it was.
    """
    item = _locked_draft(act, item)
    refuse_haste(act)
    debate = item.quiz.summary.debate
    version, content = _newest(debate), from_plain(item.content)
    sides = labels.viewpoints_of(debate)
    checks.check(
        content,
        lengths=charter_in_force().lengths,
        viewpoints=sides,
        statements={one.statement: one for one in sentences.of_version(version)},
    )
    balance.check(quizzes.counts(item.quiz), content.viewpoint)
    if any(reasons_against(one.case) for one in items.dropped_alike(item) if one.case):
        raise Refusal("quizzes.item.dropped-before")
    case = open_case(
        act,
        procedure=Procedure.KEY,
        rule=KEY_STANDS,
        shown=[commit_plain(in_words(content))],
        scope=debate.public_id,
        viewpoints=sides,
        labels=_held(act, debate),
        parties={item.by.public_id: Party.AUTHOR},
    )
    quiz = item.quiz.public_id
    kept = document(content, item=item.public_id, quiz=quiz, version=version.public_id)
    item.state, item.case, item.asked_at = ItemState.ASKED, case, act.at
    item.version, item.document = version, commit_document(kept)
    item.save(update_fields=["state", "case", "asked_at", "version", "document"])
    event = ItemAsked(
        item=item.public_id,
        quiz=quiz,
        version=version.public_id,
        viewpoint=content.viewpoint,
        document=item.document.commitment,
        case=case.public_id,
    )
    append(act, event, subject=item.public_id)
    return item


@transaction.atomic
def remove_draft(act: Act, item: Item) -> None:
    """Throw a draft away: nobody else has seen it."""
    _locked_draft(act, item).delete()


def word_anew(act: Act, item: Item) -> Item:
    """A new draft with the words of an item that was dropped, retired, or has gone stale. Anybody who may
    write items may; of its sources those stay that still stand in the newest version."""
    item = Item.objects.select_related("quiz__summary__debate").get(pk=item.pk)
    if item.state not in OVER:
        raise Refusal("quizzes.item.still-stands")
    debate = item.quiz.summary.debate
    standing = {one.statement: one for one in sentences.of_version(_newest(debate))}
    content = checks.on_version(from_plain(item.content), standing)
    return make_draft(act, debate, content, after=item)


def _locked_draft(act: Act, item: Item) -> Item:
    """The draft as it is now, in its locked debate, for its writer alone."""
    locked(item.quiz.summary.debate)
    member = acting_member(act)
    found = items.by_id(item.public_id)
    if found is None:
        raise Refusal("quizzes.item.removed")
    require("may_edit_item", member, found)
    return found


def _newest(debate: Debate) -> Version:
    found = versions.newest_certified(debate)
    if found is None:
        raise Refusal("quizzes.item.no-version")
    return found


def _kept(content: Content) -> Content:
    content = shapes.tidied(content)
    shapes.bounded(content)
    return content


def _viewpoint(debate: Debate, content: Content) -> Viewpoint | None:
    """The viewpoint whose argument is asked about; an unknown one is refused."""
    if not content.viewpoint:
        return None
    rows = debate.viewpoints.filter(admitted_at__isnull=False, merged_into=None)
    found: Viewpoint | None = rows.filter(public_id=content.viewpoint).first()
    if found is None:
        raise Refusal("quizzes.item.viewpoint-unknown")
    return found


def _held(act: Act, debate: Debate) -> Mapping[str, str]:
    """Who held what when the epoch that takes cases opened."""
    epoch = epochs.taking()
    return labels.labels_at(debate, epoch.opened_at if epoch else act.at)
