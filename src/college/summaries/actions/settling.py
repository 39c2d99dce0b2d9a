"""Agree on the sections of a summary, or ask panels; when all are settled, a version is made."""

from collections.abc import Iterable

from django.db import transaction

from college.committees.actions import cases
from college.committees.models import Case
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.debates.actions.asking import open_in
from college.debates.actions.locking import locked
from college.debates.models import Viewpoint
from college.debates.queries import delegates, labels
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.actions.notices import settle as settle_notice
from college.people.actions.notices import tell_once
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit_plain
from college.summaries.actions import versions
from college.summaries.actions.carrying import put_back
from college.summaries.actions.summaries import count, overdue, tell_editors
from college.summaries.events.settling import SectionAsked, SectionSettled, SectionSigned
from college.summaries.models import SectionSignature, SettledSection, Summary
from college.summaries.permissions import require
from college.summaries.queries import drafts, editors, settling
from college.summaries.queries.sections import section_of
from college.summaries.queries.summaries import by_id, due
from college.summaries.rules import addresses
from college.summaries.rules.life import Side, SummaryState, Take
from college.summaries.rules.sections import Section, SectionKind, sections
from college.summaries.rules.settling import GROUNDS, RULE, agreed, left, taken


@transaction.atomic
def sign_section(act: Act, summary: Summary, *, section: Section, take: Take) -> SectionSignature:
    """Sign for one's team what it takes of a section; when the other has signed the same, it is settled.

    A third text is signed as it is now: once it is changed, it needs both signatures again. A later signature
    replaces the team's earlier one; the same again changes nothing.
    """
    member = acting_member(act)
    debate = locked(summary.debate)
    now = by_id(summary.public_id)
    if now is None:
        raise Refusal("summaries.summary.none")
    require("may_settle", member, now)
    viewpoint = _viewpoint(now, section)
    if settling.row_of(now, section) is not None:
        raise Refusal("summaries.section.settled-already")
    third = settling.third(now, section)
    if take is Take.THIRD and not third.statements:
        raise Refusal("summaries.section.no-third-text")
    seat = editors.seat_of(member, now)
    side = seat.side if seat is not None else 0
    digest = third.digest if take is Take.THIRD else ""
    mine = settling.signatures(now, section).filter(side=side).first()
    if mine is None or (mine.take, mine.digest) != (take, digest):
        refuse_haste(act)
        settling.signatures(now, section).filter(side=side).update(replaced_at=act.at)
        mine = SectionSignature.objects.create(
            summary=now,
            round=now.round,
            section=section.kind,
            viewpoint=viewpoint,
            side=side,
            take=take,
            digest=digest,
            by=member,
            at=act.at,
        )
        event = SectionSigned(
            summary=now.public_id,
            round=now.round,
            section=section.kind.value,
            viewpoint=section.viewpoint,
            side=side,
            take=take.value,
        )
        append(act, event, subject=debate.public_id)
        count(now)
        _tell_other(act, now, side)
    both = agreed(settling.signed(now, section), third=third.digest)
    if both is not None:
        _settle(act, now, section, both)
        _finish(act, now)
    return mine


def ask_due(act: Act) -> int:
    """Summaries whose time for settling is over; how many went to panels, or on."""
    rows = due(SummaryState.SETTLING).filter(until__lte=act.at)
    return sum(ask_panels(act, summary) for summary in rows)


@transaction.atomic
def ask_panels(act: Act, summary: Summary) -> bool:
    """The time is over: put to panels each section of which two texts are left; the others stand."""
    now = overdue(act, summary, SummaryState.SETTLING)
    if now is None:
        return False
    texts = settling.words_of_both(now)
    returned = settling.returned(now)
    count(now, until=None)
    for section in settling.unsettled(now):
        first, second = texts[section]
        end = left(first, second, returned=returned is not None)
        if end is None:
            _ask(act, now, section, [first, second])
            continue
        if returned is not None:
            viewpoint = _viewpoint(now, section)
            key = viewpoint.pk if viewpoint else None
            joint = drafts.of_side(now, Side.JOINT)
            put_back(act, joint, returned, [(section.kind.value, key)]) if joint else None
        _settle(act, now, section, end)
    path = addresses.settle(now.debate.slug)
    if settling.asked(now):
        tell_editors(act, now, "summaries.section.panels-asked", path)
    _finish(act, now)
    return True


@transaction.atomic
def enact(act: Act, case: Case) -> bool:
    """Let stand what the panels took. A re-trial that comes out otherwise once a version was made changes no
    text any more: the version's own panels read it. Safe to repeat."""
    row = settling.row_of_case(case.pk)
    if row is None:
        return False
    locked(row.summary.debate)
    summary, take = row.summary, taken(case.verdict_ground)
    waits = summary.state == SummaryState.SETTLING and row.reopened_at is None
    if waits and row.round == summary.round and row.take != take:
        row.take, row.at = take, act.at
        row.save(update_fields=["take", "at"])
        count(summary)
        _told(act, summary, section_of(row), take, case=case.public_id)
    cases.mark_enacted(act, case)
    _finish(act, summary)
    return True


def _ask(act: Act, summary: Summary, section: Section, texts: Iterable[Iterable[str]]) -> None:
    shown = [commit_plain("\n\n".join(words)) for words in texts]
    named = [editor.member for editor in editors.ever_seated(summary)]
    named += [delegate.member for delegate in delegates.standing_in(summary.debate)]
    case = open_in(
        act,
        summary.debate,
        procedure=Procedure.CHOICE,
        rule=RULE,
        grounds=GROUNDS,
        shown=shown,
        reason=None,
        parties={member.public_id: Party.AUTHOR for member in named},
    )
    SettledSection.objects.create(
        summary=summary,
        round=summary.round,
        section=section.kind,
        viewpoint=_viewpoint(summary, section),
        case=case,
        at=act.at,
    )
    event = SectionAsked(
        summary=summary.public_id,
        case=case.public_id,
        section=section.kind.value,
        viewpoint=section.viewpoint,
    )
    append(act, event, subject=summary.debate.public_id)


def _settle(act: Act, summary: Summary, section: Section, take: Take) -> None:
    SettledSection.objects.create(
        summary=summary,
        round=summary.round,
        section=section.kind,
        viewpoint=_viewpoint(summary, section),
        take=take,
        at=act.at,
    )
    count(summary)
    _told(act, summary, section, take, case="")


def _told(act: Act, summary: Summary, section: Section, take: Take, *, case: str) -> None:
    event = SectionSettled(
        summary=summary.public_id,
        round=summary.round,
        section=section.kind.value,
        viewpoint=section.viewpoint,
        take=take.value,
        case=case,
    )
    append(act, event, subject=summary.debate.public_id)


def _finish(act: Act, summary: Summary) -> None:
    """Nothing is left to settle, and no panel sits: the sections become a version."""
    if summary.state == SummaryState.SETTLING and settling.is_done(summary):
        path = addresses.settle(summary.debate.slug)
        for editor in editors.seated(summary):
            settle_notice(act, editor.member, "summaries.section.other-signed", path=path)
        versions.make(act, summary)


def _tell_other(act: Act, summary: Summary, side: int) -> None:
    path = addresses.settle(summary.debate.slug)
    for editor in editors.seated(summary):
        if editor.side != side:
            tell_once(editor.member, "summaries.section.other-signed", path=path, at=act.at)


def _viewpoint(summary: Summary, section: Section) -> Viewpoint | None:
    """The viewpoint whose section it is; a section that the summary does not have is refused."""
    if section not in sections(labels.viewpoints_of(summary.debate)):
        raise Refusal("summaries.section.unknown")
    if section.kind is not SectionKind.HOLDS:
        return None
    return summary.debate.viewpoints.get(public_id=section.viewpoint)
