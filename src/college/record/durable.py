"""Files that a power cut leaves whole: written aside, synced, renamed, and their folder synced.

A failed sync is never tried again: after it, the kernel may show bytes that are not on the disk.
The error goes up, the process ends, and the next run writes the file anew.
"""

import os
from collections.abc import Iterable
from pathlib import Path


def put(path: Path, data: bytes, *, aside: Path | None = None, mode: int = 0o644) -> None:
    """Write a file by way of ``aside`` (beside it by default). Its folder is still to be synced."""
    aside = aside or path.with_name(f".{path.name}.new")
    file = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    try:
        # The mode of an aside file left over by a crash may be another one.
        os.fchmod(file, mode)
        _write(file, data)
        os.fsync(file)
    finally:
        os.close(file)
    aside.replace(path)


def put_and_sync(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """The same, on the disk when it returns."""
    put(path, data, mode=mode)
    sync_folders([path.parent])


def make_folder(path: Path, *, mode: int = 0o755) -> list[Path]:
    """Make a folder with its parents; gives the folders whose content changed and that are to be synced."""
    made: list[Path] = []
    for folder in [path, *path.parents]:
        if folder.exists():
            break
        made.append(folder)
    for folder in reversed(made):
        folder.mkdir(mode=mode, exist_ok=True)
    return [*made, made[-1].parent] if made else []


def sync_folders(folders: Iterable[Path]) -> None:
    for folder in sorted(set(folders)):
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _write(file: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]
