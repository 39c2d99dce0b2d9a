"""Contributions as editors pick them: one plain text each, with its label and where it stands."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from college.debates.queries import contributions, search, thread
from college.debates.queries.badges import Badge
from college.debates.queries.thread import Item
from college.ground.ids import is_public_id
from college.web.acts import now
from college.web.debates.words.contributions import label

if TYPE_CHECKING:
    from college.debates.models import Contribution, Debate

#: Contributions that a search offers at once.
FOUND = 20
_TAG = re.compile(r"<(?:/p|/li|br)\s*/?>")


@dataclass(frozen=True, slots=True)
class Pick:
    """One contribution. ``picked``: ticked in the form. ``used``: a sentence of the draft rests on it."""

    id: str
    label: str
    words: str
    url: str
    viewpoint: Badge | None
    picked: bool = False
    used: bool = False


def words_of(item: Item) -> str:
    """What a contribution says, as plain text: its term or its quotation first. An argument may say nothing
    of its own; then its reasons speak, and so a line says."""
    said = unescape(strip_tags(_TAG.sub(r"\g<0> ", item.html)))
    parts = [
        f"{item.term}:" if item.term else "",
        item.source.quotation if item.source else "",
        said,
    ]
    return " ".join(" ".join(parts).split()) or _("An argument that rests on its reasons alone.")


def pick(item: Item, *, picked: Collection[str] = (), used: Collection[str] = ()) -> Pick:
    """No query."""
    return Pick(
        id=item.public_id,
        label=label(item.kind, item.form),
        words=words_of(item),
        url=item.url,
        viewpoint=item.viewpoint,
        picked=item.public_id in picked,
        used=item.public_id in used,
    )


def picks(
    items: Iterable[Item], *, picked: Collection[str] = (), used: Collection[str] = ()
) -> list[Pick]:
    """Those that can be read, in their order. No query."""
    return [pick(item, picked=picked, used=used) for item in items if item.tombstone is None]


def chosen(debate: "Debate", ids: Iterable[str]) -> "list[Contribution]":
    """Contributions of the debate that a form names, in its order; what is no id names none. One query."""
    named = [one for one in ids if is_public_id(one)]
    return contributions.by_ids(debate, named) if named else []


def found(
    debate: "Debate", typed: str, *, picked: Collection[str] = (), used: Collection[str] = ()
) -> list[Pick]:
    """Contributions of the debate that hold the words, the newest first, behind those that are picked.
    At most ten queries, none without words and picks."""
    kept = [row.public_id for row in chosen(debate, picked)]
    hits = search.search(typed, debate=debate, size=FOUND)
    ids = list(dict.fromkeys([*kept, *(hit.subject for hit in hits)]))
    known = thread.by_ids(ids, now=now()) if ids else {}
    return picks((known[key] for key in ids if key in known), picked=picked, used=used)
