"""``college import FILE``: an article with its comments becomes the brief of a debate."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from college.clockwork.tick import present
from college.debates.rules.addresses import brief as brief_address
from college.debates.rules.briefs import Rights
from college.exchange.actions.taking import Taken, take
from college.exchange.formats.recognise import Format
from college.exchange.reading import read
from college.exchange.report import Report, report
from college.ground.act import Act, Door
from college.ground.refusals import Refusal
from college.people import queries as people
from college.web.exchange.tables import figures, leftovers

_SHOWN = 40
_WIDTH = 100


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--debate", "slug", default="", metavar="SLUG", help="The debate it belongs to.")
@click.option("--question", default="", help="Propose this question, and take the file in there.")
@click.option(
    "--source",
    default="",
    metavar="URL",
    help="Where the article can be read, if the file is silent.",
)
@click.option(
    "--rights",
    type=click.Choice([r.value for r in Rights]),
    default=Rights.QUOTE.value,
    show_default=True,
    help="full: the whole article may be shown. quote: only what is quoted, and the source.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([f.value for f in Format]),
    help="Name the format instead of having it recognised.",
)
@click.option(
    "--post", metavar="NAME", help="Which article of a file with several: title, slug or id."
)
@click.option("--dry-run", is_flag=True, help="Print what would come of it; change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print figures as JSON.")
@click.option(
    "--as", "member", metavar="MEMBER_ID", default="", help="Who brings it; else a steward."
)
def import_file(
    file: Path,
    *,
    slug: str,
    question: str,
    source: str,
    rights: str,
    form: str | None,
    post: str | None,
    dry_run: bool,
    as_json: bool,
    member: str,
) -> None:
    """Take an article and its comments in: a saved page (text or HTML), a WordPress or a Disqus export.

    All of FILE is taken in or nothing; the same file twice adds nothing twice. What is wrong with a
    file is said with its place, and the exit status is 2.
    """
    if not dry_run and bool(slug) == bool(question):
        raise Refusal("exchange.import.no-option")
    with _bar(_("Reading")) as progress:
        arriving = read(file, format=form, post=post, progress=progress)
    if dry_run:
        _print_report(report(arriving), as_json=as_json)
        return
    _spare_memory()
    act = Act(actor=_who(member), at=present(), door=Door.IMPORT)
    with _bar(_("Taking in")) as progress:
        taken = take(
            act,
            arriving,
            rights=Rights(rights),
            slug=slug,
            question=question,
            source=source,
            progress=progress,
        )
    _print_taken(taken, as_json=as_json)


def _who(member: str) -> str:
    """The public id of the one who brings the file: never its author, only who took it in."""
    if member:
        if people.member_by_id(member) is None:
            raise Refusal("exchange.import.no-member", member=member)
        return member
    first = people.stewards().first()
    if first is None:
        raise Refusal("exchange.import.nobody")
    return first.member.public_id


def _spare_memory() -> None:
    """SQLite keeps pages for readers to come; this process only writes, and ends."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA mmap_size=0")
            cursor.execute("PRAGMA cache_size=-2000")


@contextmanager
def _bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal, silence elsewhere; printed figures stay clean on standard output."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos)

        yield progress


def _print_report(found: Report, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(found.as_dict(), ensure_ascii=False, indent=2))
        return
    rows = figures(found)
    width = max(len(name) for name, _value in rows)
    for name, value in rows:
        click.echo(f"{name:<{width}}  {value}")
    listed = leftovers(found, _SHOWN)
    if listed:
        click.echo()
        click.echo(_("What found no place:"))
    for line, reason, words in listed:
        short = " ".join(words.split())
        short = short if len(short) <= _WIDTH else f"{short[: _WIDTH - 1]}…"
        click.echo(_("  line %(line)s, %(reason)s: %(words)s") % {
            "line": line, "reason": reason, "words": short,
        })  # fmt: skip
    if (more := len(found.unplaced) - len(listed)) > 0:
        click.echo(
            ngettext("  and %s more; --json has it", "  and %s more; --json has them", more) % more
        )


def _print_taken(taken: Taken, *, as_json: bool) -> None:
    brief = taken.brief
    path = brief_address(brief.debate.slug, brief.public_id)
    if as_json:
        told = {"debate": brief.debate.slug, "brief": brief.public_id, "path": path}
        click.echo(json.dumps(told | {"passages": taken.passages, "remarks": taken.remarks}))
        return
    passages = ngettext("%s passage", "%s passages", taken.passages) % taken.passages
    remarks = ngettext("%s comment", "%s comments", taken.remarks) % taken.remarks
    if taken.passages or taken.remarks:
        click.echo(_("Taken in: %(passages)s and %(remarks)s.") % {
            "passages": passages, "remarks": remarks,
        })  # fmt: skip
    else:
        click.echo(_("All of it was there already; nothing was added."))
    click.echo(path)
