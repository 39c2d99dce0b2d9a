"""What all ballots on texts of one viewpoint, taken together, say of one member. Never published."""

from college.committees.models import Ballot, Chart, Control
from college.committees.rules.areas import OF_SUMMARIES
from college.committees.rules.reliability import Rating, Reliability, reliabilities
from college.committees.rules.tally import Choice
from college.record.charters import charter_in_force


def reliability(chart: Chart) -> Reliability | None:
    """The estimate for the chart's member, from decided cases about texts of the chart's viewpoint.

    ``None`` where there are fewer cases than the charter's least cell, or no ballot of the member. Three
    queries.
    """
    rows = Ballot.objects.filter(
        seat__draw__decided_at__isnull=False, seat__draw__case__own_side=chart.viewpoint
    ).exclude(seat__draw__case__procedure__in=OF_SUMMARIES)
    cast = list(rows.values_list("seat__place__member_id", "seat__draw__case_id", "choice"))
    if len({case for _member, case, _choice in cast}) < charter_in_force().audit.least_cell:
        return None
    answers = Control.objects.filter(
        case__verdict_at__isnull=False, own_side=chart.viewpoint
    ).values_list("case_id", "answer")
    found = reliabilities(
        [Rating(str(member), str(case), Choice(choice)) for member, case, choice in cast],
        {str(case): Choice(answer) for case, answer in answers},
    )
    return found.get(str(chart.member_id))
