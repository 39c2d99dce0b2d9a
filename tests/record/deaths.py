"""A process that dies at a step of our choosing, and what it did until then.

A *step* is a statement sent to the database, a commit or rollback, and a call that changes the disk:
open, write, sync, rename, make a folder. The child is forked from the test, so it costs milliseconds;
it opens its own connection, because a connection does not survive a fork.
"""

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import connection, connections

from college.record import signing

#: Exit statuses of the child: reached its end, died at its step, or something else broke.
FINISHED, DIED, BROKE = 0, 77, 78
#: As they are before anybody counts: what the test itself writes down is no step.
_open, _write = os.open, os.write
_inherited: list[Any] = []
_DISK = ("open", "fsync", "replace", "mkdir", "fchmod")


class _Steps:
    """Counts steps and ends the process, without any goodbye, at the chosen one."""

    def __init__(self, deadly: int) -> None:
        self.deadly = deadly
        self.count = 0

    def step(self) -> None:
        self.count += 1
        if self.count == self.deadly:
            os._exit(DIED)

    def before(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def stepping(*args: Any, **kwargs: Any) -> Any:
            self.step()
            return real(*args, **kwargs)

        return stepping

    def write(self, real: Callable[[int, Any], int]) -> Callable[[int, Any], int]:
        """Two steps: dying at the second leaves half of the bytes behind."""

        def writing(file: int, data: Any) -> int:
            self.step()
            if self.count + 1 == self.deadly:
                real(file, bytes(data)[: len(data) // 2])
            self.step()
            return real(file, data)

        return writing


def live(work: Callable[[], None], *, deadly: int, signed: Path) -> int:
    """Run ``work`` in a child that dies at its ``deadly``-th step; gives the child's exit status.

    Every signature is written to ``signed``, as a line ``size root``, before anything else happens.
    """
    connections.close_all()
    child = os.fork()
    if child == 0:
        _be_the_child(work, _Steps(deadly), signed)
    _pid, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _be_the_child(work: Callable[[], None], steps: _Steps, signed: Path) -> None:
    try:
        # After a browser test the parent's connections lie elsewhere than the child's, which would find one
        # from before: still open, and shared with the parent. It is kept, so that nothing closes it.
        _inherited.append(connections["default"])
        del connections["default"]
        # Opened before the steps count: connecting is not part of any act.
        connection.ensure_connection()
        _watch_signatures(signed)
        _watch(steps)
        with connection.execute_wrapper(_statement(steps)):
            work()
        os._exit(FINISHED)
    except BaseException:  # noqa: BLE001  told by the exit status
        traceback.print_exc(file=sys.stderr)
        sys.stderr.flush()
    finally:
        os._exit(BROKE)


def _statement(steps: _Steps) -> Callable[..., Any]:
    def run(execute: Callable[..., Any], *args: Any) -> Any:
        steps.step()
        return execute(*args)

    return run


def _watch(steps: _Steps) -> None:
    connection._commit = steps.before(connection._commit)
    connection._rollback = steps.before(connection._rollback)
    for name in _DISK:
        setattr(os, name, steps.before(getattr(os, name)))
    os.write = steps.write(os.write)


def _watch_signatures(signed: Path) -> None:
    sign = signing.Signer.sign

    def sign_and_tell(signer: signing.Signer, size: int, root: bytes) -> str:
        note = sign(signer, size, root)
        note_down(signed, f"{size} {root.hex()}")
        return note

    signing.Signer.sign = sign_and_tell  # type: ignore[method-assign]


def note_down(file: Path, line: str) -> None:
    """Add a line for the parent to read, whole or not at all."""
    opened = _open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    _write(opened, f"{line}\n".encode())
    os.close(opened)


def told(file: Path) -> list[str]:
    """The lines of a file that a child may not have come to make."""
    return file.read_text().splitlines() if file.exists() else []
