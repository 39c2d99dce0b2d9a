"""``college found`` and ``college upgrade``: a new, empty College; its tables brought up to date."""

from datetime import datetime
from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils.translation import gettext as _

from college.administration.actions.extending import extend_charter
from college.administration.actions.founding import found as found_college
from college.clockwork.tick import present
from college.ground.act import Act, Door
from college.ground.charter import Charter, Preset, load
from college.ground.refusals import Refusal
from college.people.actions.accounts import open_account
from college.people.actions.membership import admit
from college.people.actions.offices import begin_term
from college.people.queries import member_at
from college.people.rules.standing import Office
from college.record import signing
from college.record.actions.sequence import sequence
from college.record.charters import is_founded


def prepare() -> None:
    """Tables and static files, as this version of the College wants them. Safe to repeat."""
    settings.HOME.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


#: Stewards work in pairs.
PAIR = 2


def need_college() -> None:
    """Refuse a command that makes sense only where a College stands."""
    if not is_founded():
        raise Refusal("record.college.not-founded")


def lay_foundation(preset: Preset, *, at: datetime, file: Path | None = None) -> None:
    """Charter, key, first entry; refuses where a College stands already."""
    if is_founded():
        raise Refusal("administration.college.already-founded")
    charter = _charter(preset, file)
    signing.create()
    found_college(
        Act(actor="steward", at=at, door=Door.COMMAND), charter, origin=settings.LOG_ORIGIN
    )


def _charter(preset: Preset, file: Path | None) -> Charter:
    """Of the file that is named, else of the one in the settings, else the one of the software."""
    return load(preset, file or (Path(settings.CHARTER) if settings.CHARTER else None))


@click.command()
@click.option(
    "--preset",
    type=click.Choice([p.value for p in Preset]),
    required=True,
    help="How fast it lives: a lesson, a week, or months.",
)
@click.option(
    "--steward",
    "stewards",
    multiple=True,
    metavar="ADDRESS=NAME",
    help="E-mail address and public name of a steward; give two, as stewards work in pairs.",
)
@click.option(
    "--charter",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A charter of one's own: a copy of charter.toml with other numbers.",
)
def found(preset: str, stewards: tuple[str, ...], file: Path | None) -> None:
    """Make a new, empty College in COLLEGE_HOME (or in DATABASE_URL)."""
    people = [_steward(text) for text in stewards]
    _charter(Preset(preset), file)  # before anything is made: a charter can be refused
    prepare()
    lay_foundation(Preset(preset), at=present(), file=file)
    _appoint(people)
    click.echo(_("Founded. `college serve` opens it at %s") % settings.COLLEGE_URL)
    if len(people) < PAIR:
        click.echo(_("Stewards work in pairs: `college appoint ADDRESS=NAME` adds one."))
        click.echo(
            _(
                "Until panels can be drawn two stewards decide; with fewer, everything stays as it is."
            )
        )


@click.command()
@click.argument("people", metavar="ADDRESS=NAME…", nargs=-1, required=True)
def appoint(people: tuple[str, ...]) -> None:
    """Make people stewards: who has an account at ADDRESS, or a new member called NAME.

    Each appointment is an entry in the record.
    """
    need_college()
    _appoint([_steward(text) for text in people])
    click.echo(_("Done. They sign in with a code sent to their address."))


def _appoint(people: list[tuple[str, str]]) -> None:
    """All of them or none."""
    act = Act(actor="steward", at=present(), door=Door.COMMAND)
    with transaction.atomic():
        for address, name in people:
            member = member_at(address)
            if member is None:
                member = admit(act, account=open_account(address), public_name=name)
            begin_term(act, member, office=Office.STEWARD)
    sequence(present())


@click.command()
def upgrade() -> None:
    """Bring the tables, static files and charter of a College to this version; take a backup first."""
    prepare()
    if is_founded():
        act = Act(actor="steward", at=present(), door=Door.COMMAND)
        for setting in extend_charter(act):
            click.echo(_("The charter was extended by %s, as its preset has it.") % setting)
    click.echo(_("Up to date."))


def _steward(text: str) -> tuple[str, str]:
    address, _sign, name = text.partition("=")
    if "@" not in address or not name.strip():
        raise click.BadParameter(_("write ADDRESS=NAME, as in ada@example.org=Ada"))
    return address.strip(), name.strip()
