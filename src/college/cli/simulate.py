"""``college simulate``: what a charter withstands, computed from the committees' own rules."""

import json
import math
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click
import numpy as np
from django.utils.translation import gettext as _

from college.cli.capture import as_object, curves, laid_out, of_cases, of_years
from college.committees.rules.areas import Procedure, SizeName
from college.committees.rules.eligibility import roster_size
from college.committees.rules.feasibility import serving, size_of
from college.committees.rules.simulation.assumptions import Assumptions
from college.committees.rules.simulation.lottery import TooFew
from college.committees.rules.simulation.redundant import Ladder, can_seat, ladder
from college.committees.rules.simulation.schemes import Row, Scheme, exact, sampled, schemes
from college.committees.rules.simulation.year import Year, YearScheme, mean, year, year_schemes
from college.ground.charter import Charter, Preset, load

_YEARS = 8
#: Beside the College's own, schemes that ask for so many people of one pool at once are compared.
_MOST_SEATS = 53
Progress = Callable[[int], None]


class Share(click.FloatRange):
    """A share from 0 to ``most``; per cent are refused with the share they mean, and what is no number."""

    name = "share"

    def __init__(self, most: float = 1.0) -> None:
        super().__init__(min=0.0, max=most)
        self.most = most

    def convert(
        self, value: str | float, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        hundredths = _hundredths(value)
        if 0.02 <= hundredths <= self.most:
            told = {"given": value, "most": f"{self.most:g}", "meant": f"{hundredths:g}"}
            words = _("%(given)s is not a share from 0 to %(most)s; for per cent, write %(meant)s.")
            self.fail(words % told, param, ctx)
        number: float = super().convert(value, param, ctx)
        if math.isnan(number):
            self.fail(_("%s is not a share from 0 to 1.") % value, param, ctx)
        return number


def _hundredths(value: str | float) -> float:
    """What was given as if it were per cent; no number where it is none."""
    try:
        return float(value) / 100
    except ValueError:
        return math.nan


@click.command()
@click.option(
    "--charter",
    "named",
    default=Preset.ASSEMBLY.value,
    show_default=True,
    metavar="PRESET|FILE",
    help="class, newsroom, assembly, or a charter file.",
)
@click.option(
    "--size",
    type=click.Choice([s.value for s in (SizeName.STANDARD, SizeName.SMALL)]),
    help="Which of the charter's sizes; else the one that serves the pool.",
)
@click.option(
    "--pool", type=click.IntRange(10, 100_000), default=2000, show_default=True, help="People."
)
@click.option(
    "--viewpoints",
    type=click.IntRange(2, 20),
    default=4,
    show_default=True,
    help="Of the debate, of one size.",
)
@click.option(
    "--corrupt", type=Share(0.9), default=0.3, show_default=True, help="Share that colludes."
)
@click.option(
    "--infiltrate",
    type=Share(),
    help="Share of the colluders under the author's label; else their even share.",
)
@click.option(
    "--no-show",
    type=Share(0.9),
    default=0.2,
    show_default=True,
    help="Share of the honest who do not come.",
)
@click.option(
    "--bribe",
    type=Share(),
    default=0.02,
    show_default=True,
    help="Chance that a whole panel is bribed, where a case is attacked.",
)
@click.option(
    "--cases",
    type=click.IntRange(1, 1_000_000),
    default=10_000,
    show_default=True,
    help="Of each kind; with --year, in a year.",
)
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=1, show_default=True)
@click.option("--compare", is_flag=True, help="Beside it, what other systems do.")
@click.option("--year", "a_year", is_flag=True, help="A year in which colluders are found out.")
@click.option("--exact", "exactly", is_flag=True, help="Compute instead of sampling, per case.")
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects.")
@click.option(
    "--svg",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Write the curves to a picture; the table behind them is printed.",
)
def simulate(
    *,
    named: str,
    size: str | None,
    pool: int,
    viewpoints: int,
    corrupt: float,
    infiltrate: float | None,
    no_show: float,
    bribe: float,
    cases: int,
    seed: int,
    compare: bool,
    a_year: bool,
    exactly: bool,
    as_json: bool,
    svg: Path | None,
) -> None:
    """Try the committees of a charter on made-up people, some of whom collude, err or stay away.

    It runs the College's own rules of draw, tally and ladder. A star marks cases the colluders attack:
    "restricted" are valid texts that were restricted, "kept" abusive ones that were kept, in per cent.
    Shares are written as 0.3. The figures are void where one person can join under several names.
    """
    if svg and not svg.parent.is_dir():
        raise click.BadParameter(_("%s is no folder.") % svg.parent, param_hint="--svg")
    charter = _charter(named)
    world = Assumptions(
        pool=pool,
        viewpoints=viewpoints,
        corrupt=corrupt,
        infiltrate=infiltrate,
        no_show=no_show,
        bribe=bribe,
        retrials=charter.audit.retrials / 100,
        controls=charter.audit.controls / 100,
    )
    word = _size(charter, world, size)
    steps = ladder(size_of(charter, word), viewpoints)
    _need_people(world, steps, compare=compare)
    chance = np.random.default_rng(seed)
    rows: list[Row]
    years: list[tuple[Year, Year]] = []
    compared = schemes(steps, compare=compare)
    if a_year:
        planned = year_schemes(steps, compare=compare)
        rows = [scheme.exact(world) for scheme in planned]
        years = _lived(planned, world, charter, cases, chance)
    elif exactly:
        rows = [exact(scheme, world) for scheme in compared]
    else:
        rows = _sampled(compared, world, cases, chance)
    drawing, behind = curves(compared, world) if svg else ("", [])
    if svg:
        svg.write_text(drawing, encoding="utf-8")
    if as_json:
        found = years or [None] * len(rows)
        told = [as_object(row, one) for row, one in zip(rows, found, strict=True)]
        click.echo(json.dumps(told, indent=2))
        return
    sampling = None if exactly or a_year else (cases, seed)
    click.echo(of_cases(world, word, rows, sampling=sampling))
    if years:
        click.echo("\n" + of_years(years, _YEARS, cases=cases, seed=seed))
    for table in behind:
        click.echo(f"\n{table.caption}\n" + laid_out([table.columns, *table.rows]))


def _charter(named: str) -> Charter:
    if named in [preset.value for preset in Preset]:
        return load(Preset(named))
    file = Path(named)
    if not file.is_file():
        raise click.BadParameter(
            _("%s is neither class, newsroom, assembly nor a file.") % named,
            param_hint="--charter",
        )
    return load(Preset.ASSEMBLY, file)


def _size(charter: Charter, world: Assumptions, asked: str | None) -> SizeName:
    """The size the College itself would use for a case of the Conduct area."""
    if asked:
        return SizeName(asked)
    roster = roster_size(world.pool, charter)
    found = serving(Procedure.CONDUCT, charter, roster)
    if found is None:
        least = charter.sizes.small.pool
        raise click.BadParameter(
            _("Redundancy is not met: a roster of %(roster)s people, and %(least)s are needed.")
            % {"roster": roster, "least": least},
            param_hint="--pool",
        )
    return found


def _need_people(world: Assumptions, steps: Ladder, *, compare: bool) -> None:
    # A curve begins without colluders, and then more people stay away.
    worlds = (world, replace(world, corrupt=0.0))
    enough = not compare or world.pool >= 2 * _MOST_SEATS
    if not enough or not all(can_seat(each, steps) for each in worlds):
        raise _too_few()


def _too_few() -> click.BadParameter:
    return click.BadParameter(
        _("Those who come cannot fill the seats on both sides: more people, or fewer viewpoints."),
        param_hint="--pool",
    )


def _sampled(
    compared: tuple[Scheme, ...], world: Assumptions, cases: int, chance: np.random.Generator
) -> list[Row]:
    with _bar(_("Cases"), cases * len(compared)) as progress:
        try:
            return [
                sampled(scheme, world, cases=cases, chance=chance, progress=progress)
                for scheme in compared
            ]
        except TooFew:
            raise _too_few() from None


def _lived(
    planned: tuple[YearScheme, ...],
    world: Assumptions,
    charter: Charter,
    cases: int,
    chance: np.random.Generator,
) -> list[tuple[Year, Year]]:
    with _bar(_("Years"), _YEARS * cases * len(planned)) as progress:
        return [
            mean(
                [
                    year(scheme, world, charter, cases=cases, chance=chance, progress=progress)
                    for _n in range(_YEARS)
                ]
            )
            for scheme in planned
        ]


@contextmanager
def _bar(label: str, length: int) -> Iterator[Progress]:
    """A progress bar on a terminal, silence elsewhere."""
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield bar.update
