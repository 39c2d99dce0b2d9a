"""When the answer of a control case counts as known."""

from collections.abc import Mapping, Sequence

from college.committees.rules.tally import Choice, Ruling


def is_certified(
    answer: Choice, verdict: Ruling, cast: Mapping[str, Sequence[Choice]], *, provisional: bool
) -> bool:
    """Whether panels of all viewpoints came to the answer without being told it (bridging).

    ``cast``: viewpoint ('' for none) → the ballots of those who hold it. Of each viewpoint that voted more
    than half must agree; two stewards certify nothing.
    """
    if provisional or verdict.choice is not answer or not cast:
        return False
    return all(2 * sum(one is answer for one in votes) > len(votes) for votes in cast.values())
