"""Where the pages of a summary are: notices lead there. ``web`` has the same addresses, held by a test."""


def summary(slug: str) -> str:
    return f"/debates/{slug}/summary/"


def desk(slug: str) -> str:
    return f"/debates/{slug}/summary/desk/"


def drafts(slug: str) -> str:
    return f"/debates/{slug}/summary/drafts/"


def settle(slug: str) -> str:
    return f"/debates/{slug}/summary/settle/"


def turns(slug: str) -> str:
    """What the debate turns on."""
    return f"/debates/{slug}/summary/turns/"


def crux(slug: str, public_id: str) -> str:
    return f"/debates/{slug}/summary/turns/{public_id}/"


def reopening(slug: str, public_id: str) -> str:
    return f"/debates/{slug}/summary/reopenings/{public_id}/"


def comments(slug: str) -> str:
    """What members comment, those whose words are gone too, and each side's room."""
    return f"/debates/{slug}/summary/comments/"


def comment(slug: str, public_id: str) -> str:
    return f"/debates/{slug}/summary/comments/{public_id}/"


def commenting(slug: str) -> str:
    """The form; followed by a statement's id and a slash, on that statement."""
    return f"/debates/{slug}/summary/comment/"
