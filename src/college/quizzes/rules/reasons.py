"""What stands in the place of a reason where nobody's can be read."""

from collections.abc import Sequence


def unsaid(confirmed: Sequence[bool]) -> str:
    """Which panels did not confirm. ``confirmed``: of each panel, A first, whether it did; empty where it was
    not panels that decided."""
    letters = [chr(ord("A") + at) for at, did in enumerate(confirmed) if not did]
    if not letters:
        return "Not everybody confirmed it who had to. No reason can be read."
    who = f"Panel {letters[0]}" if len(letters) == 1 else f"Panels {' and '.join(letters)}"
    return f"{who} did not confirm it. No reason can be read."
