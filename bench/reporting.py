"""A debate page on which texts are being heard, against the same page without: built anew, in turns.

Two debates of the same 1,000 contributions; in one, texts of the first page are reported, each with a case
of its own. The page is measured with one report, and with ten.
"""

from argparse import Namespace
from datetime import UTC, datetime
from itertools import count
from typing import Any

from parts import home
from parts.figures import Report, options, ratios

_SIZE = 1_000
_ROUNDS = 9
_REASON = "It calls another member names instead of answering."


def main() -> None:
    asked = options(__doc__)
    report = Report("A debate page with reports and their cases")
    with home.folder() as base:
        home.set_up(base)
        from parts import debates, founding, pages, threads  # noqa: PLC0415  settings are read once

        founding.found()
        stands = [debates.open_debate(members=24, number=number) for number in (1, 2)]
        for stand in stands:
            threads.fill(stand, _SIZE)
        reader, done = pages.Reader(), 0
        for reports in (1, 10):
            _report(stands[1], reports - done)
            done = reports
            _compare(report, reader, stands, asked, reports)
    report.show(as_json=asked.json)


def _report(stand: Any, number: int) -> None:
    """So many texts of the first page that nobody has reported yet, each by a member who did not write it."""
    from college.debates.actions.reports import report  # noqa: PLC0415  settings are read once
    from college.debates.models import Contribution  # noqa: PLC0415
    from college.debates.queries.thread import first_page  # noqa: PLC0415
    from college.ground.act import Act  # noqa: PLC0415

    at = datetime.now(UTC)
    keys = [item.key for item in first_page(stand.debate, now=at).items]
    rows = Contribution.objects.filter(pk__in=keys, revisions__hearings=None).order_by("pk")
    for row in rows[:number]:
        member = next(one for one in stand.members if one.pk != row.author_id)
        report(Act(member.public_id, at), row, ground="insult", reason=_REASON)


def _compare(
    report: Report, reader: Any, stands: list[Any], asked: Namespace, reports: int
) -> None:
    fresh, each = count(), 30 if asked.full else 8
    taken: list[list[float]] = [[], []]
    for _round in range(_ROUNDS):
        for mine, stand in zip(taken, stands, strict=True):
            path = f"/debates/{stand.debate.slug}/"
            anew = [f"{path}?{reports}-{next(fresh)}" for _ in range(each)]
            mine.append(1000 * reader.cpu(anew))
    report.row(f"first page without, beside {reports}", taken[0], "ms CPU")
    report.row(f"first page with {reports} heard", taken[1], "ms CPU")
    report.at_most(f"with {reports} heard against without", ratios(taken[1], taken[0]), "×", 1.2)


if __name__ == "__main__":
    main()
