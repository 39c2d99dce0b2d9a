"""Legal holds: a steward withholds a text for a time, naming the law; a case begins in the same act."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from college.administration.actions.once import once
from college.administration.events import HoldEnded, HoldExtended, HoldMade
from college.administration.models import Hold
from college.administration.permissions import require
from college.administration.rules.grounds import UNLAWFUL, Ending
from college.committees.actions.cases import mark_enacted, open_case
from college.committees.models import Case
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.ground.moments import rfc3339
from college.ground.refusals import Refusal
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit_plain, erase, release, withhold
from college.record.charters import charter_in_force
from college.record.models import Text
from college.record.rules.states import TextState


@transaction.atomic
def hold_text(
    act: Act,
    text: Text,
    *,
    law: str,
    scope: str = "",
    own_side: str = "",
    viewpoints: Sequence[str] = (),
    labels: Mapping[str, str] | None = None,
    parties: Mapping[str, Party] | None = None,
) -> Hold:
    """Withhold ``text`` for the charter's ``legal_hold`` and ask panels whether it is unlawful. Once a text:
    else one steward could keep it from its readers by one hold after another.

    ``law``: the law as it is cited, in at most as many characters as a reason. The rest is as in
    ``committees.actions.cases.open_case``; the steward is added to the parties.
    """
    steward = acting_member(act, lock=True)
    text.refresh_from_db()
    require("may_hold_text", steward, text)
    refuse_haste(act)
    if Hold.objects.filter(text=text).exists():
        raise Refusal("administration.hold.once")
    charter = charter_in_force()
    if not law.strip() or len(law) > charter.lengths.reason:
        raise Refusal("administration.hold.law", most=charter.lengths.reason)
    named = commit_plain(law.strip())
    case = open_case(
        act,
        procedure=Procedure.CONDUCT,
        rule=UNLAWFUL,
        shown=[text, named],
        scope=scope,
        own_side=own_side,
        viewpoints=viewpoints,
        labels=labels,
        parties={**(parties or {}), steward.public_id: Party.REPORTED},
    )
    with once("may_hold_text"):
        hold = Hold.objects.create(
            text=text,
            law=named,
            member=steward,
            at=act.at,
            until=act.at + charter.clocks.legal_hold,
            case=case,
        )
    withhold(act, text, ground=UNLAWFUL, case=case.public_id, until=hold.until)
    event = HoldMade(
        hold=hold.public_id,
        text=text.commitment,
        law=named.commitment,
        case=case.public_id,
        until=rfc3339(hold.until),
    )
    append(act, event, subject=hold.public_id)
    return hold


@transaction.atomic
def enact(act: Act, hold: Hold) -> None:
    """A verdict is due: withheld on until an appeal is too late, or published again. Safe to repeat."""
    row = _locked(hold)
    case = row.case
    if case.enacted_at is not None or not case.verdict:
        return
    if row.text.state != TextState.TOMBSTONE:
        if case.verdict == Choice.GRANT:
            _extend(act, row)
        else:
            _let_go(act, row)
            _end(act, row, Ending.OVERTURNED if row.extended else Ending.KEPT)
    mark_enacted(act, case)


@transaction.atomic
def expire(act: Act, hold: Hold) -> None:
    """The time is over: a text found unlawful is erased; of any other the hold lapses."""
    row = _locked(hold)
    if row.ended or row.until > act.at:
        return
    if row.extended and _is_final(act, row.case):
        erase(act, row.text, ground=UNLAWFUL)
        _end(act, row, Ending.GRANTED)
    elif not row.extended:
        _let_go(act, row)
        _end(act, row, Ending.LAPSED)


def _is_final(act: Act, case: Case) -> bool:
    """Whether nobody looks again any more. What two stewards decided is tried by panels before words are
    gone for good."""
    open_to = case.verdict_at + charter_in_force().clocks.appealing
    waits = case.provisional or case.draws.filter(decided_at=None).exists()
    return not waits and open_to <= act.at


def _let_go(act: Act, hold: Hold) -> None:
    """Publish the text again, unless another case withholds it by now."""
    if hold.text.case == hold.case.public_id:
        release(act, hold.text)


def _extend(act: Act, hold: Hold) -> None:
    hold.until = hold.case.verdict_at + charter_in_force().clocks.appealing
    hold.extended, hold.ended = True, ""
    hold.save(update_fields=["until", "extended", "ended"])
    until = max(hold.until, act.at)
    # The record lets go of a text by itself; a little later than the hold, which decides first.
    later = None if hold.case.provisional else until + charter_in_force().clocks.legal_hold
    if hold.text.case in {"", hold.case.public_id}:
        withhold(act, hold.text, ground=UNLAWFUL, case=hold.case.public_id, until=later)
    event = HoldExtended(hold=hold.public_id, case=hold.case.public_id, until=rfc3339(hold.until))
    append(act, event, subject=hold.public_id)


def _end(act: Act, hold: Hold, ending: Ending) -> None:
    hold.ended = ending
    hold.save(update_fields=["ended"])
    event = HoldEnded(hold=hold.public_id, case=hold.case.public_id, ground=ending.value)
    append(act, event, subject=hold.public_id)


def _locked(hold: Hold) -> Hold:
    rows = Hold.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("case", "text").get(pk=hold.pk)
