"""``college demo``: the sample College, made once, kept, and served."""

import os
import sys

import click
from django.conf import settings
from django.utils.translation import gettext as _

from college.cli.found import lay_foundation, prepare
from college.cli.sample.loading import AGE, load_sample
from college.cli.serve import run
from college.clockwork.tick import present
from college.config import environment
from college.ground.charter import Preset
from college.people.queries import personas
from college.record.charters import is_founded

#: The sample's log has a name of its own, so that it can be served at any port.
_ORIGIN = "sample.college.example/log"


@click.command()
@click.option("--no-serve", is_flag=True, help="Only make the sample College.")
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Port to listen on.")
def demo(no_serve: bool, port: int) -> None:
    """Make the sample College in COLLEGE_HOME, unless it is there, and serve it."""
    if not settings.DEMO:
        _begin_again_in_demo_mode(port)
    prepare()
    if is_founded() and not personas().exists():
        click.echo(
            _("%s holds a real College. Set COLLEGE_HOME to another folder for the sample.")
            % settings.HOME,
            err=True,
        )
        sys.exit(2)
    if not is_founded():
        click.echo(_("Making the sample College in %s …") % settings.HOME)
        lay_foundation(Preset.ASSEMBLY, at=present() - AGE)
        load_sample()
    if no_serve:
        click.echo(_("The sample College is ready."))
        return
    click.echo(_("Take a part with one click at %s/demo/ :") % settings.COLLEGE_URL)
    for member in personas():
        click.echo(f"  {member.persona:10} {member.public_name}")
    run("127.0.0.1", port, clock=True)


def _begin_again_in_demo_mode(port: int) -> None:
    """Settings are read once, at start: set them, and start anew."""
    os.environ["COLLEGE_DEMO"] = "yes"
    os.environ["COLLEGE_URL"] = f"http://localhost:{port}"
    os.environ["COLLEGE_ORIGIN"] = environment.value("COLLEGE_ORIGIN") or _ORIGIN
    os.execv(sys.executable, [sys.executable, "-m", "college.cli", *sys.argv[1:]])  # noqa: S606  ourselves
