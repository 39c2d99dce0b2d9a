"""Balance by viewpoint: no side's arguments are asked about more often than another's, but for one item."""

from collections.abc import Mapping

from college.ground.refusals import Refusal

#: How many items more than the viewpoint with fewest a viewpoint may have.
MOST_AHEAD = 1


def check(counts: Mapping[str, int], viewpoint: str) -> None:
    """Refuse (``quizzes.item.unbalanced``) one more item about a viewpoint that is ahead already.

    ``counts``: of every viewpoint of the debate, how many items in ``life.BALANCED`` ask about it.
    ``viewpoint``: a public id; empty: the item asks about all alike, and counts for none.
    """
    if not viewpoint:
        return
    after = {**counts, viewpoint: counts.get(viewpoint, 0) + 1}
    ahead = after[viewpoint] - min(after.values())
    if ahead > MOST_AHEAD:
        raise Refusal("quizzes.item.unbalanced", ahead=ahead)


def may_release(counts: Mapping[str, int], alike: int, fewest: int) -> bool:
    """Whether a balanced mini-quiz of at least ``fewest`` items can be drawn, with every viewpoint in it.

    ``counts``: of every viewpoint, how many live items ask about it; ``alike``: live items about all.
    """
    least = min(counts.values(), default=0)
    drawn = sum(min(number, least + MOST_AHEAD) for number in counts.values())
    return least > 0 and drawn + alike >= fewest
