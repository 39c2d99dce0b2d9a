"""``college check``: is everything as it must be before the doors open?"""

import json
import sys

import click
from django.utils.translation import gettext as _

from college.config.checks import faults, warnings

DOES_NOT_HOLD = 1


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def check(as_json: bool) -> None:
    """Look for what would make this College start wrong; exit status 1 if there is anything."""
    wrong, doubtful = faults(), warnings()
    if as_json:
        click.echo(json.dumps({"faults": wrong, "warnings": doubtful}))
    else:
        for line in (*wrong, *doubtful):
            click.echo(line)
        if not wrong and not doubtful:
            click.echo(_("Everything holds."))
    sys.exit(DOES_NOT_HOLD if wrong else 0)
