"""Long debates at once: the rows that the actions would leave, without their checks and entries."""

import random
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import models

from college.debates.models import Contribution, Link, Placement, Revision, Source
from college.debates.rules import places
from college.debates.rules.kinds import Kind, LinkKind, State
from college.ground.prose import count_words, render
from college.record.models import Text
from college.record.rules.canonical import encode_entry
from college.record.rules.commitment import SALT_LENGTH, commitment, text_bytes
from parts import exports
from parts.debates import Stand

#: Of ten contributions: what each is, and which of the ten it is about (None: it stands at the top).
_TEN = (
    (Kind.CLAIM, "factual", None, None),
    (Kind.ARGUMENT, "supports", LinkKind.CONCLUSION, 0),
    (Kind.ARGUMENT, "opposes", LinkKind.CONCLUSION, 1),
    (Kind.CHALLENGE, "source-needed", LinkKind.CHALLENGES, 2),
    (Kind.ANSWER, "", LinkKind.ANSWERS, 3),
    (Kind.EVIDENCE, "for", LinkKind.BEARS_ON, 0),
    (Kind.CLAIM, "policy", None, None),
    (Kind.ARGUMENT, "supports", LinkKind.CONCLUSION, 6),
    (Kind.ARGUMENT, "qualifies", LinkKind.CONCLUSION, 7),
    (Kind.CHALLENGE, "unclear", LinkKind.CHALLENGES, 6),
)
_LINE = {
    "title": "Winter traffic on the lower river",
    "author": "Harbour office",
    "publisher": "Town of Riverside",
    "date": "2024",
    "locator": "table 3",
    "url": "https://harbour.example/winter-traffic",
}
_AT_ONCE = 500


@dataclass(slots=True)
class _Rows:
    """Everything to be stored, table by table, in the order in which it must be."""

    texts: list[Text] = field(default_factory=list)
    contributions: list[Contribution] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)

    def store(self) -> None:
        for name in self.__slots__:
            rows: list[models.Model] = getattr(self, name)
            if rows:
                type(rows[0])._default_manager.bulk_create(rows, batch_size=_AT_ONCE)


class _Words:
    """Texts of the usual lengths, no two alike; what takes long is done once for many of them."""

    def __init__(self) -> None:
        chosen = random.Random(11)
        self._long = [(one, render(one)) for one in (exports.words(chosen) for _ in range(200))]
        self._chosen = chosen

    def text(self, kind: Kind, n: int) -> Text:
        said, html = self._chosen.choice(self._long)
        if kind == Kind.CLAIM:
            said = f"On {n} mornings of last winter the ferry was the only way across the river."
            html = f"<p>{said}</p>\n"
        return _text(text_bytes(said), html)


def fill(stand: Stand, count: int) -> None:
    """``count`` contributions to the debate, a minute between each and the next."""
    words, rows = _Words(), _Rows()
    last = max(_last(Contribution), _last(Revision))
    began = stand.debate.open_at or stand.debate.proposed_at
    spots: dict[int, places.Place] = {}
    for n in range(count):
        _add(stand, rows, words, spots, n=n, key=last + 1 + n, at=began + timedelta(minutes=n))
    rows.store()


def _last(table: type[models.Model]) -> int:
    """The greatest key so far: a contribution and its revision get the same one here."""
    return table._default_manager.aggregate(last=models.Max("pk"))["last"] or 0


def _add(
    stand: Stand,
    rows: _Rows,
    words: _Words,
    spots: dict[int, places.Place],
    *,
    n: int,
    key: int,
    at: datetime,
) -> None:
    kind, form, relation, about = _TEN[n % 10]
    text = words.text(kind, n)
    length = count_words(bytes(text.body).decode())
    author = stand.members[n % len(stand.members)]
    challenge = kind == Kind.CHALLENGE
    row = Contribution(
        pk=key,
        debate=stand.debate,
        kind=kind,
        form=form,
        author=author,
        viewpoint=stand.viewpoints[n % len(stand.members) % len(stand.viewpoints)],
        at=at,
        stage=stand.debate.stage,
        state=State.STANDING,
        words=length,
        due_at=at + timedelta(days=7) if challenge else None,
        answered_at=at + timedelta(minutes=1) if challenge and n % 10 == 3 else None,
    )
    revision = Revision(
        pk=key, contribution=row, number=1, text=text, words=length, by=author, at=at
    )
    target = None if about is None else key - n % 10 + about
    place = places.top(key) if target is None else places.below(spots[target], key)
    spots[key] = place
    placement = Placement(
        debate=stand.debate,
        contribution=row,
        under_id=target,
        path=place.path,
        depth=place.depth,
        home=True,
    )
    rows.texts.append(text)
    rows.contributions.append(row)
    rows.revisions.append(revision)
    rows.placements.append(placement)
    if relation is not None:
        link = Link(source=row, kind=relation, target_id=target, pinned_id=target, confirmed_at=at)
        rows.links.append(link)
    if kind == Kind.EVIDENCE:
        line, quotation = (
            _text(encode_entry(_LINE), ""),
            _text(b"On 61 days no car could cross.", ""),
        )
        line.is_document = True
        rows.texts += [line, quotation]
        rows.sources.append(Source(contribution=row, line=line, quotation=quotation))


def _text(body: bytes, rendered: str) -> Text:
    salt = secrets.token_bytes(SALT_LENGTH)
    return Text(commitment=commitment(salt, body), salt=salt, body=body, rendered=rendered)
