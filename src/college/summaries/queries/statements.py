"""Sentences of versions by their texts: for rooms that quote them."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from college.record.rules.states import TextState
from college.summaries.models import Statement, Version
from college.summaries.rules.life import VersionState


def gone(text: str) -> Q:
    """Texts, in the column ``text``, that are closed for good: what one duty member or one steward holds back
    for a time ends nothing (law 5)."""
    held = Q(**{f"{text}__state": TextState.WITHHELD, f"{text}__until": None})
    return Q(**{f"{text}__state": TextState.TOMBSTONE}) | held


def newest_certified_of(summary: str) -> Subquery:
    """The key of the newest certified version, for rows that have their summary in the column ``summary``."""
    rows = Version.objects.filter(summary=OuterRef(summary), state=VersionState.CERTIFIED)
    return Subquery(rows.order_by("-number").values("pk")[:1])


def has_gone(version: str) -> Exists:
    """Whether a sentence of the version in the column ``version`` is closed for good."""
    return Exists(Statement.objects.filter(gone("text"), version=OuterRef(version)))


def standing(versions: Iterable[int]) -> dict[int, dict[str, str]]:
    """By version, the commitment of each sentence's text that is not closed for good. One query, none without
    versions."""
    found: dict[int, dict[str, str]] = {version: {} for version in versions}
    if found:
        rows = Statement.objects.filter(~gone("text"), version__in=found)
        for version, statement, text in rows.values_list("version", "statement", "text"):
            found[version][statement] = text
    return found


def closed(summaries: QuerySet[Any, Any], at: datetime) -> set[tuple[str, int]]:
    """Commitments of sentences that are withheld or erased, each with the key of its summary. One query.
    What has lapsed at ``at`` is open."""
    rows = Statement.objects.filter(version__summary__in=summaries)
    rows = rows.exclude(text__state=TextState.OPEN).exclude(text__until__lte=at)
    return set(rows.values_list("text", "version__summary"))


def words_of(version: Version, statements: Collection[str]) -> dict[str, str]:
    """The words of those of a version's sentences that can be read. One query."""
    rows = Statement.objects.filter(version=version, statement__in=statements)
    return {row.statement: row.text.words for row in rows.select_related("text")}
