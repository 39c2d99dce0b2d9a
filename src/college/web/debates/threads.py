"""What was said, as pages show it: lines with their nesting, in the order in which they are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from college.debates.queries import challenges, thread
from college.debates.rules import places
from college.web.acts import now
from college.web.debates import hearings
from college.web.debates.words.contributions import label
from college.web.prose import made

if TYPE_CHECKING:
    from college.debates.models import Debate

#: Open challenges that the page of a debate names; the page of challenges has them all.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One contribution in a nested list. Before it, ``closes`` lists end; ``sibling``: the item before
    it ends as well, otherwise a list begins."""

    item: thread.Item
    label: str
    html: SafeString
    condition: SafeString
    closes: range
    sibling: bool
    behind: SafeString
    heard: tuple[hearings.HeardLine, ...] = ()

    @property
    def body(self) -> SafeString:
        """The whole line as HTML, made once for as long as nothing about it changes."""
        return _body(self.item, get_language() or "")


@dataclass(frozen=True, slots=True)
class Shown:
    """Lines, the lists left to end after the last, what the first stands under, where to read on."""

    lines: list[Line]
    ends: range
    above: list[Line]
    older_url: str = ""


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A challenge with its target, what joined it, and its answers, each as a line."""

    line: Line
    target: Line | None
    joined: list[Line]
    answers: list[Line]


@lru_cache(maxsize=4096)
def _body(item: thread.Item, language: str) -> SafeString:
    # An item is all that the line shows, so equal items have equal lines; the language is the only
    # other thing they depend on.
    return render_to_string("debates/_line.html", {"line": line(item)})


def line(item: thread.Item, closes: int = 0, *, sibling: bool = True) -> Line:
    """An item in words. No query."""
    return Line(
        item=item,
        label=label(item.kind, item.form, is_premise=places.is_premise(item.path)),
        html=made(item.html),
        condition=made(item.condition),
        closes=range(closes),
        sibling=sibling,
        behind=made(item.behind),
        heard=hearings.lines(item.heard),
    )


def shown(page: thread.Page, address: str) -> Shown:
    """A page of the thread, nested; ``address`` is where its other pages are. No query."""
    stack: list[int] = []
    found = []
    for item in page.items:
        closes = 0
        while len(stack) > 1 and stack[-1] > item.depth:
            stack.pop()
            closes += 1
        # A page may begin in the middle: what comes back from deeper stands beside the first line.
        sibling = bool(stack) and (item.depth <= stack[-1])
        if not sibling:
            stack.append(item.depth)
        else:
            stack[-1] = item.depth
        found.append(line(item, closes, sibling=sibling))
    return Shown(
        lines=found,
        ends=range(len(stack)),
        above=[line(item) for item in page.above],
        older_url=f"{address}from/{page.after}/" if page.after else "",
    )


def asked(found: Sequence[challenges.Asked]) -> list[AskedLine]:
    """Challenges in words. No query."""
    return [
        AskedLine(
            line=line(one.challenge),
            target=line(one.target) if one.target else None,
            joined=[line(item) for item in one.joined],
            answers=[line(item) for item in one.answers],
        )
        for one in found
    ]


def of_debate(debate: "Debate", after: str = "") -> dict[str, object]:
    """What ``debates/_claims.html`` and ``debates/_challenges.html`` need on the page of a debate."""
    page = thread.first_page(debate, now=now(), after=after)
    apart = thread.apart(debate, now=now())
    open_ones = challenges.open_first(debate, now=now(), size=_NAMED).asked
    return {
        "thread": shown(page, f"/debates/{debate.slug}/"),
        "off_topic": [line(item) for item in apart],
        "asked": [one for one in asked(open_ones) if one.line.item.state != "answered"],
    }
