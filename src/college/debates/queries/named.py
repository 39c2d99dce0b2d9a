"""What a public id of the record stands for: the page it has and the first words that are open there."""

from collections.abc import Collection
from dataclasses import dataclass
from textwrap import shorten

from django.db.models import F, Q, Value

from college.debates.models import (
    Brief,
    Contribution,
    Debate,
    EvidenceLabel,
    Merger,
    Objection,
    Passage,
    Position,
    Remark,
    Report,
    Restriction,
    Split,
    Viewpoint,
)
from college.debates.queries.questions import newest_wordings
from college.debates.rules import addresses
from college.debates.rules.briefs import Rights
from college.debates.rules.kinds import State

_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Named:
    """``words`` are empty where they are gone, not shown, or never were."""

    path: str
    words: str


def named(public_ids: Collection[str]) -> dict[str, Named]:
    """Debates, viewpoints, contributions, briefs with their passages and remarks, positions, and what was
    asked of the committees, by their public ids; what is none of these is left out. Ten queries, however
    many ids; none without ids."""
    ids = set(public_ids)
    if not ids:
        return {}
    return {
        **_debates(ids),
        **_viewpoints(ids),
        **_contributions(ids),
        **_briefs(ids),
        **_sources(ids),
        **_positions(ids),
        **_asked(ids),
    }


def _debates(ids: set[str]) -> dict[str, Named]:
    found = {
        public_id: Named(addresses.debate(slug), "")
        for public_id, slug in Debate.objects.filter(public_id__in=ids).values_list(
            "public_id", "slug"
        )
    }
    worded = newest_wordings().filter(debate__public_id__in=ids)
    return found | {
        row.debate.public_id: Named(addresses.debate(row.debate.slug), _first(row.text.words))
        for row in worded
    }


def _viewpoints(ids: set[str]) -> dict[str, Named]:
    rows = (
        Viewpoint.objects.filter(public_id__in=ids)
        .order_by("wordings__number")
        .values_list("public_id", "debate__slug", "wordings__name__body", "wordings__name__state")
    )
    return {
        public_id: Named(addresses.viewpoint(slug, public_id), _open(body, state))
        for public_id, slug, body, state in rows
    }


def _contributions(ids: set[str]) -> dict[str, Named]:
    rows = Contribution.objects.filter(public_id__in=ids, revisions__number=F("head")).values_list(
        "public_id", "debate__slug", "state", "revisions__text__body", "revisions__text__state"
    )
    return {
        public_id: Named(
            addresses.contribution(slug, public_id),
            _open(body, state) if standing == State.STANDING else "",
        )
        for public_id, slug, standing, body, state in rows
    }


def _briefs(ids: set[str]) -> dict[str, Named]:
    rows = Brief.objects.filter(public_id__in=ids).values_list(
        "public_id", "debate__slug", "title__body", "title__state"
    )
    return {
        public_id: Named(addresses.brief(slug, public_id), _open(body, state))
        for public_id, slug, body, state in rows
    }


def _sources(ids: set[str]) -> dict[str, Named]:
    """Passages, with words only where everybody may read them, and remarks."""
    columns = ("public_id", "brief__debate__slug", "text__body", "text__state")
    may_read = Q(quoted_at__isnull=False) | Q(brief__rights=Rights.FULL)
    passages = Passage.objects.filter(public_id__in=ids)
    shown = set(passages.filter(may_read).values_list("public_id", flat=True))
    found = {
        public_id: Named(
            addresses.passage(slug, public_id), _open(body, state) if public_id in shown else ""
        )
        for public_id, slug, body, state in passages.values_list(*columns)
    }
    return found | {
        public_id: Named(
            addresses.remark(slug, public_id), "" if restricted else _open(body, state)
        )
        for public_id, slug, body, state, restricted in Remark.objects.filter(
            public_id__in=ids
        ).values_list(*columns, "restricted_at")
    }


def _positions(ids: set[str]) -> dict[str, Named]:
    rows = Position.objects.filter(public_id__in=ids).values_list(
        "public_id", "debate__slug", "label__body", "label__state"
    )
    return {
        public_id: Named(f"{addresses.positions(slug)}#pos-{public_id}", _open(body, state))
        for public_id, slug, body, state in rows
    }


def _asked(ids: set[str]) -> dict[str, Named]:
    """A restriction leads to its statement of reasons; everything else to the case that hears it."""
    tables = (Restriction, Report, Objection, Merger, Split, EvidenceLabel)
    rows = [
        table.objects.filter(public_id__in=ids, **{f"{to_case}__isnull": False}).values_list(
            "public_id", f"{to_case}__public_id", Value(table is Restriction)
        )
        for table in tables
        for to_case in ["hearing__case" if table is Report else "case"]
    ]
    return {
        public_id: Named(addresses.statement(public_id) if restricts else addresses.case(case), "")
        for public_id, case, restricts in rows[0].union(*rows[1:])
    }


def _open(body: bytes | None, state: str | None) -> str:
    return _first(bytes(body).decode()) if body is not None and state == "open" else ""


def _first(words: str) -> str:
    return shorten(words, _LONGEST, placeholder="…")
