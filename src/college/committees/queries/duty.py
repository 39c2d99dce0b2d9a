"""Who is on duty, and who is called first in an emergency."""

from datetime import datetime

from college.committees.models import Case, Duty, Epoch, Place, Roster
from college.committees.queries import rosters
from college.committees.rules import duty
from college.committees.rules.duty import Span
from college.record.charters import charter_in_force


def on_duty(roster: Roster, at: datetime) -> set[str]:
    """The places (public ids) that serve and are on duty at a moment. Two queries."""
    return set(rosters.on_duty(roster, at))


def chosen_by(place: Place) -> set[datetime]:
    """The beginnings of the spans a place has chosen. One query."""
    return set(Duty.objects.filter(place=place).values_list("begins", flat=True))


def spans_of(roster: Roster) -> tuple[Span, ...]:
    """The spans of a roster's term. One query (the charter)."""
    if roster.began_at is None or roster.ends_at is None:
        return ()
    return duty.spans(roster.began_at, roster.ends_at, charter_in_force().clocks.duty)


def duty_member(at: datetime, case: Case | None = None) -> Place | None:
    """Who is called for an emergency at a moment: the first in the span's order who still serves.

    The order comes from the last seed that was known when the span began, so that nobody chose it and
    everybody can replay it (spec/duty.md). Of a ``case``, its parties are passed over. ``None``: nobody
    serves. Seven queries.
    """
    roster = rosters.in_force()
    if roster is None:
        return None
    span = next((s for s in spans_of(roster) if s.begins <= at < s.ends), None)
    if span is None:
        return None
    known = Epoch.objects.filter(drawn_at__lte=span.begins).exclude(seed="").order_by("-number")
    epoch = known.first()
    if epoch is None:
        return None
    seed = bytes.fromhex(epoch.seed)
    places = on_duty(roster, span.begins)
    order = duty.first_called(seed, roster=roster.public_id, span=span.number, places=places)
    parties = set(case.parties.values_list("member_id", flat=True)) if case is not None else set()
    members = rosters.holders(order)
    free = (place for place in order if members[place] not in parties)
    called = next(free, None)
    return rosters.place_by_id(called) if called is not None else None
