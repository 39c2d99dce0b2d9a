"""``college serve``: the pages, and the clock beside them."""

import sys

import click
from django.conf import settings
from django.core.management import call_command
from django.utils.translation import gettext as _
from granian.constants import Interfaces
from granian.server import Server

from college.cli.clock import Clock
from college.cli.found import need_college
from college.config.checks import faults

_WORKERS = 2
_THREADS = 4


@click.command()
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Port to listen on.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--no-clock", is_flag=True, help="Serve pages only; run `college tick --forever` elsewhere."
)
def serve(port: int, host: str, no_clock: bool) -> None:
    """Serve the College, and let its clock tick. Refuses to start wrong."""
    need_college()
    if found := faults():
        for fault in found:
            click.echo(fault, err=True)
        sys.exit(1)
    call_command("collectstatic", interactive=False, verbosity=0)
    run(host, port, clock=not no_clock)


def run(host: str, port: int, *, clock: bool) -> None:
    """Pages in worker processes, the clock in a process of its own: only that one sees the log's key."""
    beside = Clock() if clock else None
    server = Server(
        "college.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=_WORKERS,
        blocking_threads=_THREADS,
        log_access=False,
    )
    click.echo(_("The College is open at %s  (Ctrl-C closes it)") % settings.COLLEGE_URL)
    try:
        server.serve()
    finally:
        if beside is not None:
            beside.stop()
