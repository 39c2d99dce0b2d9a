"""Take an article and its comments in: all of it or nothing, and nothing twice.

The remarks are published at once (law 2). Who imports is told as the one who took the brief in, never
as the author of a word in it; pseudonyms and addresses stay in rows and out of the record (law 8).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import TypeVar

from django.conf import settings
from django.db import transaction
from django.db.models import F

from college.debates.actions import search
from college.debates.actions.locking import locked, moved
from college.debates.events.briefs import (
    BriefGrown,
    BriefTakenIn,
    PassageQuoted,
    PassageTakenIn,
    RemarkTakenIn,
)
from college.debates.models import Brief, Debate, Passage, Remark
from college.debates.permissions import require
from college.debates.rules import intake
from college.debates.rules.briefs import ArrivingBrief, ArrivingPassage, ArrivingRemark, Rights
from college.debates.rules.claims import address_digest
from college.ground.act import Act
from college.people.models import Member
from college.people.queries import acting_member
from college.record.actions.entries import append, append_many
from college.record.actions.texts import commit_many_plain, commit_plain

T = TypeVar("T")
#: ``progress(done, all)`` counts passages and remarks stored.
Progress = Callable[[int, int], None]
#: Rows stored together; more would only take memory.
_AT_ONCE = 100
_MOST_ANNOUNCED = 10**9


@transaction.atomic
def take_in(
    act: Act,
    debate: Debate,
    arriving: ArrivingBrief,
    *,
    digest: str,
    rights: Rights,
    progress: Progress | None = None,
) -> Brief:
    """The brief with all its passages and remarks, made or grown.

    ``digest`` names the article (``exchange.reading.digest``). An article that the debate has already,
    by its digest or by source and title, gets only the remarks whose keys are new.
    """
    member = acting_member(act)
    debate = locked(debate)
    require("may_take_in", member, debate)
    intake.check(arriving)
    told = progress or _silent
    brief = _known(debate, arriving, digest)
    if brief is not None:
        if arriving.source and not brief.source:
            brief.source = arriving.source
            brief.save(update_fields=["source"])
        _grow(act, brief, arriving, told)
    else:
        brief = _make(act, debate, member, arriving, digest=digest, rights=Rights(rights))
        _add_passages(act, brief, arriving.passages, told, len(arriving.remarks))
        _add_remarks(act, brief, arriving.remarks, told, done=len(arriving.passages))
    moved(debate)
    return brief


def show_quoted(act: Act, passage: Passage) -> None:
    """A passage is about to be quoted: under quotation rights it is published from now on."""
    if passage.quoted_at is not None or passage.brief.rights == Rights.FULL:
        return
    passage.quoted_at = act.at
    passage.save(update_fields=["quoted_at"])
    event = PassageQuoted(
        passage=passage.public_id, brief=passage.brief.public_id, text=passage.text_id
    )
    append(act, event, subject=passage.public_id)
    search.index_many(passage.brief.debate_id, [(passage.text, passage.public_id)], kind="passage")


def _silent(done: int, all_of_them: int) -> None:
    """Nobody watches."""


def _known(debate: Debate, arriving: ArrivingBrief, digest: str) -> Brief | None:
    same = Brief.objects.filter(debate=debate, digest=digest).first()
    if same is not None or not arriving.source:
        return same
    there = Brief.objects.filter(debate=debate, source=arriving.source).select_related("title")
    return next((brief for brief in there if brief.title.words == arriving.title), None)


def _make(
    act: Act,
    debate: Debate,
    member: Member,
    arriving: ArrivingBrief,
    *,
    digest: str,
    rights: Rights,
) -> Brief:
    announced = arriving.announced_remarks
    brief = Brief.objects.create(
        debate=debate,
        digest=digest,
        format=str(arriving.format),
        rights=rights,
        title=commit_plain(arriving.title),
        author=arriving.author,
        source=arriving.source,
        published=arriving.published,
        announced_remarks=announced if announced and announced < _MOST_ANNOUNCED else None,
        unplaced=[asdict(row) for row in arriving.unplaced],
        imported_by=member,
        at=act.at,
    )
    event = BriefTakenIn(
        brief=brief.public_id,
        debate=debate.public_id,
        title=brief.title_id,
        rights=rights.value,
        passages=len(arriving.passages),
        remarks=len(arriving.remarks),
    )
    append(act, event, subject=debate.public_id)
    return brief


def _add_passages(
    act: Act,
    brief: Brief,
    passages: Sequence[ArrivingPassage],
    progress: Progress,
    more: int,
) -> None:
    order = 0
    shown = brief.rights == Rights.FULL
    for several in _batches(passages):
        texts = commit_many_plain(passage.words for passage in several)
        rows = Passage.objects.bulk_create(
            Passage(brief=brief, order=order + n, kind=p.kind, text=text, credit=p.credit)
            for n, (p, text) in enumerate(zip(several, texts, strict=True))
        )
        append_many(act, ((_passage_event(row, shown=shown), row.public_id) for row in rows))
        if shown:
            said = [(row.text, row.public_id) for row in rows]
            search.index_many(brief.debate_id, said, kind="passage")
        order += len(rows)
        progress(order, len(passages) + more)


def _passage_event(row: Passage, *, shown: bool) -> PassageTakenIn:
    return PassageTakenIn(
        passage=row.public_id,
        brief=row.brief.public_id,
        order=row.order,
        form=str(row.kind),
        text=row.text_id if shown else "",
    )


def _grow(act: Act, brief: Brief, arriving: ArrivingBrief, progress: Progress) -> None:
    """Only what is new of the remarks; old ones keep their order, new answers stand beneath theirs."""
    rows = Remark.objects.filter(brief=brief).order_by("order")
    known = [intake.Known(*row) for row in rows.values_list("key", "parent__key", "depth")]
    new = intake.new_remarks(arriving.remarks, {remark.key for remark in known})
    if not new:
        return
    _add_remarks(act, brief, new, progress, known=known, done=0)
    event = BriefGrown(brief=brief.public_id, debate=brief.debate.public_id, remarks=len(new))
    append(act, event, subject=brief.debate.public_id)


def _add_remarks(
    act: Act,
    brief: Brief,
    new: Sequence[ArrivingRemark],
    progress: Progress,
    *,
    known: Sequence[intake.Known] = (),
    done: int,
) -> None:
    """Level by level, so that every remark is stored after the one it answers."""
    pairs = [*((k.key, k.parent) for k in known), *((r.key, r.parent) for r in new)]
    places = intake.reading_order(pairs)
    if known:
        _make_room(brief, known, places)
    parents = {r.parent for r in new if r.parent}
    rows = Remark.objects.filter(brief=brief, key__in=parents & {k.key for k in known})
    stored = {
        key: (pk, public_id) for key, pk, public_id in rows.values_list("key", "pk", "public_id")
    }
    total = done + len(new)
    for depth, level in intake.by_level(new, known):
        for several in _batches(level):
            made = _store(act, brief, several, depth=depth, places=places, stored=stored)
            stored |= {row.key: (row.pk, row.public_id) for row in made if row.key in parents}
            done += len(made)
            progress(done, total)


def _store(
    act: Act,
    brief: Brief,
    several: Sequence[ArrivingRemark],
    *,
    depth: int,
    places: dict[str, int],
    stored: dict[str, tuple[int, str]],
) -> list[Remark]:
    texts = commit_many_plain(remark.words for remark in several)
    rows = Remark.objects.bulk_create(
        Remark(
            brief=brief,
            key=remark.key,
            order=places[remark.key],
            parent_id=stored[remark.parent][0] if remark.parent else None,
            depth=depth,
            pseudonym=remark.pseudonym,
            said=remark.said,
            said_at=remark.said_at,
            text=text,
            address_digest=address_digest(settings.SECRET_KEY, remark.address),
        )
        for remark, text in zip(several, texts, strict=True)
    )
    events = (
        RemarkTakenIn(
            remark=row.public_id,
            brief=brief.public_id,
            answers=stored[remark.parent][1] if remark.parent else "",
            text=row.text_id,
        )
        for row, remark in zip(rows, several, strict=True)
    )
    append_many(act, ((event, event.remark) for event in events))
    said = [(row.text, row.public_id) for row in rows]
    search.index_many(brief.debate_id, said, kind="remark")
    return rows


def _make_room(brief: Brief, known: Sequence[intake.Known], places: dict[str, int]) -> None:
    """Move the remarks that are there to their new places, past the end first: no two may share one."""
    if all(places[remark.key] == at for at, remark in enumerate(known)):
        return
    rows = Remark.objects.filter(brief=brief)
    rows.update(order=F("order") + len(places))
    moving = list(rows.only("pk", "key", "order"))
    for row in moving:
        row.order = places[row.key]
    Remark.objects.bulk_update(moving, ["order"], batch_size=_AT_ONCE)


def _batches(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(rows), _AT_ONCE):
        yield rows[start : start + _AT_ONCE]
