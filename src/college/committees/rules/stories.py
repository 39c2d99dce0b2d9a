"""The documents in which a closed case is told (spec/draw.md §5)."""

STORY = "college-story-v1"
CHANGE = "college-change-v1"


def change_document(
    *, seat: str, ground: str, at: str, new_seat: str, new_place: str, fallback: bool
) -> dict[str, object]:
    """Somebody leaves a seat, and the next of the same hand takes it, or nobody (empty ids)."""
    return {
        "v": CHANGE,
        "seat": seat,
        "ground": ground,
        "at": at,
        "new_seat": new_seat,
        "new_place": new_place,
        "fallback": fallback,
    }
