"""Versions on which members comment, through the room's own actions."""

from datetime import timedelta

from college.people.models import Member
from college.summaries.actions import comments
from college.summaries.models import Comment, Version
from college.summaries.rules.life import VersionState
from tests.factories.people import act_by
from tests.factories.readings import Shelf, make_shelf, make_version

SENTENCES = (
    ("s000000000001", "The old bridge carries eleven thousand cars a day."),
    ("s000000000002", "Closed means closed to private cars; buses would still cross."),
    ("s000000000003", "In the trial, waiting times rose from four to eleven minutes."),
)


def commented_shelf() -> Shelf:
    """A summary whose first version, certified, is the three sentences in one section."""
    shelf = make_shelf()
    write(shelf, dict(SENTENCES))
    return shelf


def write(
    shelf: Shelf, sentences: dict[str, str], *, state: VersionState = VersionState.CERTIFIED
) -> Version:
    """The next version: these sentences in one section."""
    lines = [(statement, words, ()) for statement, words in sentences.items()]
    return make_version(shelf, {"granted": lines}, state=state, certified=False)


def comment(
    shelf: Shelf,
    by: Member,
    *,
    exact: str = "eleven thousand cars",
    text: str = "That was counted on a market day.",
    version: Version | None = None,
    **given: object,
) -> Comment:
    """A member's comment on words of the newest version."""
    act = act_by(by, shelf.stand.at + timedelta(days=len(shelf.versions)))
    return comments.make_comment(
        act, version or shelf.versions[-1], exact=exact, text=text, **given
    )
