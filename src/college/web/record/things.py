"""What the ids in entries stand for, and the fields of an entry in plain words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from college.administration.queries import pages_of
from college.committees.queries import cases, rosters
from college.committees.queries.contributing import members_of
from college.committees.queries.epochs import numbers
from college.debates.queries.named import Named, named
from college.ground.ids import is_public_id
from college.people.queries import public_names
from college.quizzes.queries import named as quizzes
from college.summaries.queries import named as summaries
from college.web.record.words import FIELDS


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field. ``thing``: the page it leads to, if it is the id of something with one."""

    words: str
    thing: Named | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an entry: its name in the record, its name in words, and what it holds."""

    name: str
    label: str
    values: list[Value]


def known(ids: Iterable[str]) -> dict[str, Named]:
    """Members, cases, epochs, what the College asks about itself, debates, summaries and quizzes and what
    belongs to them, by public id. Nineteen queries, or none."""
    wanted = {one for one in ids if is_public_id(one)}
    if not wanted:
        return {}
    members = {
        public_id: Named(f"/members/{public_id}/", name)
        for public_id, name in public_names(wanted).items()
    }
    contributors = {
        public_id: Named(f"/members/{member}/", name)
        for public_id, (member, name) in members_of(wanted).items()
    }
    seeds = {
        public_id: Named(f"/committees/epochs/{number}/", _("Epoch %s") % number)
        for public_id, number in numbers(wanted).items()
    }
    asked = {
        public_id: Named(f"/committees/cases/{public_id}/", _("the case"))
        for public_id in cases.existing(wanted)
    }
    terms = {
        public_id: Named(f"/committees/rosters/{number}/", _("Roster %s") % number)
        for public_id, number in rosters.numbers(wanted).items()
    }
    own = {public_id: Named(path, "") for public_id, path in pages_of(wanted).items()}
    written = {
        public_id: Named(thing.path, thing.words or _NOUNS[thing.noun](thing.number))
        for public_id, thing in summaries.named(wanted).items()
    }
    tried = {
        public_id: Named(thing.path, _NOUNS[thing.noun](thing.number))
        for public_id, thing in quizzes.named(wanted).items()
    }
    return {
        **named(wanted),
        **written,
        **tried,
        **own,
        **members,
        **contributors,
        **seeds,
        **asked,
        **terms,
    }


#: What is shown of a part of a summary or a quiz that has no words of its own, by noun and number.
_NOUNS: dict[str, Callable[[int], str]] = {
    "summary": lambda _number: _("the summary"),
    "version": lambda number: _("version %s of the summary") % number,
    "draft": lambda number: _("draft %s of the summary") % number,
    "editor": lambda number: _("an editor of team %s") % number,
    "statement": lambda _number: _("a sentence of the summary"),
    "comment": lambda _number: _("a comment on the summary"),
    "attestation": lambda number: _("what a viewpoint says of version %s") % number,
    "crux": lambda _number: _("what the debate turns on"),
    "reopening": lambda _number: _("a proposal to open the debate again"),
    "quiz": lambda _number: _("the quiz"),
    "item": lambda _number: _("an item of the quiz"),
    "tally": lambda number: _("tally %s of the answers to the quiz") % number,
}


def ids_in(data: Mapping[str, object]) -> list[str]:
    """Everything in an entry that may be an id."""
    parts = [part for value in data.values() for part in _parts(value)]
    return [part for part in parts if isinstance(part, str) and is_public_id(part)]


def fields(data: Mapping[str, object], things: Mapping[str, Named]) -> list[Field]:
    """The fields of an entry, in their order. No query."""
    return [
        Field(name, str(FIELDS.get(name, "")), [_value(part, things) for part in _parts(value)])
        for name, value in data.items()
    ]


def _parts(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    return [] if value in ("", None) else [value]


def _value(part: object, things: Mapping[str, Named]) -> Value:
    if isinstance(part, bool):
        return Value(_("yes") if part else _("no"))
    return Value(str(part), things.get(part) if isinstance(part, str) else None)
