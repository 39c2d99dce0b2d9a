"""Full-text search: SQLite's FTS5 or PostgreSQL's text search, asked the same questions.

What people type never reaches either as a query: it is cut into words first. Results are in the order of
time, newest first; only the few claims offered to a writer are chosen by likeness (never ordered by it).
"""

import re
from dataclasses import dataclass
from itertools import combinations

from django.db import connection

from college.debates.models import Debate
from college.debates.rules.kinds import Kind

PAGE = 20
SIMILAR = 5
_MOST_WORDS = 24
#: So many words of a sentence are looked for two by two.
_MOST_PAIRED = 10
_WORD = re.compile(r"\w+")
#: English words that nearly every sentence shares: no sign that two are alike.
_COMMON = frozenset(
    "a about all an and any are as at be been but by can do does for from had has have he her his how i"
    " if in into is it its may me more most my no nor not of on one or our out she should so some such"
    " than that the their them then there these they this those to too up us was we were what when where"
    " which who whom why will with would you your".split()
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that holds the words. ``key`` is what to read on from."""

    key: int
    kind: str
    subject: str
    debate_id: int


def words_of(typed: str) -> list[str]:
    """The words of what somebody typed, at most ``_MOST_WORDS``: letters and digits only."""
    return [word[:60] for word in _WORD.findall(typed)[:_MOST_WORDS]]


def search(
    typed: str,
    *,
    debate: Debate | None = None,
    kind: str = "",
    before: int | None = None,
    size: int = PAGE,
) -> list[Hit]:
    """Texts that hold all the words, newest first, ``size`` + 1 at most. One query, or none without words."""
    words = words_of(typed)
    if not words:
        return []
    match, params = _match(words, debate, kind, every=True)
    sql = f"{_SELECT[connection.vendor]} {match} AND t.state = 'open'"
    if before is not None:
        sql, params = f"{sql} AND s.id < %s", [*params, before]
    return _hits(f"{sql} ORDER BY s.id DESC LIMIT %s", [*params, size + 1])


def similar(typed: str, *, debate: Debate, size: int = SIMILAR) -> list[Hit]:
    """The claims of a debate most like the words, in the order of time. One query, or none.

    One word in common says nothing: two that matter have to be, unless no more were typed.
    """
    said = dict.fromkeys(word.casefold() for word in words_of(typed))
    words = [word for word in said if word not in _COMMON][:_MOST_PAIRED]
    if not words:
        return []
    match, params = _match_two(words, debate)
    rank, ranked = _RANK[connection.vendor]
    of_rank = _tsquery(words, every=False) if ranked else ("", [])
    sql = (
        f"{_SELECT[connection.vendor]} {match} AND t.state = 'open'"
        f" ORDER BY {rank.format(query=of_rank[0])}, s.id LIMIT %s"
    )
    return sorted(_hits(sql, [*params, *of_rank[1], size]), key=lambda hit: hit.key)


_SELECT = {
    "sqlite": """
        SELECT s.id, s.kind, s.subject, s.debate_id FROM debates_words
        JOIN debates_searched s ON s.id = debates_words.rowid
        JOIN record_text t ON t.commitment = s.text_id
        WHERE""",
    "postgresql": """
        SELECT s.id, s.kind, s.subject, s.debate_id FROM debates_searched s
        JOIN record_text t ON t.commitment = s.text_id
        WHERE""",
}
_RANK = {
    "sqlite": ("bm25(debates_words, 0.0, 1.0)", False),
    "postgresql": ("ts_rank_cd(s.words, {query}) DESC", True),
}


def _match_two(words: list[str], debate: Debate) -> tuple[str, list[object]]:
    """Claims of the debate with at least two of the words; with the word where there is but one."""
    pairs = list(combinations(words, 2))
    if not pairs:
        return _match(words, debate, Kind.CLAIM, every=True)
    found = [_match([*pair], debate, Kind.CLAIM, every=True) for pair in pairs]
    if connection.vendor == "sqlite":
        return "debates_words MATCH %s", [" OR ".join(f"({params[0]})" for _, params in found)]
    asked = [_tsquery([*pair], every=True) for pair in pairs]
    query = " || ".join(f"({part})" for part, _ in asked)
    params = [param for _, params in asked for param in params]
    sql = f"s.words @@ ({query}) AND s.debate_id = %s AND s.kind = %s"
    return sql, [*params, debate.pk, str(Kind.CLAIM)]


def _match(
    words: list[str], debate: Debate | None, kind: str, *, every: bool
) -> tuple[str, list[object]]:
    if connection.vendor == "sqlite":
        return "debates_words MATCH %s", [_fts5(words, debate, kind, every=every)]
    query, params = _tsquery(words, every=every)
    sql = f"s.words @@ ({query})"
    if debate is not None:
        sql, params = f"{sql} AND s.debate_id = %s", [*params, debate.pk]
    if kind:
        sql, params = f"{sql} AND s.kind = %s", [*params, str(kind)]
    return sql, params


def _fts5(words: list[str], debate: Debate | None, kind: str, *, every: bool) -> str:
    """Every word a string in FTS5's double quotes: nothing in it is syntax. ``\\w`` holds no quote."""
    said = (" AND " if every else " OR ").join(f'"{word}"' for word in words)
    place = [f'"d{debate.pk}"'] if debate is not None else []
    place += [f'"k{kind}"'] if kind else []
    where = f"place : ({' AND '.join(place)}) AND " if place else ""
    return f"{where}words : ({said})"


def _tsquery(words: list[str], *, every: bool) -> tuple[str, list[object]]:
    """A word is found by its stem or as it stands; a stop word, which has no stem, as it stands."""
    one = "(plainto_tsquery('english', %s) || plainto_tsquery('simple', %s))"
    return (" && " if every else " || ").join([one] * len(words)), [w for w in words for _ in "12"]


def _hits(sql: str, params: list[object]) -> list[Hit]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [Hit(*row) for row in cursor.fetchall()]
