"""The coverage of a summary of 300 statements over 1,000 and over 5,000 contributions.

Floor: reading the same rows of contributions, links, statements and their links, and nothing else. The
verifier counts the same again from what it knows already.
"""

from typing import Any

from parts import cpu, home
from parts.figures import Report, options, ratios

_SIZES = (1_000, 5_000)
_STATEMENTS = 300
_ROUNDS = 7


def main() -> None:
    asked = options(__doc__)
    report = Report("The coverage of a summary of 300 statements")
    with home.folder() as base:
        home.set_up(base)
        from parts import debates, founding, summaries, threads  # noqa: PLC0415  settings are read once

        founding.found()
        taken: dict[int, list[float]] = {}
        for number, size in enumerate(_SIZES, start=1):
            stand = debates.open_debate(members=24, number=number)
            threads.fill(stand, size)
            version = summaries.write(stand, _STATEMENTS)
            taken[size] = _measure(report, version, size)
    linear = [ratio / 5 for ratio in ratios(taken[5_000], taken[1_000])]
    report.at_most("5,000 against 1,000, per contribution", linear, "×", 1.2)
    report.show(as_json=asked.json)


def _measure(report: Report, version: Any, size: int) -> list[float]:
    """Whole, by rows alone, and by the rule alone, in turns."""
    from college.summaries.queries.coverage import document, facts  # noqa: PLC0415
    from college.summaries.rules.coverage import coverage  # noqa: PLC0415

    known = facts(version)
    theirs = _verifier(known)
    assert theirs() == coverage(known).document()
    whole, rows, rule, again = [], [], [], []
    for _round in range(_ROUNDS):
        whole.append(cpu.of(lambda: document(version)))
        rows.append(cpu.of(lambda: _read(version)))
        rule.append(cpu.of(lambda: coverage(known)))
        again.append(cpu.of(theirs))
    named = f"{size:,} contributions"
    report.at_most(f"coverage, {named}", whole, "s CPU", 1)
    report.row("  its rows, and nothing else", rows, "s CPU")
    report.row("  its rule alone", rule, "s CPU")
    report.row("  the verifier's, of the same facts", again, "s CPU")
    report.at_most("  whole against its rows", ratios(whole, rows), "×", 5)
    return whole


def _read(version: Any) -> None:
    """The rows that must be looked at, as plain tuples."""
    from django.db.models import F  # noqa: PLC0415

    from college.debates.models import Link, Revision  # noqa: PLC0415
    from college.summaries.models import Statement, StatementLink  # noqa: PLC0415

    debate = version.summary.debate
    heads = Revision.objects.filter(
        contribution__debate=debate, number=F("contribution__head")
    ).values_list("contribution__public_id", "contribution__kind", "text__state")
    links = Link.objects.filter(source__debate=debate).values_list("kind", "source", "target")
    said = Statement.objects.filter(version=version).values_list("statement", "text__body")
    rests = StatementLink.objects.filter(row__version=version).values_list(
        "row", "contribution__public_id"
    )
    for rows in (heads, links, said, rests):
        list(rows)


def _verifier(known: Any) -> Any:
    """The verifier's count, as a piece of work."""
    from college_verify.contributions import Point, Scene  # noqa: PLC0415
    from college_verify.coverage import Count  # noqa: PLC0415

    standing = frozenset(one.id for one in known.said if one.stands)
    scene = Scene(
        viewpoints=list(known.viewpoints),
        points={
            one.id: Point(one.kind, one.viewpoint, one.repeats, one.premises)
            for one in known.said
            if one.stands and one.kind in {"claim", "argument", "evidence"}
        },
        standing=standing,
        speaks={one.id: one.viewpoint for one in known.said},
        asking=frozenset(one.id for one in known.said if one.asks),
        joined={one.id: one.joined for one in known.said if one.joined},
    )
    sections = [
        {
            "section": one.section.kind.value,
            "viewpoint": one.section.viewpoint,
            "statements": [{"text": one.id, "links": [{"contribution": key} for key in one.links]}],
        }
        for one in known.sentences
    ]
    words = {one.id: one.words for one in known.sentences}
    return lambda: Count(scene, sections, words, known.reasoned).document(
        known.summary, known.number
    )


if __name__ == "__main__":
    main()
