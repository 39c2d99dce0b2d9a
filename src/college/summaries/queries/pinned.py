"""The words that links pin, for those that were reworded since."""

from college.summaries.models import DraftLink
from college.summaries.queries.drafts import Board


def pinned_words(board: Board) -> dict[int, str]:
    """The wording that was linked, by the link's key, for the stale links of a board; empty where it is
    withheld or erased. One query, none without stale links."""
    stale = [
        link.key
        for part in board.parts
        for line in part.lines
        for link in line.links
        if link.stale and not link.gone
    ]
    if not stale:
        return {}
    rows = DraftLink.objects.filter(pk__in=stale).select_related("pinned__text")
    return {row.pk: row.pinned.text.words if row.pinned.text.is_open else "" for row in rows}
