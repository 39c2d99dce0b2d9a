"""Ask that a part of a viewpoint stand by itself, and admit it when that is decided."""

from django.db import transaction

from college.committees.actions import cases
from college.committees.models import Case
from college.committees.rules.areas import Procedure
from college.debates.actions.answering import settle
from college.debates.actions.asking import open_in
from college.debates.actions.locking import locked, moved
from college.debates.actions.mergers import parties, speakers, words_of
from college.debates.actions.search import index_many
from college.debates.events.mergers import SplitAsked, ViewpointSplit
from college.debates.events.viewpoints import ViewpointAdmitted, ViewpointProposed
from college.debates.models import Debate, Split, Viewpoint, ViewpointWording
from college.debates.permissions import require
from college.debates.queries import mergers
from college.debates.rules import addresses, viewpoints, wordings
from college.debates.rules.refusals import ViewpointRule
from college.ground.act import Act
from college.ground.moments import rfc3339
from college.ground.prose import count_words
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit, commit_plain
from college.record.charters import charter_in_force


@transaction.atomic
def ask_split(act: Act, viewpoint: Viewpoint, *, name: str, statement: str, reason: str) -> Split:
    """Ask that part of a viewpoint stand by itself, in these words. Nobody who holds it is moved."""
    member = acting_member(act)
    debate = locked(viewpoint.debate)
    viewpoint = Viewpoint.objects.select_related("debate", "proposed_by").get(pk=viewpoint.pk)
    require("may_ask_split", member, viewpoint)
    if Split.objects.filter(viewpoint=viewpoint, settled_at=None).exists():
        raise Refusal("debates.split.heard-already")
    charter = charter_in_force()
    there = Viewpoint.objects.filter(debate=debate, merged_into=None, refused_at=None)
    if there.count() >= charter.limits.viewpoints:
        raise Refusal("debates.viewpoint.too-many", most=charter.limits.viewpoints)
    refuse_haste(act)
    stated = wordings.stated(name, statement, charter.lengths)
    text = commit(wordings.reason(reason, charter.lengths))
    words = commit_plain(stated.name), commit(stated.statement)
    case = open_in(
        act,
        debate,
        procedure=Procedure.SPLIT,
        rule=ViewpointRule.SPLIT.value,
        shown=[*words_of(viewpoint), *words, text],
        reason=text,
        parties=parties(member, viewpoint),
    )
    split = Split.objects.create(
        case=case,
        viewpoint=viewpoint,
        name=words[0],
        statement=words[1],
        by=member,
        reason=text,
        at=act.at,
    )
    event = SplitAsked(
        split=split.public_id,
        case=case.public_id,
        viewpoint=viewpoint.public_id,
        name=split.name_id,
        statement=split.statement_id,
        reason=text.commitment,
    )
    append(act, event, subject=viewpoint.public_id)
    moved(debate)
    for told in speakers(viewpoint):
        path = addresses.viewpoint(debate.slug, viewpoint.public_id)
        tell(told, "debates.split.asked", params={}, path=path, at=act.at)
    return split


@transaction.atomic
def enact(act: Act, case: Case) -> bool:
    """Admit what was split off, or leave everything; whether anything was done. Safe to repeat.

    What a second look turns stays where people hold it, and its page says so: it can be merged again by a
    case of its own.
    """
    split = mergers.split_of_case(case.pk)
    if split is None:
        return False
    debate = locked(split.viewpoint.debate)
    if settle(act, case, split) and split.made is None:
        split.made = _admit(act, debate, split)
        split.save(update_fields=["made"])
    moved(Debate.objects.get(pk=debate.pk))
    cases.mark_enacted(act, case)
    return True


def _admit(act: Act, debate: Debate, split: Split) -> Viewpoint:
    admitted = Viewpoint.objects.filter(debate=debate, admitted_at__isnull=False).count()
    made = Viewpoint.objects.create(
        debate=debate,
        letter=viewpoints.letter(admitted),
        proposed_by=split.by,
        proposed_at=split.at,
        admit_at=act.at,
        admitted_at=act.at,
    )
    ViewpointWording.objects.create(
        viewpoint=made,
        number=1,
        name=split.name,
        statement=split.statement,
        words=count_words(split.statement.words),
        by=split.by,
        at=act.at,
    )
    said = [(text, made.public_id) for text in (split.name, split.statement)]
    index_many(debate.pk, said, kind="viewpoint")
    proposed = ViewpointProposed(
        viewpoint=made.public_id,
        debate=debate.public_id,
        name=split.name_id,
        statement=split.statement_id,
        admit_at=rfc3339(act.at),
    )
    admitted_now = ViewpointAdmitted(
        viewpoint=made.public_id, debate=debate.public_id, letter=made.letter.lower()
    )
    told = ViewpointSplit(
        viewpoint=split.viewpoint.public_id,
        made=made.public_id,
        case=split.case.public_id,
        reason=split.answer_id or "",
    )
    for event in (proposed, admitted_now, told):
        append(act, event, subject=made.public_id)
    path = addresses.viewpoint(debate.slug, made.public_id)
    params = {"letter": made.letter}
    tell(split.by, "debates.viewpoint.admitted", params=params, path=path, at=act.at)
    return made
