"""Members' comments: those of a version, one by itself, those whose place its author is asked about."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from college.debates.queries.badges import Badge, badges
from college.debates.queries.viewpoints import shown
from college.people.models import Member
from college.summaries.models import Anchor, Comment, Version
from college.summaries.queries.comment_hearings import Heard, of_comments
from college.summaries.queries.plain import places_of
from college.summaries.rules import addresses, selectors
from college.summaries.rules.life import AnchorHow, CommentState, VersionState
from college.summaries.rules.plain import Sentences, blanked
from college.summaries.rules.selectors import Selector

if TYPE_CHECKING:
    from college.record.models import Text

#: Behind every viewpoint: those who hold none share one room, and it is the last.
_LAST = 1_000


@dataclass(frozen=True, slots=True)
class Shown:
    """A comment where it stands in a version.

    ``viewpoint``: ``None`` of the undecided. ``statement``: the id of the one in which it begins; empty for
    an orphan. ``start``: its place in the plain text of version ``number``. ``selector``: its exact words
    there and what is around them; ``None`` for an orphan, and where they are withheld or erased (``closed``).
    """

    public_id: str
    url: str
    viewpoint: Badge | None
    author_name: str
    author_url: str
    text: "Text"
    at: datetime
    state: CommentState
    how: AnchorHow
    number: int
    statement: str
    start: int
    selector: Selector | None
    closed: bool
    heard: tuple[Heard, ...]

    @property
    def is_orphaned(self) -> bool:
        return self.how is AnchorHow.ORPHANED

    @property
    def is_hidden(self) -> bool:
        """Whether a notice stands before its words."""
        return any(heard.hides for heard in self.heard)


def newest(slug: str) -> Version | None:
    """The version of a debate's summary that members read and comment: the newest. One query."""
    rows = Version.objects.filter(summary__debate__slug=slug).select_related("summary__debate")
    return rows.exclude(state=VersionState.RETURNED).order_by("-number").first()


def of_version(version: Version) -> list[Shown]:
    """All but those taken back: sentence by sentence, sides in the debate's shuffled order, then by place;
    orphans last, in the same order. Six queries, whatever their number."""
    rows = _anchors().filter(version=version).exclude(comment__state=CommentState.WITHDRAWN)
    found = _shown(version, list(rows.order_by("comment_id")))
    order = {one.viewpoint.pk: place for place, one in enumerate(shown(version.summary.debate))}
    places: dict[str, int] = {}
    for comment in sorted(found, key=lambda one: (one.is_orphaned, one.start)):
        places.setdefault(comment.statement, len(places))

    def key(one: Shown) -> tuple[int, int, int, datetime]:
        side = order.get(one.viewpoint.key, _LAST - 1) if one.viewpoint else _LAST
        return (places[one.statement], side, one.start, one.at)

    return sorted(found, key=key)


def one(slug: str, public_id: str) -> Shown | None:
    """A comment in the newest version in which it has a place, or has none any more. Five queries."""
    anchor = anchor_of(slug, public_id)
    return shown_at(anchor) if anchor is not None else None


def shown_at(anchor: Anchor) -> Shown:
    """A comment as it stands by one of its anchors. Four queries."""
    return _shown(anchor.version, [anchor])[0]


def anchor_of(slug: str, public_id: str) -> Anchor | None:
    """The newest of a comment, with the comment and the version. One query."""
    rows = _anchors().filter(comment__public_id=public_id, comment__summary__debate__slug=slug)
    return rows.order_by("-version__number").first()


def to_confirm(member: Member) -> list[Shown]:
    """Comments of a member that may belong where they were put: they are asked. Five queries a version."""
    rows = _anchors().filter(
        comment__author=member, comment__state=CommentState.STANDING, how=AnchorHow.PROPOSED
    )
    waiting: dict[int, list[Anchor]] = {}
    for row in rows.order_by("version_id", "comment_id"):
        waiting.setdefault(row.version_id, []).append(row)
    return [one for anchors in waiting.values() for one in _shown(anchors[0].version, anchors)]


def _anchors() -> QuerySet[Anchor]:
    return Anchor.objects.select_related(
        "comment__text", "comment__author", "comment__viewpoint", "version__summary__debate"
    )


def _shown(version: Version, rows: list[Anchor]) -> list[Shown]:
    """Four queries."""
    places = places_of(version)
    text = blanked(places.whole, places.closed)
    known = badges({_side(row.comment) for row in rows} - {0})
    heard = of_comments([row.comment_id for row in rows])
    slug = version.summary.debate.slug
    sentences = Sentences(places.whole)
    found = []
    for row in rows:
        untold = row.end is not None and row.end > places.told_until
        over = [] if row.start is None or untold else sentences.over(row.start, row.end)
        gone = untold or not places.closed.isdisjoint(over)
        chosen = None if gone or not over else selectors.at(text, row.start, row.end)
        found.append(
            Shown(
                public_id=row.comment.public_id,
                url=addresses.comment(slug, row.comment.public_id),
                viewpoint=known.get(_side(row.comment)),
                author_name=row.comment.author.public_name,
                author_url=f"/members/{row.comment.author.public_id}/",
                text=row.comment.text,
                at=row.comment.at,
                state=CommentState(row.comment.state),
                how=AnchorHow(row.how),
                number=version.number,
                statement=over[0] if over else "",
                start=row.start or 0,
                selector=chosen,
                closed=gone,
                heard=heard.get(row.comment_id, ()),
            )
        )
    return found


def _side(comment: Comment) -> int:
    """The key of the viewpoint it was made for, or of the one that is part of now; 0: undecided."""
    viewpoint = comment.viewpoint
    return (viewpoint.merged_into_id or viewpoint.pk) if viewpoint is not None else 0
