"""Items that a tally finds unfair go to panels: they retire them, or keep them and say why."""

from collections.abc import Iterable

from django.db import transaction

from college.committees.actions import cases
from college.committees.models import Case
from college.committees.queries.reasons import reasons_for
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.committees.rules.tally import Choice
from college.debates.actions.asking import open_in
from college.debates.actions.locking import locked
from college.debates.models import Debate, Viewpoint
from college.debates.queries.viewpoints import wordings
from college.ground.act import Act
from college.people.actions.notices import tell
from college.quizzes.events.items import ItemFlagged, ItemKept, ItemRetired
from college.quizzes.models import Flag, Item, Tally
from college.quizzes.queries.quizzes import flag_of_case
from college.quizzes.rules import addresses
from college.quizzes.rules.content import from_plain
from college.quizzes.rules.flags import Finding, to_hear
from college.quizzes.rules.life import FlagState, ItemState
from college.quizzes.rules.plain import in_words
from college.quizzes.rules.reasons import unsaid
from college.record.actions.entries import append
from college.record.actions.texts import commit, commit_plain
from college.record.models import Text

#: The rule that panels apply (``web/quizzes/words``).
RULE = "unfair-item"


@transaction.atomic
def flag(act: Act, tally: Tally, findings: Iterable[Finding]) -> list[Flag]:
    """Put to panels the items that a tally found unfair; those that are in the quiz, each once."""
    debate = locked(tally.quiz.summary.debate)
    rows = Item.objects.filter(quiz=tally.quiz, state=ItemState.LIVE).select_related("by")
    items = {item.public_id: item for item in rows}
    found = to_hear(findings, _kept(tally))
    return [_flag(act, debate, tally, items[one.item], one) for one in found if one.item in items]


@transaction.atomic
def enact(act: Act, case: Case) -> bool:
    """Retire the item, or keep it, with the reasons of those who decided; whether anything was done. Safe to
    repeat, and a verdict that is turned later is followed."""
    found = flag_of_case(case)
    if found is None:
        return False
    debate = locked(found.item.quiz.summary.debate)
    told = ("item__quiz", "item__by")
    row = Flag.objects.select_related(*told).get(pk=found.pk)
    granted = case.verdict == Choice.GRANT
    said = [words for words in reasons_for(case) if words]
    row.reason = commit("\n\n".join(said) or unsaid(()))
    before, row.state = row.state, FlagState.RETIRED if granted else FlagState.KEPT
    row.settled_at = act.at
    row.save(update_fields=["state", "reason", "settled_at"])
    _settle(act, row, granted=granted, was_retired=before == FlagState.RETIRED)
    kind = ItemRetired if granted else ItemKept
    event = kind(
        item=row.item.public_id,
        quiz=row.item.quiz.public_id,
        case=case.public_id,
        reason=row.reason.commitment,
    )
    append(act, event, subject=row.item.public_id)
    _tell(act, debate, row.item, f"quizzes.item.{row.state}")
    cases.mark_enacted(act, case)
    return True


def _flag(act: Act, debate: Debate, tally: Tally, item: Item, found: Finding) -> Flag:
    side = debate.viewpoints.get(public_id=found.viewpoint)
    row = Flag.objects.create(
        item=item,
        tally=tally,
        viewpoint=side,
        d=found.signed,
        state=FlagState.ASKED,
        at=act.at,
        case=open_in(
            act,
            debate,
            procedure=Procedure.ITEM,
            rule=RULE,
            shown=[_words(item), *_less_often(debate, side, harder=found.harder)],
            reason=None,
            parties={item.by.public_id: Party.AUTHOR},
        ),
    )
    item.state = ItemState.FLAGGED
    item.save(update_fields=["state"])
    event = ItemFlagged(
        item=item.public_id,
        quiz=tally.quiz.public_id,
        tally=tally.public_id,
        viewpoint=found.viewpoint,
        harder=found.harder,
        d=found.d,
        case=row.case.public_id,
    )
    append(act, event, subject=item.public_id)
    _tell(act, debate, item, "quizzes.item.flagged")
    return row


def _settle(act: Act, row: Flag, *, granted: bool, was_retired: bool) -> None:
    """What left the quiz for another reason stays out of it."""
    item = row.item
    if granted and item.state in {ItemState.LIVE, ItemState.FLAGGED}:
        item.state, item.reason, item.settled_at = ItemState.RETIRED, row.reason, act.at
    elif not granted and (
        item.state == ItemState.FLAGGED or (was_retired and item.state == ItemState.RETIRED)
    ):
        item.state, item.reason, item.settled_at = ItemState.LIVE, None, act.at
    item.save(update_fields=["state", "reason", "settled_at"])


def _kept(tally: Tally) -> set[tuple[str, str, bool]]:
    """What panels looked at before and found no fault with."""
    rows = Flag.objects.filter(item__quiz=tally.quiz, state=FlagState.KEPT)
    found = rows.values_list("item__public_id", "viewpoint__public_id", "d")
    return {(item, viewpoint, d < 0) for item, viewpoint, d in found}


def _words(item: Item) -> Text:
    return commit_plain(in_words(from_plain(item.content)))


def _less_often(debate: Debate, side: Viewpoint, *, harder: bool) -> list[Text]:
    """The names of the viewpoints whose holders get it right less often."""
    rows = debate.viewpoints.filter(admitted_at__isnull=False, merged_into=None)
    less = [one for one in rows.order_by("letter") if (one.pk == side.pk) == harder]
    return [wordings(one)[0].name for one in less]


def _tell(act: Act, debate: Debate, item: Item, code: str) -> None:
    path = addresses.item_figures(debate.slug, item.public_id)
    tell(item.by, code, params={}, path=path, at=act.at)
