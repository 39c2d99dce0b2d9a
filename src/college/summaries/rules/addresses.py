"""Where the pages of a summary are: notices lead there. ``web`` has the same addresses, held by a test."""


def summary(slug: str) -> str:
    return f"/debates/{slug}/summary/"


def version(slug: str, number: int) -> str:
    """One version, for ever; a statement of it: followed by ``#s-`` and its id."""
    return f"/debates/{slug}/summary/v/{number}/"


def changes(slug: str, number: int) -> str:
    """What a version changed in the one before it."""
    return f"{version(slug, number)}changes/"


def coverage(slug: str, number: int = 0) -> str:
    """Of a version; without a number: of the newest certified one."""
    return f"{version(slug, number) if number else summary(slug)}coverage/"


def desk(slug: str) -> str:
    return f"/debates/{slug}/summary/desk/"


def drafts(slug: str) -> str:
    return f"/debates/{slug}/summary/drafts/"


def settle(slug: str) -> str:
    return f"/debates/{slug}/summary/settle/"


def attest(slug: str) -> str:
    """Where a viewpoint's delegate says whether the newest version is fair, and editors answer."""
    return f"/debates/{slug}/summary/attest/"


def turns(slug: str) -> str:
    """What the debate turns on."""
    return f"/debates/{slug}/summary/turns/"


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
