"""The reading order of a debate: structure first, then time.

Every place has a path, so that reading on from any place is one comparison: the parent's path and one
step of eight characters. A step is ``0`` and the order of a premise; or ``1`` and the number under which
the contribution arrived; or ``2`` and that number for what is kept beside the thread (definitions).
Paths are compared as plain strings. Nothing in them weighs what is said.
"""

from dataclasses import dataclass

#: What the thread of a debate begins and ends with, as bounds of its paths.
FIRST, LAST = "1", "2"
#: Greater than the first character of any step, in every collation.
_AFTER_ALL = "3"
#: Deeper replies are read directly after what they reply to, without further indentation.
DEEPEST = 24
STEP = 8
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Place:
    """``depth`` is 0 for what stands at the top."""

    path: str
    depth: int


def top(arrival: int) -> Place:
    return Place(_step("1", arrival), 0)


def beside(arrival: int) -> Place:
    """A place after all claims: what is said about a definition stands below it, as below a claim."""
    return Place(_step("2", arrival), 0)


def below(parent: Place, arrival: int) -> Place:
    """The place of a contribution that is about what stands at ``parent``."""
    return _below(parent, _step("1", arrival))


def premise(argument: Place, order: int) -> Place:
    """The place of a premise: before everything that is said about its argument."""
    return _below(argument, _step("0", order))


def above(path: str) -> list[str]:
    """The paths of all places that ``path`` stands under, the top first."""
    return [path[:end] for end in range(STEP, len(path), STEP)]


def is_premise(path: str) -> bool:
    """Whether it is as a premise that something stands at ``path``."""
    return path[-STEP : -STEP + 1] == "0"


def within(path: str) -> tuple[str, str]:
    """The bounds of everything that stands below ``path``."""
    return path, path + _AFTER_ALL


def _below(parent: Place, step: str) -> Place:
    if parent.depth < DEEPEST:
        return Place(parent.path + step, parent.depth + 1)
    return Place(parent.path[:-STEP] + step, parent.depth)


def _step(group: str, number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return group + digits.zfill(STEP - 1)
