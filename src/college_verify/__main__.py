"""The command ``college-verify``: exit 0 if all held, 1 if something does not, 2 if it cannot be told."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from college_verify import notes, opening, receipts, report, witnesses
from college_verify.checks import MOST_ENTRIES, Wishes, check_log, check_receipt
from college_verify.findings import BadInput, Findings
from college_verify.opening import Opened
from college_verify.sources import find

_ABOUT = """\
Check what a College published, without trusting it.

  college-verify DIR|URL                        the whole log with its entries and texts
  college-verify receipt FILE --vkey VKEY       one receipt, by a key you have
  college-verify receipt FILE --log DIR|URL     one receipt, and whether the log keeps its promise

DIR or URL is what "college publish" wrote, or the folder log/ in it. VKEY is the line in log/vkey, or a
file that holds it; take it from somewhere else than the log it is to judge.
"""
_EXITS = """\
exit status: 0 everything checked holds; 1 something does not hold; 2 bad input, or out of reach.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    about_receipt = words[:1] == ["receipt"]
    parser = _receipt_parser() if about_receipt else _log_parser()
    options = parser.parse_args(words[1:] if about_receipt else words)
    findings, opened, trouble = Findings(), None, None
    try:
        opened = _run(options, about_receipt, findings)
    except BadInput as error:
        trouble = str(error)
    except KeyboardInterrupt:
        trouble = "Interrupted."
    try:
        if options.json:
            report.write_json(findings, opened, options.target, trouble, sys.stdout)
        else:
            told = opened if trouble is None else None
            report.write_words(findings, told, options.target, sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has read enough; the exit status still stands.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if trouble:
        print(f"college-verify: {report.plain(trouble)}", file=sys.stderr)
    return 2 if trouble and findings.intact() else 0 if findings.intact() else 1


def _run(options: argparse.Namespace, about_receipt: bool, findings: Findings) -> Opened | None:
    vkey = _line(options.vkey) if options.vkey else None
    seers = [opening.key_of(_line(w), witnesses.KINDS, "witness") for w in options.witness]
    if vkey:
        opening.key_of(vkey, frozenset({notes.ED25519}), "log")
    if about_receipt:
        wishes = Wishes(vkey=vkey, seers=seers)
        source = find(options.log) if options.log else None
        return check_receipt(_file(options.target, receipts.LARGEST), source, wishes, findings)
    progress = _Progress()
    wishes = Wishes(
        vkey,
        seers,
        Path(options.remember) if options.remember else None,
        options.most_entries,
        progress,
    )
    try:
        return check_log(find(options.target), wishes, findings)
    finally:
        progress.end()


def _line(given: str) -> str:
    """A key given as itself or as the name of a file that holds it."""
    return (
        given
        if "+" in given
        else _file(given, notes.LARGEST_VKEY).decode("utf-8", "replace").strip()
    )


def _file(name: str, most: int) -> bytes:
    try:
        with Path(name).open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise BadInput(
            f"{name} cannot be read: {getattr(error, 'strerror', None) or error}."
        ) from None
    if len(data) > most:
        raise BadInput(f"{name} is larger than {most:,} bytes.")
    return data


def _parser(program: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=program,
        description=_ABOUT,
        epilog=_EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--vkey", metavar="VKEY", help="the log's key, or a file with it")
    parser.add_argument(
        "--witness",
        metavar="VKEY",
        action="append",
        default=[],
        help="a witness that must have signed the checkpoint; may be repeated",
    )
    parser.add_argument("--json", action="store_true", help="the findings as JSON")
    return parser


def _log_parser() -> argparse.ArgumentParser:
    parser = _parser("college-verify")
    parser.add_argument("target", metavar="DIR|URL", help="a published directory or its address")
    parser.add_argument(
        "--remember",
        metavar="FILE",
        help="keep the checkpoint; next time, report a rollback or rewriting",
    )
    parser.add_argument(
        "--most-entries",
        metavar="N",
        type=int,
        default=MOST_ENTRIES,
        help=f"refuse a log that claims more entries ({MOST_ENTRIES:,})",
    )
    return parser


def _receipt_parser() -> argparse.ArgumentParser:
    parser = _parser("college-verify receipt")
    parser.add_argument("target", metavar="FILE", help="a receipt (.tlog-proof)")
    parser.add_argument("--log", metavar="DIR|URL", help="the published log it is of")
    return parser


class _Progress:
    """A line that counts, on a terminal only, and at most five times a second."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._next = time.monotonic() + 0.5
        self._wrote = False

    def __call__(self, what: str, done: int, total: int) -> None:
        if self._shown and time.monotonic() >= self._next:
            self._next = time.monotonic() + 0.2
            self._wrote = True
            print(f"\r\x1b[K{done:,} of {total:,} {what}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self._wrote:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
