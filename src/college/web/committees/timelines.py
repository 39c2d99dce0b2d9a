"""A case's course as moments in the order of time, each in a sentence."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from college.committees.events.cases import (
    CaseAppealed,
    CaseWithdrawn,
    VerdictEnacted,
    VerdictGiven,
)
from college.committees.queries.stories import DrawStory, Story
from college.committees.rules.areas import Procedure, SizeName
from college.committees.rules.feasibility import Unmet
from college.committees.rules.ladder import CaseState, Step
from college.web.committees.outcomes import decided, said
from college.web.words import word

if TYPE_CHECKING:
    from college.committees.models import StewardVote
    from college.record.models import Entry


@dataclass(frozen=True, slots=True)
class Moment:
    """``title`` is what happened; ``note`` adds to it; ``link`` leads on, in ``link_words``.

    ``ahead``: it is still to come.
    """

    at: datetime
    title: str
    note: str = ""
    link: str = ""
    link_words: str = ""
    ahead: bool = False


def moments(story: Story, entries: Sequence["Entry"], *, now: datetime) -> list[Moment]:
    """What is public of a case's course so far, and what is due next.

    ``entries`` of the record tell every verdict, also one that a second look has turned since.
    """
    found = [
        *_told(story),
        *(one for draw in story.draws for one in _of_draw(story, draw)),
        *(one for entry in entries for one in _of_entry(story, entry)),
    ]
    # What happened at one moment stays in this order: rulings come before the verdict they make.
    found.sort(key=lambda one: one.at)
    return [*found, *_ahead(story, now)]


def step_words(draw: DrawStory) -> str:
    """What a draw is called on a page."""
    return {
        Step.FIRST: _("The first panels"),
        Step.REVIEW: _("The review"),
        Step.RETRIAL: _("The re-trial"),
    }[draw.step]


def _told(story: Story) -> Iterator[Moment]:
    case = story.case
    procedure = Procedure(case.procedure)
    unnamed = _("Who asked is not told: the panels judge the text, not the asker.")
    yield Moment(
        case.opened_at,
        _("It was asked"),
        unnamed if procedure is Procedure.CONDUCT else "",
    )
    for vote in story.votes:
        yield _vote(procedure, vote)


def _of_entry(story: Story, entry: "Entry") -> Iterator[Moment]:
    """What an entry about the case tells of its end."""
    data = json.loads(bytes(entry.body))["data"]
    link = f"/record/entries/{entry.position}/" if entry.position is not None else ""
    if entry.kind == VerdictGiven.kind:
        ground = "" if data["ground"] == "none" else data["ground"]
        yield Moment(
            entry.at,
            _("Verdict: %s") % decided(Procedure(story.case.procedure), data["verdict"], ground),
            _("Decided by two stewards, and provisional.") if data["provisional"] else "",
            link,
            _("Its entry and receipt"),
        )
    elif entry.kind == VerdictEnacted.kind:
        note = _("By the room that asked, as an entry of its own says.")
        yield Moment(
            entry.at, _("The verdict was carried out"), note, link, _("Its entry and receipt")
        )
    elif entry.kind == CaseAppealed.kind:
        yield Moment(
            entry.at,
            _("A second look was asked for"),
            _("Free, once: a fresh, larger panel, on which nobody of the first ones sits."),
        )
    elif entry.kind == CaseWithdrawn.kind:
        yield Moment(entry.at, _("Nobody asks any more: the case was withdrawn"))


def _vote(procedure: Procedure, vote: "StewardVote") -> Moment:
    ticked = said(procedure, vote.choice, vote.ground)
    return Moment(
        vote.at,
        _("%(name)s, a steward, voted in the open: %(vote)s")
        % {"name": vote.member.public_name, "vote": ticked},
        vote.reason.words,
    )


def _of_draw(story: Story, draw: DrawStory) -> Iterator[Moment]:
    name, anchor = step_words(draw), f"#draw-{draw.number}"
    if draw.epoch.sealed_at and draw.epoch.sealed_at >= draw.filed_at:
        yield Moment(
            draw.epoch.sealed_at,
            _("%s: the draw was announced, sealed") % name,
            _(
                "Who can be drawn, who may not sit and which seats there are was fixed before anybody "
                "could know the seed."
            ),
        )
    if draw.unmet and draw.drawn_at:
        yield Moment(
            draw.drawn_at,
            _("%s: nobody could be seated") % name,
            _("Redundancy not met: %s.") % word(Unmet(draw.unmet)),
        )
    elif draw.drawn_at:
        yield Moment(
            draw.drawn_at,
            _("%(step)s: the seats were drawn, size “%(size)s”")
            % {"step": name, "size": word(SizeName(draw.size))},
            link=f"/committees/cases/{story.case.public_id}/draw/{draw.number}/"
            if draw.is_open
            else "",
            link_words=_("Draw it again"),
        )
    if draw.drawn_at and not draw.is_open:
        return
    for panel in draw.panels:
        title = _("Panel %s ruled") % panel.letter if panel.letter else _("%s ruled") % name
        yield Moment(
            panel.ruled_at,
            title,
            decided(Procedure(story.case.procedure), panel.ruling.choice, panel.ruling.ground),
            anchor,
            _("Each ballot, with its reason"),
        )


def _ahead(story: Story, now: datetime) -> Iterator[Moment]:
    case = story.case
    waiting = next((d for d in story.draws if not d.is_open and d.decided_at is None), None)
    if case.state == CaseState.STEWARDS and case.stewards_until:
        yield Moment(
            case.stewards_until,
            _("Unless two stewards have agreed by then, everything stays"),
            ahead=True,
        )
    elif waiting is not None and waiting.drawn_at is None:
        yield Moment(
            waiting.epoch.ends_at,
            _("%s: the seats are drawn, when the seed is known") % step_words(waiting),
            ahead=True,
        )
    elif waiting is not None:
        cast = ngettext(
            "%(n)s ballot is sealed so far.",
            "%(n)s ballots are sealed so far.",
            waiting.sealed_ballots,
        ) % {"n": waiting.sealed_ballots}
        passed = ngettext(
            "%(n)s seat has passed on.", "%(n)s seats have passed on.", waiting.changes
        ) % {"n": waiting.changes}
        yield Moment(
            now,
            _("%s: sitting") % step_words(waiting),
            f"{cast} {passed} "
            + _("Who sits, and what was voted, is opened when the case closes."),
            ahead=True,
        )
    if case.verdict and case.enacted_at is None and case.effect_due_at:
        yield Moment(case.effect_due_at, _("The verdict takes effect"), ahead=True)
