"""What ``college simulate`` prints: names of the schemes, tables, JSON, the picture."""

from collections.abc import Sequence
from dataclasses import replace

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from college.committees.rules.areas import SizeName
from college.committees.rules.simulation.assumptions import Assumptions
from college.committees.rules.simulation.schemes import Row, Scheme, exact
from college.committees.rules.simulation.year import Year
from college.web.committees.curves import Curve, Table, picture, table

#: What the JSON calls the four chances.
_CHANCES = ("suppress_targeted", "shield_targeted", "suppress", "shield")
_NAMES = {
    "single-moderator": gettext_lazy("one moderator"),
    "flags": gettext_lazy("three flags, then one moderator"),
    "meta-moderation": gettext_lazy("meta-moderation, 14 + 3"),
    "appeal-doubling": gettext_lazy("appeals to 7, 15, 31"),
    "bridging": gettext_lazy("both sides agree, 5 of 8 and 5 of 9"),
    "one-panel-9-of-17": gettext_lazy("one panel, 9 of 17"),
    "one-panel-11-of-17": gettext_lazy("one panel, 11 of 17"),
    "one-panel-12-of-17": gettext_lazy("one panel, 12 of 17"),
    "one-panel-of-10-and-review": gettext_lazy("one panel of 10, then a review"),
    "one-panel-21-of-41": gettext_lazy("one panel, 21 of 41"),
    "one-panel-25-of-41": gettext_lazy("one panel, 25 of 41"),
    "one-panel-8-of-14-watched-open-pool": gettext_lazy("one panel, 8 of 14, audited, open pool"),
    "one-panel-8-of-14-watched": gettext_lazy("one panel, 8 of 14, audited, roster"),
    "one-panel-of-10-and-review-watched": gettext_lazy("one panel of 10, audited, roster"),
    "redundant-unwatched": gettext_lazy("this charter, not audited"),
    "redundant-open-pool": gettext_lazy("this charter, audited, open pool"),
    "redundant-own-review-unscored": gettext_lazy("this charter, review's own voters unscored"),
    "redundant-breaker-at-once": gettext_lazy("this charter, breaker from the first alarms"),
    "redundant-without-breaker": gettext_lazy("this charter, without the breaker"),
    "redundant": gettext_lazy("this charter"),
}
#: Few enough to be told apart in a picture.
_DRAWN = ("redundant", "one-panel-9-of-17", "one-panel-11-of-17", "appeal-doubling", "bridging")
_SHARES = tuple(n / 20 for n in range(11))


def name(scheme: str) -> str:
    """What people call a scheme."""
    return str(_NAMES[scheme])


def as_object(row: Row, found: tuple[Year, Year] | None = None) -> dict[str, object]:
    """One scheme as the JSON tells it. ``errors`` are standard errors of sampling."""
    told: dict[str, object] = {"scheme": row.scheme}
    told |= dict(zip(_CHANCES, row.chances, strict=True))
    told |= {"votes": row.votes, "max_votes": row.max_votes, "rounds": row.rounds}
    errors = dict(zip((*_CHANCES, "votes"), row.errors, strict=False))
    if row.called is not None:
        told["votes_in_waves"] = row.called
    if found is not None:
        mean, spread = found
        told |= {"wrong": mean.wrong, "targeted": mean.targeted, "rate": mean.rate}
        told |= {
            "shield_year": mean.shield,
            "untargeted": mean.untargeted,
            "votes_year": mean.votes,
            "caught": mean.caught,
            "votes_before_caught": mean.votes_before,
            "false_alarms": mean.false_alarms,
            "partisans_alarmed": mean.partisans_alarmed,
        }
        errors |= {"wrong": spread.wrong, "rate": spread.rate}
    return told | ({"errors": errors} if errors else {})


def of_cases(
    world: Assumptions, size: SizeName, rows: Sequence[Row], *, sampling: tuple[int, int] | None
) -> str:
    """What is printed of single cases. ``sampling``: cases of each kind, and the seed; None if exact."""
    lines = [
        _("%(pool)s people, %(corrupt)s %% collude, %(viewpoints)s viewpoints; size: %(size)s")
        % {
            "pool": world.pool,
            "corrupt": f"{100 * world.corrupt:g}",
            "viewpoints": world.viewpoints,
            "size": size.value,
        },
        _("Exact, per case, before anybody is caught")
        if sampling is None
        else _("%(cases)s cases of each kind, seed %(seed)s; ± is the standard error of sampling")
        % {"cases": sampling[0], "seed": sampling[1]},
        "",
        laid_out(_cases_table(rows)),
    ]
    waves = [row.called for row in rows if row.scheme == "redundant" and row.called is not None]
    if waves:
        lines += ["", _("Called in waves, this charter asks for %.1f votes a case.") % waves[0]]
    return "\n".join(lines)


def of_years(found: Sequence[tuple[Year, Year]], years: int, *, cases: int, seed: int) -> str:
    """What is printed of years."""
    return "\n".join(
        [
            _(
                "A year of %(cases)s cases, mean of %(years)s, seed %(seed)s; ± is its standard error"
            )
            % {"cases": cases, "years": years, "seed": seed},
            "",
            laid_out(_year_table(found)),
            "",
            _("False alarms: honest members taken off the lottery, ordinary / openly partisan."),
        ]
    )


def _cases_table(rows: Sequence[Row]) -> list[list[str]]:
    """Per case, with a heading. Per cent; what follows ± is the standard error of sampling."""
    head = ["", _("restricted*"), _("kept*"), _("restricted"), _("kept")]
    lines = [[*head, _("votes"), _("at most"), _("rounds")]]
    for row in rows:
        errors = (*row.errors, *(None for _n in range(5)))[:5]
        chances = [_rate(c, e) for c, e in zip(row.chances, errors, strict=False)]
        votes = [_number(row.votes, errors[4]), str(row.max_votes), f"{row.rounds:.1f}"]
        lines.append([name(row.scheme), *chances, *votes])
    return lines


def _year_table(found: Sequence[tuple[Year, Year]]) -> list[list[str]]:
    """Over a year, with a heading."""
    head = ["", _("wrong of attacked"), _("rate"), _("kept*"), _("restricted"), _("votes")]
    lines = [[*head, _("caught"), _("false alarms")]]
    for mean, spread in found:
        wrong = f"{_number(mean.wrong, spread.wrong, digits=0)} / {mean.targeted:.0f}"
        alarms = f"{100 * mean.false_alarms:.2f} / {100 * mean.partisans_alarmed:.1f}"
        shares = [_rate(mean.rate, spread.rate), _rate(mean.shield, spread.shield)]
        rest = [_rate(mean.untargeted, None), f"{mean.votes:.1f}", f"{100 * mean.caught:.0f}"]
        lines.append([name(mean.scheme), wrong, *shares, *rest, alarms])
    return lines


def laid_out(lines: Sequence[Sequence[str]]) -> str:
    """Columns under one another, words to the left, figures to the right."""
    widths = [max(len(line[n]) for line in lines) for n in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def curves(schemes: Sequence[Scheme], world: Assumptions) -> tuple[str, list[Table]]:
    """The picture as a file of its own, and the tables behind it. Exact, over shares of colluders."""
    of = {scheme.name: scheme for scheme in schemes}
    drawn = [of[word] for word in _DRAWN if word in of]
    rows = {
        scheme.name: [exact(scheme, replace(world, corrupt=share)) for share in _SHARES]
        for scheme in drawn
    }
    charts = []
    for number, title in enumerate((_("Valid texts restricted"), _("Abusive texts kept"))):
        lines = [
            Curve(
                name(word),
                tuple(
                    (share, row.chances[number]) for share, row in zip(_SHARES, found, strict=True)
                ),
                strong=word == "redundant",
            )
            for word, found in rows.items()
        ]
        charts.append((title, lines))
    drawing = picture(_("What this charter withstands"), charts)
    context = {"picture": drawing, "alone": True, "id": "capture"}
    return render_to_string("committees/parts/curves.html", context), [
        table(t, c) for t, c in charts
    ]


def _rate(share: float, error: float | None) -> str:
    digits = 2 if share < 0.01 else 1
    return _number(100 * share, None if error is None else 100 * error, digits=digits)


def _number(value: float, error: float | None, *, digits: int = 1) -> str:
    text = f"{value:.{digits}f}"
    return text if error is None else f"{text} ±{error:.{digits}f}"
