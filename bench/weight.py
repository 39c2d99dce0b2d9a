"""How heavy published pages are on the first visit, without fonts; the bar is 100 KB before compression.

The sample College as ``college publish`` writes it, and the first page of a debate of 1,000 contributions.
"""

import os
import sys
from pathlib import Path

from parts import cpu, home, weights
from parts.figures import Measured, Report, options
from parts.weights import Weight

_KB = 1000
_COLLEGE = [sys.executable, "-m", "college.cli"]
_SHOWN = 4


def main() -> None:
    asked = options(__doc__)
    report = Report("The weight of pages")
    with home.folder() as base:
        college = home.set_up(base, COLLEGE_DEMO="yes", COLLEGE_ORIGIN="bench.example/log")
        cpu.program([*_COLLEGE, "demo", "--no-serve"])
        published = base / "published"
        cpu.program([*_COLLEGE, "publish", str(published)])
        from parts import debates, pages, threads  # noqa: PLC0415  settings are read once, at import

        stand = debates.open_debate(members=24)
        threads.fill(stand, 1_000)
        path = f"/debates/{stand.debate.slug}/"
        long = weights.of(pages.Reader().get(path, compressed=False).body, college / "static")
        found = {
            file: weights.of(file.read_bytes(), published / "static") for file in _pages(published)
        }
    _tell(report, "debate of 1,000, first page", long)
    heaviest = sorted(found, key=lambda file: found[file].plain, reverse=True)[:_SHOWN]
    for file in heaviest:
        _tell(report, f"/{file.parent.relative_to(published)}/", found[file])
    report.row(f"all {len(found)} pages", [one.plain / _KB for one in found.values()], "KB")
    report.row("requests without fonts", [one.requests for one in found.values()], "")
    report.row("fonts, once for all pages", Measured.of([long.fonts / _KB]), "KB")
    report.show(as_json=asked.json)


def _pages(published: Path) -> list[Path]:
    return [
        Path(folder, "index.html")
        for folder, _folders, files in os.walk(published)
        if "index.html" in files
    ]


def _tell(report: Report, what: str, weight: Weight) -> None:
    what = what if len(what) < 60 else f"{what[:57]}…"
    report.at_most(what, weight.plain / _KB, "KB", 100)
    report.row("  of it the page itself", weight.page / _KB, "KB")
    report.row("  all of it as sent (brotli)", weight.sent / _KB, "KB")


if __name__ == "__main__":
    main()
