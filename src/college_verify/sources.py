"""Where published files come from: a directory or a web address. Nothing in them is believed yet."""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Protocol, TypeVar

from college_verify.findings import BadInput, Broken, shown
from college_verify.web import Web

_AHEAD = 12
T = TypeVar("T")
R = TypeVar("R")


class Source(Protocol):
    """Files by name below the log. Names come from numbers and commitments, never from the log."""

    title: str
    #: Far away: worth asking for several files at once.
    distant: bool

    def read(self, name: str, most: int) -> bytes | None:
        """The file's bytes, or None if there is none.

        Raises ``Broken`` if it is no plain file or larger than ``most`` bytes, ``BadInput`` if it
        cannot be reached.
        """

    def names(self, folder: str) -> list[str] | None:
        """What a folder holds, sorted; None where that cannot be known (web), or is no folder."""


class Directory:
    """A published directory. Symbolic links inside it are not followed."""

    distant = False

    def __init__(self, root: Path) -> None:
        self.title = str(root)
        self._root = os.path.realpath(root)
        self._plain: set[str] = set()

    def read(self, name: str, most: int) -> bytes | None:
        if not self._is_plain(name.rpartition("/")[0]):
            return None
        way = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        try:
            handle = os.open(f"{self._root}/{name}", way)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            if error.errno == errno.ELOOP:
                raise Broken(
                    "it is a symbolic link, which a published directory does not hold"
                ) from None
            raise BadInput(f"{shown(name)} cannot be read: {error.strerror}.") from None
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            os.close(handle)
            raise Broken("it is no plain file")
        with os.fdopen(handle, "rb", buffering=0) as file:
            if about.st_size > most:
                raise Broken(f"it is larger than {most:,} bytes")
            data = file.read(about.st_size) or b""
        if len(data) != about.st_size:
            raise BadInput(f"{shown(name)} changed while it was read.")
        return data

    def names(self, folder: str) -> list[str] | None:
        if not self._is_plain(folder):
            return None
        try:
            return sorted(child.name for child in Path(self._root, folder).iterdir())
        except OSError as error:
            raise BadInput(f"{shown(folder)} cannot be read: {error.strerror}.") from None

    def _is_plain(self, folder: str) -> bool:
        """Whether the folder is there, no part of the way being a symbolic link.

        Raises ``Broken`` if one is.
        """
        if folder in self._plain or not folder:
            return True
        above, _, name = folder.rpartition("/")
        if not self._is_plain(above):
            return False
        try:
            mode = os.lstat(f"{self._root}/{folder}").st_mode
        except (FileNotFoundError, NotADirectoryError):
            return False
        if stat.S_ISLNK(mode):
            raise Broken(f"its folder {shown(name)} is a symbolic link")
        if stat.S_ISDIR(mode):
            self._plain.add(folder)
        return stat.S_ISDIR(mode)


def find(target: str) -> Source:
    """The log at a path or address: there, or in ``log/`` below it. Raises ``BadInput``."""
    if target.lower().startswith(("http://", "https://")):
        return _holding_checkpoint(target, [Web(target, "log/"), Web(target, "")])
    if "://" in target:
        raise BadInput(f"{shown(target)} is neither a directory nor an http or https address.")
    folder = Path(target)
    if not folder.is_dir():
        raise BadInput(f"There is no directory {shown(target)}.")
    return _holding_checkpoint(target, [Directory(folder / "log"), Directory(folder)])


def _holding_checkpoint(target: str, places: list[Source]) -> Source:
    for place in places:
        try:
            if place.read("checkpoint", 1 << 20) is not None:
                return place
        except Broken:
            return place
    raise BadInput(f"No log is published at {shown(target)}: there is no checkpoint.")


def read_ahead(items: Iterable[T], fetch: Callable[[T], R], *, wide: bool) -> Iterator[tuple[T, R]]:
    """Each item with what ``fetch`` gives, in order; ``wide`` fetches several at once, a few ahead."""
    if not wide:
        for item in items:
            yield item, fetch(item)
        return
    rest = iter(items)
    with ThreadPoolExecutor(_AHEAD // 2) as pool:
        queue: list[tuple[T, Future[R]]] = [
            (i, pool.submit(fetch, i)) for i in islice(rest, _AHEAD)
        ]
        try:
            while queue:
                item, future = queue.pop(0)
                yield item, future.result()
                queue.extend((i, pool.submit(fetch, i)) for i in islice(rest, 1))
        finally:
            for _, future in queue:
                future.cancel()
