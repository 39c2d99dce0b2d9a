"""Where the pages of a debate are: notices lead there. ``web`` has the same addresses, held by a test."""

#: What waits for the member on emergency duty.
EMERGENCY = "/emergency/"


def debate(slug: str) -> str:
    return f"/debates/{slug}/"


def viewpoint(slug: str, public_id: str) -> str:
    return f"/debates/{slug}/viewpoints/{public_id}/"


def frame(slug: str) -> str:
    return f"/debates/{slug}/frame/"


def contribution(slug: str, public_id: str) -> str:
    return f"/debates/{slug}/c/{public_id}/"


def brief(slug: str, public_id: str, page: int = 1) -> str:
    """The article is on the first page, and its remarks on all, by path: published files have no query."""
    own = f"/debates/{slug}/brief/{public_id}/"
    return own if page == 1 else f"{own}page/{page}/"


def remark(slug: str, public_id: str) -> str:
    return f"/debates/{slug}/remarks/{public_id}/"


def passage(slug: str, public_id: str) -> str:
    return f"/debates/{slug}/passages/{public_id}/"


def positions(slug: str) -> str:
    return f"/debates/{slug}/positions/"


def moderation(slug: str) -> str:
    return f"/debates/{slug}/moderation/"


def invitation(code: str) -> str:
    return f"/i/{code}/"


def case(public_id: str) -> str:
    """The whole story of a case of the committees."""
    return f"/committees/cases/{public_id}/"


def decision(public_id: str) -> str:
    """Why something was refused, merged, split or labelled, by its case; and the way to a second look."""
    return f"/decisions/{public_id}/"


def statement(public_id: str) -> str:
    """The statement of reasons for a restriction."""
    return f"/reasons/{public_id}/"
