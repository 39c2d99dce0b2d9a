"""Reading the texts of the sample College, for the tests that hold them together."""

import re
import tomllib
from pathlib import Path
from typing import Any

from lxml import html  # type: ignore[import-untyped]

from college.debates.rules.kinds import Kind, LinkKind

SAMPLE = Path(__file__).parents[2] / "src/college/cli/sample"
DEBATES = ("security-guarantees", "night-buses")
LINKS = {
    "premises": LinkKind.PREMISE,
    "conclusion": LinkKind.CONCLUSION,
    "bears_on": LinkKind.BEARS_ON,
    "to": LinkKind.ANSWERS,
    "points_to": LinkKind.POINTS_TO,
    "grants": LinkKind.GRANTS,
    "succeeds": LinkKind.SUCCEEDS,
}

Table = dict[str, Any]


def read(name: str) -> Table:
    return tomllib.loads((SAMPLE / name).read_text("utf-8"))


def holdings(debate: Table) -> dict[str, str]:
    """The viewpoint of each member of a debate, ``""`` for the undecided."""
    held = {m: v["key"] for v in debate["viewpoints"] for m in v["holders"]}
    return held | {u["member"]: "" for u in debate["undecided"]}


def links(contribution: Table) -> list[tuple[LinkKind, str]]:
    """What a contribution points to: the kind of each link and the key of its target."""
    found = []
    for field, kind in LINKS.items():
        value = contribution.get(field, [])
        found += [(kind, key) for key in ([value] if isinstance(value, str) else value)]
    if "on" in contribution:
        challenge = contribution["kind"] == Kind.CHALLENGE
        found.append((LinkKind.CHALLENGES if challenge else LinkKind.LIMITS, contribution["on"]))
    return found


def pieces(debate: Table) -> tuple[list[str], list[str]]:
    """The passages and the remarks of a debate's article, one string each."""
    file = SAMPLE / debate["slug"] / debate["article"]
    words = file.read_text("utf-8")
    if file.suffix == ".html":
        page = html.fromstring(words)
        inside = '//div[@class="entry-content"]//*[self::p or self::figcaption or self::h2]'
        said = '//div[@class="comment-content"]'
        passages, remarks = ([str(e.text_content()) for e in page.xpath(x)] for x in (inside, said))
        return passages, remarks
    article, _, comments = re.split(r"\n\d+( )comments for “", words)
    return article.split("\n"), comments.split("\n")


def spoken(contribution: Table) -> int:
    words = (contribution.get(f, "") for f in ("text", "condition", "quotation"))
    return len(" ".join(words).split())
