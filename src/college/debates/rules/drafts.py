"""Two drafts, written independently: who may write one, and when they can be read."""

from college.debates.rules import wordings
from college.ground.charter import Lengths, Limits
from college.ground.refusals import Refusal

DRAFTS = 2


def side(written: int) -> int:
    """1 for the first draft, 2 for the second; a third is refused."""
    if written >= DRAFTS:
        raise Refusal("debates.draft.both-there")
    return written + 1


def is_readable(written: int, *, own: bool) -> bool:
    """A draft is hidden from all but its author until both are in."""
    return own or written >= DRAFTS


def viewpoints(names: list[str], lengths: Lengths, limits: Limits) -> list[str]:
    """The viewpoints a draft lists, tidied: at least two, none twice, none empty."""
    kept = [tidy for name in names if (tidy := wordings.one_line(name))]
    longest = lengths.viewpoint_name * 2  # a draft names a viewpoint and may say a word more
    if any(len(name) > longest for name in kept):
        raise Refusal("debates.draft.name-too-long", most=longest)
    if len({name.casefold() for name in kept}) != len(kept):
        raise Refusal("debates.draft.viewpoint-twice")
    if not DRAFTS <= len(kept) <= limits.viewpoints:
        raise Refusal("debates.draft.viewpoints", least=DRAFTS, most=limits.viewpoints)
    return kept
