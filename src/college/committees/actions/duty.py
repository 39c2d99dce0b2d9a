"""Choose ahead when one is on duty."""

from collections.abc import Collection
from dataclasses import replace

from django.db import transaction

from college.committees.events.duty import DutyChosen, DutyDropped
from college.committees.models import Duty, Place
from college.committees.queries import duty
from college.committees.rules import duty as rules
from college.committees.rules.duty import Span
from college.ground.act import Act
from college.ground.events import Event
from college.ground.moments import rfc3339
from college.ground.refusals import Refusal
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append_many


@transaction.atomic
def choose_duty(act: Act, place: Place, *, spans: Collection[int]) -> list[Duty]:
    """Be on duty in these spans of the term (numbers from 1) and in no other that has not begun yet.

    The span that runs stays as it is: cases may have been drawn in it.
    """
    member = acting_member(act)
    rows = Place.objects.select_for_update(no_key=True, of=("self",)).select_related("roster")
    row = rows.get(pk=place.pk)
    if row.member_id != member.pk:
        raise Refusal("committees.place.may-not")
    if row.left_at is not None or row.roster.ended_at is not None:
        raise Refusal("committees.place.left")
    refuse_haste(replace(act, actor=row.public_id))
    term = duty.spans_of(row.roster)
    ahead = [span for span in term if span.begins > act.at]
    least = rules.least(len(ahead))
    wanted = [span for span in ahead if span.number in spans]
    if len(wanted) < least:
        raise Refusal("committees.duty.too-few", least=least)
    chosen = duty.chosen_by(row)
    if not chosen:
        wanted += [span for span in term if span.begins <= act.at < span.ends]
    dropped = [s for s in ahead if s.begins in chosen and s not in wanted]
    added = sorted((s for s in wanted if s.begins not in chosen), key=lambda s: s.begins)
    Duty.objects.filter(place=row, begins__in=[s.begins for s in dropped]).delete()
    Duty.objects.bulk_create(Duty(place=row, begins=s.begins, ends=s.ends) for s in added)
    events = [
        *(_told(DutyDropped, row, span) for span in dropped),
        *(_told(DutyChosen, row, span) for span in added),
    ]
    append_many(replace(act, actor=row.public_id), events)
    return list(Duty.objects.filter(place=row).order_by("begins"))


def _told(event: type[DutyChosen | DutyDropped], place: Place, span: Span) -> tuple[Event, str]:
    begins, ends = rfc3339(span.begins), rfc3339(span.ends)
    return event(place=place.public_id, begins=begins, ends=ends), place.public_id
