"""What those said who decided a case as it was decided: the reasons that an effect is given with."""

from college.committees.models import Case, Draw, Seat
from college.committees.rules.tally import Choice


def reasons_for(case: Case) -> list[str]:
    """The sentences of the ballots that came out as the verdict did, panel A first; where stewards decided,
    theirs. At most two queries."""
    wanted = {"choice": case.verdict, "ground": case.verdict_ground}
    if case.provisional:
        votes = case.steward_votes.filter(**wanted).select_related("reason").order_by("id")
        return [vote.reason.words for vote in votes]
    draw = Draw.objects.filter(case=case, step=case.step, decided_at__isnull=False)
    last = draw.order_by("-id").first()
    if last is None:
        return []
    seats = last.seats.filter(**{f"ballot__{name}": value for name, value in wanted.items()})
    ordered = seats.select_related("ballot__reason").order_by("panel", "number", "id")
    return [seat.ballot.reason.words for seat in ordered]


def reasons_against(case: Case) -> list[str]:
    """The sentences of all who kept, in whatever panel or as stewards, oldest first: a review that could not
    be seated leaves what the first panels said. Empty where nobody was against it. Two queries."""
    votes = case.steward_votes.filter(choice=Choice.KEEP).select_related("reason").order_by("id")
    seats = Seat.objects.filter(
        draw__case=case, draw__decided_at__isnull=False, ballot__choice=Choice.KEEP
    ).select_related("ballot__reason")
    ordered = seats.order_by("draw_id", "panel", "number", "id")
    return [vote.reason.words for vote in votes] + [seat.ballot.reason.words for seat in ordered]
