"""From ballots to a ruling, from rulings to a verdict (``spec/tally.md`` sections 1 and 2), by another hand.

A vote is a pair of choice and ground, and so is a ruling: ``("keep", "")``, ``("grant", "spam")``.
"""

from collections import Counter

Vote = tuple[str, str]
KEPT: Vote = ("keep", "")
#: The procedure on which every viewpoint has a seat, and every seat must grant.
BY_EVERY_SIDE = "key"
_ONE_WAVE_ABOVE = 5


def ruling(votes: list[Vote], threshold: int) -> Vote:
    """What a panel came to with these ballots."""
    on = Counter(ground for choice, ground in votes if choice == "grant")
    enough = [ground for ground in on if on[ground] >= threshold]
    return ("grant", min(enough)) if enough else KEPT


def is_settled(votes: list[Vote], threshold: int, outstanding: int) -> bool:
    """Whether nothing that is outstanding can change what a panel came to."""
    if ruling(votes, threshold) != KEPT:
        return True
    on = Counter(ground for choice, ground in votes if choice == "grant")
    return max(on.values(), default=0) + outstanding < threshold


def first_wave(seats: int, threshold: int) -> int:
    """How many seats of a panel are called first."""
    return seats if seats > _ONE_WAVE_ABOVE else max(threshold, seats - threshold + 1)


def verdict(procedure: str, rulings: list[Vote]) -> Vote | None:
    """What panels of one mind came to; ``None`` if they differ, and a review has to decide.

    On a key there is no review: panels that differ keep.
    """
    if len(set(rulings)) == 1:
        return rulings[0]
    return KEPT if procedure == BY_EVERY_SIDE else None


def of_stewards(votes: list[Vote]) -> Vote:
    """What the first two open votes come to."""
    return votes[0] if len(votes) >= 2 and votes[0] == votes[1] else KEPT
