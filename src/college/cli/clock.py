"""The clock beside the pages: a process of its own, started again when it ends."""

import os
import signal
import subprocess
import sys
from threading import Event, Thread

import click
from django.utils.translation import gettext as _

_PAUSE = 2.0
_PATIENCE = 30.0


class Clock:
    """Keeps `college tick --forever` running until ``stop``; says so when it had to start it again."""

    def __init__(self) -> None:
        self._stopping = Event()
        self._running = self._start()
        self._watch = Thread(target=self._keep, name="clock", daemon=True)
        self._watch.start()

    def stop(self) -> None:
        """End it, and wait until its last tick is done."""
        self._stopping.set()
        self._running.send_signal(signal.SIGTERM)
        self._running.wait(timeout=_PATIENCE)

    def _keep(self) -> None:
        while True:
            status = self._running.wait()
            if self._stopping.is_set():
                return
            click.echo(_("The clock ended with status %s; it is started again.") % status, err=True)
            if self._stopping.wait(_PAUSE):
                return
            self._running = self._start()

    @staticmethod
    def _start() -> subprocess.Popen[bytes]:
        """A session of its own, so that Ctrl-C reaches it through ``stop`` alone."""
        return subprocess.Popen(
            [sys.executable, "-m", "college.cli", "tick", "--forever", "--beside"],
            env=os.environ.copy(),
            start_new_session=True,
        )
