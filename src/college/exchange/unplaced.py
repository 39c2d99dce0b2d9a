"""Why something in an arriving file found no place, and the list it goes on."""

from collections import Counter
from enum import StrEnum

from college.debates.rules.briefs import Unplaced
from college.exchange.limits import ROWS_PER_REASON

EXCERPT = 2_000


class Reason(StrEnum):
    """Why a row is listed. Words for each are added at the edge."""

    BEFORE_ARTICLE = "before-article"
    NOT_ARTICLE = "not-article"
    BETWEEN_COMMENTS = "between-comments"
    AFTER_COMMENTS = "after-comments"
    #: A button or label of the page ("Reply"), listed once however often it stands there.
    PAGE_LABEL = "page-label"
    #: The page announces another number of comments than it holds. ``words`` is the announcement.
    COUNT_DIFFERS = "count-differs"
    #: The date names no real moment, may be read two ways, or is only "three days ago".
    NO_SUCH_DATE = "no-such-date"
    AMBIGUOUS_DATE = "ambiguous-date"
    RELATIVE_DATE = "relative-date"
    #: Two different comments bear one id: both are kept. Alike in everything: one is kept.
    DUPLICATE_ID = "duplicate-id"
    REPEATED = "repeated"
    #: The comment answered is not in the file, was left out, or the answers run in a circle.
    UNKNOWN_PARENT = "unknown-parent"
    REPLY_LOOP = "reply-loop"
    #: This reply and those beneath it stand at the deepest level that is kept.
    TOO_DEEP = "too-deep"
    #: Control characters or marks that turn the direction of writing were taken out.
    HIDDEN_MARKS = "hidden-marks"
    #: A script, frame or other active content; a link that is no web address.
    ACTIVE_CONTENT = "active-content"
    LINK_DROPPED = "link-dropped"
    #: Comments the source itself does not show: spam, trash, unapproved, deleted; pingbacks.
    NOT_PUBLISHED = "not-published"
    PINGBACK = "pingback"
    EMPTY_COMMENT = "empty-comment"
    #: Another article in the same file.
    OTHER_POST = "other-post"


class Leftovers:
    """Collects rows while a file is read. Long words are cut, long lists end in ``+n``."""

    def __init__(self) -> None:
        self._rows: list[Unplaced] = []
        self._seen: Counter[Reason] = Counter()
        self._labels: set[str] = set()

    def add(self, line: int, words: str, reason: Reason) -> None:
        self._seen[reason] += 1
        if self._seen[reason] <= ROWS_PER_REASON:
            short = words if len(words) <= EXCERPT else words[: EXCERPT - 1] + "…"
            self._rows.append(Unplaced(line or 0, short, reason))

    def add_label(self, line: int, words: str) -> None:
        if words not in self._labels:
            self._labels.add(words)
            self.add(line, words, Reason.PAGE_LABEL)

    def rows(self) -> tuple[Unplaced, ...]:
        """Every row in the order of the file."""
        more = [
            Unplaced(0, f"+{count - ROWS_PER_REASON}", reason)
            for reason, count in self._seen.items()
            if count > ROWS_PER_REASON
        ]
        return (*sorted(self._rows, key=lambda row: row.line), *more)
