"""Comments that are reported, heard by panels, and give way, come back or stay."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from college.committees.models import Case, Draw
from college.committees.queries import epochs
from college.committees.rules.tally import Choice
from college.people.models import Notice
from college.record.charters import charter_in_force
from college.summaries.actions.comment_hearings import (
    appeal_comment,
    enact,
    report_comment,
)
from college.summaries.actions.comments import withdraw_comment
from college.summaries.due import due
from college.summaries.models import Comment, CommentHearing, CommentReport
from college.summaries.queries.comments import of_version, one
from college.summaries.rules.life import CommentState
from tests.debates.actions.said import entries, told
from tests.factories import verdicts
from tests.factories.acts import refused
from tests.factories.colleges import make_college
from tests.factories.comments import comment, commented_shelf
from tests.factories.committees import draw_epoch, make_roster, vote_all
from tests.factories.people import act_by, make_member

pytestmark = pytest.mark.django_db
REASON = "It calls another member names instead of answering."


@pytest.fixture
def shelf():
    make_college()
    found = commented_shelf()
    make_roster(at=found.stand.at)
    return found


@pytest.fixture
def made(shelf):
    return comment(shelf, shelf.stand.holders[0])


def report(shelf, made, by=None, ground="insult", **given):
    act = act_by(by or shelf.stand.holders[1], shelf.stand.at + timedelta(hours=1))
    return report_comment(act, made, ground=ground, reason=REASON, **given)


def decide(shelf, case, choice):
    epoch = epochs.taking()
    draw_epoch(epoch, at=max(epoch.ends_at, shelf.stand.at))
    ground = Case.objects.get(pk=case.pk).rule if choice is Choice.GRANT else ""
    vote_all(case, (choice, ground))
    shelf.stand.at = max(epoch.ends_at, shelf.stand.at) + timedelta(hours=1)
    due(shelf.stand.at)


def shown(made):
    return one(made.summary.debate.slug, made.public_id)


def test_reported_comment_stays_visible_and_says_that_it_is_heard(shelf, made):
    report(shelf, made)
    found = shown(made)
    assert [(heard.settled, heard.at) for heard in found.heard] == [("", None)]
    assert not found.is_hidden
    assert found.text.is_open
    entry = entries("summaries.comment.reported")[0]
    assert told(entry) == {
        "comment": made.public_id,
        "case": CommentHearing.objects.get().case.public_id,
        "ground": "insult",
    }
    assert shelf.stand.holders[1].public_id not in bytes(entry.body).decode()
    assert Notice.objects.filter(member=shelf.stand.holders[0]).last().code == (
        "summaries.comment.reported"
    )


def test_author_and_reporters_sit_on_no_panel_that_hears_it(shelf, made):
    report(shelf, made)
    report(shelf, made, by=make_member(at=shelf.stand.at - timedelta(days=400)))
    case = CommentHearing.objects.get().case
    grounds = case.parties.values_list("ground", flat=True)
    assert sorted(grounds) == ["author", "reported", "reported"]
    assert CommentReport.objects.count() == 2
    assert case.own_side == shelf.stand.viewpoints[0].public_id
    assert [one.text for one in case.shown.all()] == [made.text]


def test_law_4_no_reasonless_action_comment_gives_way_by_rule_reason_and_case(shelf, made):
    hearing = report(shelf, made).hearing
    decide(shelf, hearing.case, Choice.GRANT)
    hearing.refresh_from_db()
    assert hearing.settled == "granted"
    assert "So." in hearing.reason.words
    found = shown(made)
    assert found.state is CommentState.RESTRICTED
    assert found.is_hidden
    assert [(one.ground.value, "So." in one.reason) for one in found.heard] == [("insult", True)]
    entry = told(entries("summaries.comment.restricted")[0])
    assert entry["case"] == hearing.case.public_id
    assert entry["reason"] == hearing.reason_id
    assert Notice.objects.filter(code="summaries.comment.restricted").count() == 1
    assert CommentReport.objects.filter(closed_at=None).count() == 0
    with pytest.raises(IntegrityError), transaction.atomic():
        CommentHearing.objects.update(reason=None)


def test_threat_is_withheld_and_its_words_come_back_with_a_second_look(shelf, made):
    hearing = report(shelf, made, ground="threat").hearing
    decide(shelf, hearing.case, Choice.GRANT)
    made.text.refresh_from_db()
    assert made.text.state == "withheld"
    author = shelf.stand.holders[0]
    hearing = CommentHearing.objects.select_related("comment__summary__debate").get()
    with refused("summaries.permission.may-not"):
        appeal_comment(act_by(shelf.stand.holders[1], shelf.stand.at), hearing)
    appeal_comment(act_by(author, shelf.stand.at), hearing)
    assert shown(made).heard[0].appealed_at is not None
    with refused("summaries.permission.may-not"):
        appeal_comment(act_by(author, shelf.stand.at), hearing)
    decide(shelf, hearing.case, Choice.KEEP)
    made.text.refresh_from_db()
    assert made.text.is_open
    assert shown(made).state is CommentState.STANDING
    assert told(entries("summaries.comment.restored")[0])["comment"] == made.public_id


def test_kept_comment_is_not_heard_again_on_that_ground(shelf, made):
    hearing = report(shelf, made).hearing
    decide(shelf, hearing.case, Choice.KEEP)
    assert shown(made).state is CommentState.STANDING
    assert shown(made).heard[0].settled == "kept"
    other = make_member(at=shelf.stand.at - timedelta(days=400))
    with refused("summaries.report.kept"):
        report(shelf, made, by=other)
    assert report(shelf, made, by=other, ground="spam").hearing != hearing


def test_verdict_is_enacted_once(shelf, made):
    hearing = report(shelf, made).hearing
    decide(shelf, hearing.case, Choice.GRANT)
    assert due(shelf.stand.at) == 0
    assert len(entries("summaries.comment.restricted")) == 1
    assert not enact(act_by(make_member()), Case(pk=0))


def test_comment_that_was_taken_back_meanwhile_stays_so(shelf, made):
    hearing = report(shelf, made, ground="threat").hearing
    withdraw_comment(act_by(shelf.stand.holders[0], shelf.stand.at), made)
    decide(shelf, hearing.case, Choice.GRANT)
    assert Comment.objects.get().state == CommentState.WITHDRAWN
    assert of_version(shelf.versions[0]) == []


def test_one_ground_lifted_leaves_the_other_in_force(shelf, made):
    first = report(shelf, made, ground="threat").hearing
    second = report(
        shelf, made, by=make_member(at=shelf.stand.at - timedelta(days=400)), ground="private-data"
    ).hearing
    at = shelf.stand.at + timedelta(days=1)
    for hearing in (first, second):
        verdicts.decide(hearing.case, Choice.GRANT, at=at)
    due(at + timedelta(days=30))
    assert Comment.objects.get().state == CommentState.RESTRICTED
    verdicts.decide(first.case, Choice.KEEP, at=at + timedelta(days=31))
    due(at + timedelta(days=60))
    made.text.refresh_from_db()
    assert Comment.objects.get().state == CommentState.RESTRICTED
    assert (made.text.state, made.text.case) == ("withheld", second.case.public_id)


@pytest.mark.parametrize(
    ("ground", "law", "code"),
    [
        ("off-topic", "", "debates.report.no-thread"),
        ("duplicate", "", "debates.report.no-thread"),
        ("unlawful", "", "debates.report.no-law"),
    ],
)
def test_ground_that_does_not_fit_is_refused(shelf, made, ground, law, code):
    with refused(code):
        report(shelf, made, ground=ground, law=law)
    assert not Draw.objects.exists()


def test_law_that_an_unlawful_comment_breaks_is_shown_to_the_panels(shelf, made):
    case = report(shelf, made, ground="unlawful", law="Criminal Code, § 186").hearing.case
    assert [row.text.words for row in case.shown.all()][1:] == ["Criminal Code, § 186"]


def test_reports_are_made_once_and_not_of_ones_own_and_not_too_often(shelf, made):
    with refused("summaries.report.own"):
        report(shelf, made, by=shelf.stand.holders[0])
    report(shelf, made)
    with refused("summaries.report.already"):
        report(shelf, made, ground="spam")
    busy = make_member(at=shelf.stand.at - timedelta(days=400))
    most = charter_in_force().limits.reports_per_day
    for number in range(most):
        report(shelf, comment(shelf, shelf.stand.holders[0], text=f"Note {number}."), by=busy)
    with refused("debates.report.too-often"):
        report(shelf, made, by=busy)
