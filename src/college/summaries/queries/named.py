"""What a public id of the record stands for, in this room: the page it has, and its number or first words."""

from collections.abc import Collection
from dataclasses import dataclass
from textwrap import shorten

from django.db.models import CharField, F, IntegerField, QuerySet, Value

from college.summaries.models import (
    Attestation,
    Comment,
    Crux,
    Draft,
    Editor,
    Reopening,
    Statement,
    Summary,
    Version,
)
from college.summaries.rules import addresses
from college.summaries.rules.life import CommentState

_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Thing:
    """``noun`` is its model's name in lower case. ``words`` are empty where they are gone or never were."""

    noun: str
    path: str
    number: int = 0
    words: str = ""


def named(public_ids: Collection[str]) -> dict[str, Thing]:
    """Two queries, however many ids; none without ids."""
    ids = set(public_ids)
    if not ids:
        return {}
    return {**_numbered(ids), **_worded(ids)}


def _numbered(ids: set[str]) -> dict[str, Thing]:
    """What is known by a number, or by nothing: one query."""
    first, *others = (
        _rows(Summary, ids, "debate__slug"),
        _rows(Version, ids, "summary__debate__slug", F("number")),
        _rows(Draft, ids, "summary__debate__slug", F("side")),
        _rows(Editor, ids, "summary__debate__slug", F("side")),
        _rows(Attestation, ids, "version__summary__debate__slug", F("version__number")),
        _rows(Reopening, ids, "crux__summary__debate__slug"),
    )
    return {
        public_id: Thing(noun, _path(noun, slug, number, public_id), number)
        for public_id, noun, slug, number in first.union(*others, all=True)
    }


def _rows(
    table: type[Summary | Version | Draft | Editor | Attestation | Reopening],
    ids: set[str],
    slug: str,
    number: F | None = None,
) -> QuerySet[Summary | Version | Draft | Editor | Attestation | Reopening]:
    noun = Value(table.__name__.lower(), CharField())
    return (
        table.objects.filter(public_id__in=ids)
        .annotate(noun_=noun, number_=(number or Value(0)) + Value(0, IntegerField()))
        .values_list("public_id", "noun_", slug, "number_")
    )


def _path(noun: str, slug: str, number: int, public_id: str) -> str:
    match noun:
        case "version":
            return addresses.version(slug, number)
        case "attestation":
            return f"{addresses.version(slug, number)}#a-{public_id}"
        case "draft":
            return addresses.drafts(slug)
        case "reopening":
            return addresses.reopening(slug, public_id)
    return addresses.summary(slug)


def _worded(ids: set[str]) -> dict[str, Thing]:
    """Comments, statements in the newest version that has them, claims on which it turns: one query."""
    text = ("text__body", "text__state")
    comments = Comment.objects.filter(public_id__in=ids).annotate(
        noun_=Value("comment", CharField()), number_=Value(0, IntegerField())
    )
    statements = Statement.objects.filter(statement__in=ids).annotate(
        noun_=Value("statement", CharField()), standing_=Value("standing", CharField())
    )
    cruxes = Crux.objects.filter(public_id__in=ids).annotate(
        noun_=Value("crux", CharField()),
        number_=Value(0, IntegerField()),
        standing_=Value("standing", CharField()),
    )
    rows = comments.values_list(
        "public_id", "noun_", "summary__debate__slug", "number_", "state", *text
    ).union(
        statements.values_list(
            "statement",
            "noun_",
            "version__summary__debate__slug",
            "version__number",
            "standing_",
            *text,
        ),
        cruxes.values_list(
            "public_id",
            "noun_",
            "summary__debate__slug",
            "number_",
            "standing_",
            "pinned__text__body",
            "pinned__text__state",
        ),
        all=True,
    )
    found = {}
    # A statement may stand in many versions: the newest comes last, and stays.
    for public_id, noun, slug, number, standing, body, state in sorted(rows, key=lambda r: r[3]):
        words = _open(body, state) if standing == CommentState.STANDING else ""
        found[public_id] = Thing(noun, _place(noun, slug, number, public_id), number, words)
    return found


def _place(noun: str, slug: str, number: int, public_id: str) -> str:
    if noun == "comment":
        return addresses.comment(slug, public_id)
    if noun == "statement":
        return f"{addresses.version(slug, number)}#s-{public_id}"
    return addresses.turns(slug)


def _open(body: bytes | None, state: str | None) -> str:
    if body is None or state != "open":
        return ""
    return shorten(bytes(body).decode(), _LONGEST, placeholder="…")
