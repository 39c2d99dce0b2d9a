"""``college tick``: what falls due, then the record; once, or for ever."""

import json
import logging
import os
import signal
import threading

import click
from django.db import close_old_connections
from django.utils.translation import gettext as _

from college.cli.found import need_college
from college.clockwork.tick import present
from college.clockwork.tick import tick as tick_once

log = logging.getLogger(__name__)
_SECONDS = 2.0


@click.command()
@click.option("--forever", is_flag=True, help="Go on until stopped, one tick every few seconds.")
@click.option("--every", default=_SECONDS, show_default=True, help="Seconds between ticks.")
@click.option(
    "--beside", is_flag=True, hidden=True, help="Stop when the process that started it is gone."
)
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
def tick(forever: bool, every: float, beside: bool, as_json: bool) -> None:
    """Do what falls due by time alone, then sequence, sign and write the log's files."""
    need_college()
    if forever:
        _tick_on(max(every, 0.2), beside=beside)
        return
    done = tick_once(present())
    if as_json:
        figures = {"due": done.due, "integrated": done.sequenced.integrated}
        click.echo(json.dumps(figures | {"size": done.sequenced.size}))
    else:
        click.echo(
            _("The record holds %s entries under a signed checkpoint.") % done.sequenced.size
        )


def _tick_on(every: float, *, beside: bool) -> None:
    """A tick that fails is logged and tried again: the clock must not stop because of one bad row."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_args: stop.set())
    parent = os.getppid()
    while not stop.is_set() and not (beside and os.getppid() != parent):
        try:
            tick_once(present())
        except Exception:
            log.exception("a tick failed; the next one tries again")
        close_old_connections()
        stop.wait(every)
