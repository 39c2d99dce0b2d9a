"""Removal from an office: asked by a member, decided by panels."""

from django.db import transaction

from college.administration.actions.once import once
from college.administration.events import RemovalAsked, RemovalEnded
from college.administration.models import Removal
from college.administration.permissions import require
from college.administration.rules.grounds import Ending, RemovalGround
from college.committees.actions.cases import mark_enacted, open_case
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.actions.offices import end_term
from college.people.models import Term
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit
from college.record.charters import charter_in_force


@transaction.atomic
def ask_removal(act: Act, term: Term, *, ground: RemovalGround, reason: str) -> Removal:
    """Ask that a term of office end. Whoever holds it stays in office until a verdict takes effect."""
    member = acting_member(act, lock=True)
    term.refresh_from_db()
    require("may_ask_removal", member, term)
    refuse_haste(act)
    most = charter_in_force().lengths.reason
    if not reason.strip() or len(reason) > most:
        raise Refusal("administration.reason.length", most=most)
    text = commit(reason)
    case = open_case(
        act,
        procedure=Procedure.OFFICE,
        rule=ground,
        grounds=list(RemovalGround),
        shown=[text],
        parties={term.member.public_id: Party.NAMED, member.public_id: Party.REPORTED},
    )
    with once("may_ask_removal"):
        removal = Removal.objects.create(
            term=term, member=member, reason=text, at=act.at, case=case
        )
    event = RemovalAsked(
        removal=removal.public_id, term=term.public_id, case=case.public_id, reason=text.commitment
    )
    append(act, event, subject=removal.public_id)
    return removal


@transaction.atomic
def enact(act: Act, removal: Removal) -> None:
    """A verdict is due: the term ends, or goes on. An office that has ended is not given back by this."""
    rows = Removal.objects.select_for_update(of=("self",), no_key=True)
    row = rows.select_related("case", "term__member").get(pk=removal.pk)
    case = row.case
    if case.enacted_at is not None or not case.verdict:
        return
    if case.verdict == Choice.GRANT:
        end_term(act, row.term)
        row.ended = Ending.GRANTED
    else:
        row.ended = Ending.OVERTURNED if row.ended == Ending.GRANTED else Ending.KEPT
    row.save(update_fields=["ended"])
    event = RemovalEnded(removal=row.public_id, case=case.public_id, ground=row.ended)
    append(act, event, subject=row.public_id)
    mark_enacted(act, case)
