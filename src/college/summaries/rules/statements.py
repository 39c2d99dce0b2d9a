"""What a statement of a draft must look like: one sentence on one line. People judge what it says."""

from college.ground.charter import Lengths, Limits
from college.ground.prose import clean
from college.ground.refusals import Refusal

#: Removed statements stay with their wordings; a draft is no place to keep thousands of them.
_KEPT_PER_STANDING = 4
#: Of one statement, kept for as long as the draft is. Each pause in typing saves one: room for weeks of
#: rewording by a whole team, and none for a script that saves without end.
_WORDINGS = 500


def worded(words: str, lengths: Lengths) -> str:
    """The words as they are kept, on one line, or a refusal. Statements of a section are told apart by line
    breaks (``rules.plain``), so none may hold one."""
    kept = one_line(words)
    if not kept:
        raise Refusal("summaries.statement.empty")
    if len(kept) > lengths.statement:
        raise Refusal("summaries.statement.too-long", length=len(kept), most=lengths.statement)
    return kept


def one_line(words: str) -> str:
    """Spaces of any kind become one space."""
    return " ".join(clean(words).split())


def one_more(standing: int, ever: int, limits: Limits) -> None:
    """Refuse a statement more than a draft may hold, removed ones counted apart."""
    if standing >= limits.statements:
        raise Refusal("summaries.statement.too-many", most=limits.statements)
    if ever >= limits.statements * _KEPT_PER_STANDING:
        raise Refusal("summaries.statement.kept-too-many", most=limits.statements)


def one_more_wording(wordings: int) -> None:
    """Refuse a wording more than anybody would look through."""
    if wordings >= _WORDINGS:
        raise Refusal("summaries.statement.wordings-too-many", most=_WORDINGS)


def one_more_link(links: int, limits: Limits) -> None:
    """Refuse a link more than anybody would follow."""
    if links >= limits.statement_links:
        raise Refusal("summaries.link.too-many", most=limits.statement_links)
