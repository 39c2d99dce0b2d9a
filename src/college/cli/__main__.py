"""``college``: every command under one name."""

import sys

import click
from django.db.utils import OperationalError, ProgrammingError
from django.utils.translation import gettext as _

from college.cli.check import check
from college.cli.demo import demo
from college.cli.exporting import export
from college.cli.found import appoint, found, upgrade
from college.cli.importing import import_file
from college.cli.publish import publish
from college.cli.serve import serve
from college.cli.simulate import simulate
from college.cli.tick import tick
from college.ground.charter import CharterError
from college.ground.refusals import Refusal
from college.web.refusals import sentence

BAD_INPUT = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="college-of-policy-debate", prog_name="college")
def college() -> None:
    """Run a College of Policy Debate.

    Settings come from the environment (COLLEGE_HOME, DATABASE_URL and others); docs/operating.md
    lists them.
    """


for command in (
    appoint,
    check,
    demo,
    export,
    found,
    import_file,
    publish,
    serve,
    simulate,
    tick,
    upgrade,
):
    college.add_command(command)


def main() -> None:
    """Run a command; what a person can mend ends in one sentence and exit status 2, never a traceback."""
    try:
        college()
    except Refusal as refusal:
        click.echo(sentence(refusal), err=True)
        sys.exit(BAD_INPUT)
    except CharterError as error:
        click.echo(str(error), err=True)
        sys.exit(BAD_INPUT)
    except (OperationalError, ProgrammingError) as error:
        click.echo(_("The database cannot be used: %s") % str(error).splitlines()[0], err=True)
        click.echo(_("Is there a College here? `college found` makes one."), err=True)
        sys.exit(BAD_INPUT)


if __name__ == "__main__":
    main()
