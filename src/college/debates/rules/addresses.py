"""Where the pages of a debate are: notices lead there. ``web`` has the same addresses, held by a test."""


def debate(slug: str) -> str:
    return f"/debates/{slug}/"


def viewpoint(slug: str, public_id: str) -> str:
    return f"/debates/{slug}/viewpoints/{public_id}/"


def frame(slug: str) -> str:
    return f"/debates/{slug}/frame/"


def contribution(slug: str, public_id: str) -> str:
    return f"/debates/{slug}/c/{public_id}/"
