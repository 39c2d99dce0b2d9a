"""``college publish DIR``: the whole public College as static files."""

import sys
from pathlib import Path

import click
from django.utils.translation import ngettext

from college.cli.found import need_college
from college.clockwork.tick import present
from college.record.actions.sequence import sequence
from college.web.publish import publish_college


@click.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
def publish(directory: Path) -> None:
    """Write every public page, the texts and the log to DIRECTORY, the checkpoint last.

    Any web server can serve it, and `college-verify DIRECTORY` checks it.
    """
    need_college()
    now = present()
    sequence(now)
    with click.progressbar(length=1, label=str(directory), file=sys.stderr) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        pages = publish_college(directory, at=now, progress=progress)
    click.echo(ngettext("%s page written.", "%s pages written.", pages) % pages)
