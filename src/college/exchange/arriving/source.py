"""The bytes of an arriving file: how many, of what nature, in which encoding. Nothing is unpacked."""

import codecs
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from college.exchange.limits import FILE_BYTES
from college.ground.refusals import Refusal

Progress = Callable[[int, int], None]
CHUNK = 64 * 1024

_ARCHIVES = {
    b"PK\x03\x04": "zip", b"PK\x05\x06": "zip", b"PK\x07\x08": "zip", b"\x1f\x8b": "gzip",
    b"\xfd7zXZ\x00": "xz", b"\x28\xb5\x2f\xfd": "zstd", b"7z\xbc\xaf\x27\x1c": "7z",
    b"Rar!\x1a\x07": "rar", b"\x04\x22\x4d\x18": "lz4", b"\x1f\x9d": "compress",
}  # fmt: skip
_BZIP2 = re.compile(rb"BZh[1-9]1AY&SY")
_BINARIES = {
    b"%PDF-": "pdf", b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif",
    b"\x7fELF": "elf", b"\xd0\xcf\x11\xe0": "ole", b"SQLite format 3\x00": "sqlite",
    b"RIFF": "riff", b"OggS": "ogg", b"\x00asm": "wasm",
}  # fmt: skip
_SPACES = b"\t\n\v\f\r\x1b"
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
_DECLARED = re.compile(
    rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']"""
    rb"""|<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
#: Encodings a file may declare. The web's rule: Latin-1 and ASCII mean Windows-1252.
_LABELS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252",
           "ascii": "cp1252", "x-sjis": "shift_jis", "gb2312": "gb18030", "gbk": "gb18030",
           "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "macintosh": "mac_roman"}  # fmt: skip
_ALLOWED = re.compile(
    r"windows-125[0-8]|windows-874|cp125[0-8]|cp1252|iso-8859-(?:[2-9]|1[0-6])|koi8-[ru]"
    r"|shift_jis|euc-jp|iso-2022-jp|gb18030|big5|cp949|mac_roman|ibm866"
)


@dataclass(slots=True)
class Source:
    """A file that is neither empty, too large, packed nor binary, and whose encoding is known."""

    handle: BinaryIO
    size: int
    codec: str
    progress: Progress | None = None
    head: str = field(default="")

    def chunks(self, *, begin: float = 0.0, end: float = 1.0) -> Iterator[str]:
        """The text in pieces. Progress runs from ``begin`` to ``end``, shares of the whole work."""
        self.handle.seek(0)
        decoder = codecs.getincrementaldecoder(self.codec)("strict")
        done = 0
        while piece := self.handle.read(CHUNK):
            done += len(piece)
            yield decoder.decode(piece)
            self.report(begin + (end - begin) * done / self.size)
        yield decoder.decode(b"", final=True)

    def text(self, *, limit: int) -> str:
        """The whole text. Raises Refusal ``exchange.file.too-large`` above ``limit`` bytes."""
        check_size(self.size, limit)
        return "".join(self.chunks(end=0.5))

    def report(self, share: float) -> None:
        if self.progress is not None:
            self.progress(min(self.size, round(self.size * share)), self.size)


@contextmanager
def opened(path_or_stream: object, progress: Progress | None = None) -> Iterator[Source]:
    """A checked source from a path or a binary stream (which stays open, wherever it stood).

    Raises Refusal ``exchange.file.`` ``unreadable``, ``empty``, ``too-large``, ``archive``,
    ``binary``, ``encoding``, ``truncated``.
    """
    if isinstance(path_or_stream, (str, os.PathLike)):
        path = Path(path_or_stream)
        try:
            handle = path.open("rb")
        except (OSError, ValueError) as error:
            why = (error.strerror if isinstance(error, OSError) else None) or ""
            raise Refusal("exchange.file.unreadable", name=path.name, found=why) from error
        with handle:
            yield _checked(handle, progress)
        return
    # A stream is copied within the limit: it may not be seekable, and may lie about its length.
    with tempfile.SpooledTemporaryFile(max_size=4 * 1024 * 1024) as copy:
        _copy(path_or_stream, copy)
        yield _checked(copy, progress)  # type: ignore[arg-type]


def _copy(stream: object, copy: object) -> None:
    size = 0
    if getattr(stream, "seekable", lambda: False)():
        stream.seek(0)  # type: ignore[attr-defined]
    while piece := stream.read(CHUNK):  # type: ignore[attr-defined]
        size += len(piece)
        check_size(size, FILE_BYTES)
        copy.write(piece)  # type: ignore[attr-defined]


def check_size(size: int, limit: int) -> None:
    if size > limit:
        raise Refusal("exchange.file.too-large", limit=limit, found=size)


def _checked(handle: BinaryIO, progress: Progress | None) -> Source:
    size = handle.seek(0, os.SEEK_END)
    check_size(size, FILE_BYTES)
    handle.seek(0)
    head = handle.read(CHUNK)
    if not head:
        raise Refusal("exchange.file.empty")
    mark = next((codec for bom, codec in _MARKS.items() if head.startswith(bom)), "")
    _check_nature(head, has_mark=bool(mark))
    codec = _codec(handle, mark, head)
    source = Source(handle, size, codec)
    source.head = next(source.chunks()).removeprefix("\ufeff")
    source.progress = progress
    if not source.head.strip() and size <= CHUNK:
        raise Refusal("exchange.file.empty")
    return source


def _check_nature(head: bytes, *, has_mark: bool) -> None:
    for signature, kind in _ARCHIVES.items():
        if head.startswith(signature):
            raise Refusal("exchange.file.archive", found=kind)
    if _BZIP2.match(head) or head[257:262] == b"ustar":
        raise Refusal(
            "exchange.file.archive", found="tar" if head[257:262] == b"ustar" else "bzip2"
        )
    for signature, kind in _BINARIES.items():
        if head.startswith(signature):
            raise Refusal("exchange.file.binary", found=kind)
    controls = len(head) - len(
        head.translate(None, bytes(b for b in range(32) if b not in _SPACES))
    )
    # Text has hardly any control characters; a stray few are taken out and listed later.
    if not has_mark and controls > max(8, len(head) // 50):
        raise Refusal("exchange.file.binary", found="unknown")


def _codec(handle: BinaryIO, mark: str, head: bytes) -> str:
    """The mark's encoding, else UTF-8, else the one the file declares. Never a guess."""
    failure = _failure(handle, mark or "utf-8")
    if failure is None:
        return mark or "utf-8"
    declared = "" if mark else _declared(head)
    if declared:
        other = _failure(handle, declared)
        if other is None:
            return declared
        failure = other
    line, byte, found = failure
    if found == "":
        raise Refusal("exchange.file.truncated", line=line)
    raise Refusal(
        "exchange.file.encoding",
        line=line, byte=byte, found=found, tried=declared or mark or "utf-8",
    )  # fmt: skip


def _failure(handle: BinaryIO, codec: str) -> tuple[int, int, str] | None:
    """Line, offset and bytes (hexadecimal) that ``codec`` cannot read; no bytes if the end is cut off."""
    decoder = codecs.getincrementaldecoder(codec)("strict")
    handle.seek(0)
    line, before = 1, 0
    while True:
        piece = handle.read(CHUNK)
        waiting = len(decoder.getstate()[0])
        try:
            line += decoder.decode(piece, final=not piece).count("\n")
        except UnicodeError as error:
            start, end = getattr(error, "start", 0), getattr(error, "end", 0)
            whole: bytes = getattr(error, "object", b"")
            line += whole[:start].count(b"\n")
            if not piece:
                return line, before - waiting + start, ""
            return line, before - waiting + start, whole[start : min(end, start + 4)].hex(" ")
        if not piece:
            return None
        before += len(piece)


def _declared(head: bytes) -> str:
    found = _DECLARED.search(head[:4096])
    label = (found[1] or found[2]).decode("ascii").lower() if found else ""
    label = _LABELS.get(label, label)
    return label if _ALLOWED.fullmatch(label) else ""
