"""The folder ``log/`` of a published College: what may be written into it, and what it already says."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from college.ground.refusals import Refusal
from college.record import durable
from college.record.rules import notes
from college.record.rules.checkpoints import Head, parse_text
from college.record.rules.notes import LogKey, NotANote, NotSigned


class Directory:
    """One writer at a time, files whole or not at all. ``written`` counts the files that were new.

    Folders are synced by ``settle``, once for many files: until then, a power cut may take back names
    but never leaves half a file under one.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.written = 0
        self._unsynced: set[Path] = set()
        self._known: set[Path] = set()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the folder against other writers; made if it is not there."""
        self._unsynced.update(durable.make_folder(self.folder))
        opened = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        except BlockingIOError as error:
            raise Refusal("record.files.locked", folder=str(self.folder)) from error
        finally:
            os.close(opened)

    def head(self, key: LogKey) -> Head | None:
        """What the folder's checkpoint says; ``None`` without one, or if it is only half of one."""
        data = self._read("checkpoint")
        if data is None:
            return None
        try:
            notes.parse(data)
        except NotANote:
            return None
        try:
            return parse_text(notes.open_note(data, [key]).text)
        except (NotANote, NotSigned) as error:
            raise Refusal("record.files.other-log", folder=str(self.folder)) from error

    def keep(self, path: str, data: bytes) -> None:
        """Write a file that never changes. Other bytes there are refused; half of them are mended."""
        found = self._read(path)
        if found is not None and not data.startswith(found):
            raise Refusal("record.files.differ", file=str(self.folder / path))
        self._write(path, data, found)

    def replace(self, path: str, data: bytes) -> None:
        """Write a file that may change."""
        self._write(path, data, self._read(path))

    def settle(self) -> None:
        """Everything written so far, and its names, are on the disk when this returns."""
        durable.sync_folders(self._unsynced)
        self._unsynced.clear()

    def _write(self, path: str, data: bytes, found: bytes | None) -> None:
        target = self.folder / path
        if target.parent not in self._known:
            self._unsynced.update(durable.make_folder(target.parent))
            self._known.add(target.parent)
        # Even for a file that is there already: whoever wrote it may have died before the sync.
        self._unsynced.add(target.parent)
        if found != data:
            # One aside file for the whole folder: a crash leaves at most one behind.
            durable.put(target, data, aside=self.folder / ".new")
            self.written += 1

    def _read(self, path: str) -> bytes | None:
        try:
            return (self.folder / path).read_bytes()
        except FileNotFoundError:
            return None
