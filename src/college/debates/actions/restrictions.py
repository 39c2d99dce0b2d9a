"""Enact what was decided about a text: it gives way, or comes back. Once each, by the clock."""

from collections.abc import Iterator

from django.db import transaction

from college.administration.queries import hold_of
from college.administration.rules.grounds import UNLAWFUL
from college.committees.actions import cases
from college.committees.models import Case
from college.committees.rules.ladder import Step
from college.committees.rules.tally import Choice
from college.debates.actions.answering import answer_of
from college.debates.actions.hearings import Thing, texts_of, thing_of
from college.debates.actions.locking import locked, moved
from college.debates.actions.outside_notices import end_notices
from college.debates.events.hearings import TextAppealed, TextRestored, TextRestricted
from college.debates.models import Hearing, Restriction, Revision
from college.debates.permissions import require
from college.debates.queries import hearings
from college.debates.rules.grounds import (
    EFFECTS,
    Effect,
    Ground,
    SecondLook,
    Settled,
    hides,
)
from college.debates.rules.kinds import State
from college.ground.act import Act
from college.people.actions.notices import tell
from college.people.queries import member_by_id
from college.record.actions.entries import append
from college.record.actions.texts import commit, release, withhold
from college.record.models import Text
from college.record.rules.states import TextState


@transaction.atomic
def enact(act: Act, case: Case) -> bool:
    """Do what the verdict of a hearing asks; whether anything was done. Safe to repeat."""
    hearing = hearings.by_case(case.pk)
    if hearing is None:
        return False
    debate = locked(hearing.debate)
    present = hearing.restrictions.filter(lifted_at=None).first()
    granted = case.verdict == Choice.GRANT
    if granted and present is None:
        _restrict(act, hearing, case)
    elif not granted and present is not None:
        _restore(act, hearing, present, case)
    elif not granted and hearing.settled_at is None:
        release_held(act, hearing)
        _tell(act, hearing, "debates.text.kept")
    hearing.settled = Settled.GRANTED if granted else Settled.KEPT
    hearing.settled_at = act.at
    hearing.save(update_fields=["settled", "settled_at"])
    hearing.reports.filter(closed_at=None).update(closed_at=act.at)
    end_notices(act, hearing, "restricted" if granted else "kept")
    cases.mark_enacted(act, case)
    moved(debate)
    return True


@transaction.atomic
def appeal(act: Act, restriction: Restriction) -> Restriction:
    """The author asks for a second look by other people: free, one click, once."""
    member = member_by_id(act.actor)
    locked(restriction.hearing.debate)
    restriction = Restriction.objects.select_related("hearing__debate", "case").get(
        pk=restriction.pk
    )
    require("may_appeal", member, restriction)
    cases.appeal(act, restriction.case)
    hearing = restriction.hearing
    hearing.appealed_at = act.at
    hearing.save(update_fields=["appealed_at"])
    event = TextAppealed(
        restriction=restriction.public_id,
        case=restriction.case.public_id,
        subject=_subject(hearing),
    )
    append(act, event, subject=restriction.case.public_id)
    moved(hearing.debate)
    return restriction


def _restrict(act: Act, hearing: Hearing, case: Case) -> None:
    ground = Ground(case.verdict_ground or hearing.ground)
    restriction = Restriction.objects.create(
        hearing=hearing,
        case=case,
        rule=ground,
        reason=commit(answer_of(case)),
        at=act.at,
    )
    thing = heard_thing(hearing)
    event = TextRestricted(
        restriction=restriction.public_id,
        case=case.public_id,
        debate=hearing.debate.public_id,
        subject=thing.public_id,
        text=thing.text.commitment,
        ground=ground.value,
        effect=EFFECTS[ground].value,
        reason=restriction.reason_id,
    )
    append(act, event, subject=thing.public_id)
    if EFFECTS[ground] is Effect.WITHHELD:
        for text in _texts(thing):
            if text.state != TextState.TOMBSTONE:
                withhold(act, text, ground=ground.value, case=case.public_id, until=None)
    _mark(act, thing)
    _tell(act, hearing, "debates.text.restricted")


def _restore(act: Act, hearing: Hearing, restriction: Restriction, case: Case) -> None:
    look = SecondLook.RETRIAL if case.step == Step.RETRIAL else SecondLook.REVIEW
    restriction.lifted_at, restriction.lifted_by = act.at, look
    restriction.save(update_fields=["lifted_at", "lifted_by"])
    thing = heard_thing(hearing)
    event = TextRestored(
        restriction=restriction.public_id,
        case=case.public_id,
        subject=thing.public_id,
        text=thing.text.commitment,
        ground=look.value,
    )
    append(act, event, subject=thing.public_id)
    release_held(act, hearing)
    _mark(act, thing)
    _tell(act, hearing, "debates.text.restored")


def release_held(act: Act, hearing: Hearing) -> None:
    """Publish again what was withheld on account of this hearing, by a hold or by its verdict."""
    for text in _texts(heard_thing(hearing)):
        if text.state == TextState.WITHHELD and text.case == hearing.case.public_id:
            _let_go(act, hearing, text)


def _let_go(act: Act, hearing: Hearing, text: Text) -> None:
    """What another verdict withholds too, or a steward's hold that runs, stays withheld on its account."""
    other = hearings.withholding(hearing)
    held = hold_of(text.commitment)
    if other is not None:
        withhold(act, text, ground=other.rule, case=other.case.public_id, until=None)
    elif held is not None and held.until > act.at:
        until = None if held.extended else held.until
        withhold(act, text, ground=UNLAWFUL, case=held.case.public_id, until=until)
    else:
        release(act, text)


def _mark(act: Act, thing: Thing) -> None:
    """A text is restricted as long as a notice stands before it: a contribution in its newest wording."""
    if thing.remark is not None:
        hidden = _is_hidden(hearing__remark=thing.remark)
        thing.remark.restricted_at = act.at if hidden else None
        thing.remark.save(update_fields=["restricted_at"])
    row = thing.contribution
    if row is None or row.state not in {State.STANDING, State.RESTRICTED}:
        return
    hidden = _is_hidden(hearing__revision__contribution=row, hearing__revision__number=row.head)
    state = State.RESTRICTED if hidden else State.STANDING
    if row.state != state:
        row.state, row.state_at = state, act.at if hidden else None
        row.save(update_fields=["state", "state_at"])


def _is_hidden(**text: object) -> bool:
    rules = hearings.in_force().filter(**text).values_list("rule", flat=True)
    return any(hides(Ground(rule)) for rule in rules)


def heard_thing(hearing: Hearing) -> Thing:
    """What a hearing is about, in the wording that was heard."""
    revision = hearing.revision
    if revision is None:
        return thing_of(hearing.remark)
    now = thing_of(revision.contribution)
    heard = Revision.objects.select_related("text").get(pk=revision.pk)
    return Thing(now.debate, now.contribution, heard)


def _texts(thing: Thing) -> Iterator[Text]:
    """Everything that is withheld with a thing. After a rephrasing, the old wording alone."""
    yield thing.text
    row, revision = thing.contribution, thing.revision
    if row is not None and revision is not None and row.head == revision.number:
        yield from (text for text in texts_of(thing) if text != thing.text)


def _subject(hearing: Hearing) -> str:
    return heard_thing(hearing).public_id


def _tell(act: Act, hearing: Hearing, code: str) -> None:
    thing = heard_thing(hearing)
    if hearing.author is not None:
        tell(hearing.author, code, params={}, path=thing.path, at=act.at)
