"""``college export WHAT SLUG``: something public in a format of others."""

import sys
from pathlib import Path

import click
from django.utils.translation import gettext as _

from college.cli.found import need_college
from college.debates.queries.questions import debate_at
from college.web.quizzes import files
from college.web.summaries.exports import FORMATS, exported

_OUTPUT = click.Path(dir_okay=False, writable=True, path_type=Path, allow_dash=True)


@click.group()
def export() -> None:
    """Write a public thing of the College in a format that other programs read."""


@export.command()
@click.argument("slug")
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(FORMATS)),
    required=True,
    help="html, markdown and pdf to read; the others for programs.",
)
@click.option(
    "--version",
    "number",
    type=click.IntRange(min=1),
    default=None,
    help="Which version; else the newest certified one.",
)
@click.option(
    "-o",
    "--output",
    type=_OUTPUT,
    default=None,
    help="Write to this file, or to - for standard output; else to a file named after the version.",
)
def summary(slug: str, form: str, number: int | None, output: Path | None) -> None:
    """Write a version of the summary of the debate SLUG, the last part of its address."""
    need_college()
    made = exported(slug, form, number or 0)
    if made is None:
        told = _(
            "There is no such version of a summary of “%s”. Look at /debates/ for its address."
        )
        raise click.UsageError(told % slug)
    _write(made, output)


@export.command()
@click.argument("slug")
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(files.FORMATS)),
    required=True,
    help="gift and moodle for learning platforms, csv for spreadsheets; json has everything.",
)
@click.option(
    "-o",
    "--output",
    type=_OUTPUT,
    default=None,
    help="Write to this file, or to - for standard output; else to a file named after the debate.",
)
def quiz(slug: str, form: str, output: Path | None) -> None:
    """Write the quiz of the debate SLUG, the last part of its address, with the keys of its items."""
    need_college()
    made = files.exported(slug, form)
    if made is None:
        if debate_at(slug) is None:
            told = _("There is no debate “%s”. Look at /debates/ for its address.")
        else:
            told = _("No quiz on the debate “%s” is released yet.")
        raise click.UsageError(told % slug)
    _write(made, output)


def _write(made: tuple[str, bytes], output: Path | None) -> None:
    """To standard output for ``-``; else to a file, whose name is told."""
    name, body = made
    if output is not None and str(output) == "-":
        sys.stdout.buffer.write(body)
        return
    file = output or Path(name)
    try:
        file.write_bytes(body)
    except OSError as error:
        raise click.UsageError(
            _("%(file)s: %(error)s") % {"file": file, "error": error.strerror}
        ) from error
    click.echo(str(file))
