"""Reports: one open per member and text, told without the reporter, merged where they are alike."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from college.committees.models import Case
from college.committees.rules.eligibility import Party
from college.committees.rules.tally import Choice
from college.debates.actions.arguments import add_argument
from college.debates.actions.claims import NewClaim
from college.debates.actions.holdings import hold
from college.debates.actions.reports import report, withdraw_report
from college.debates.actions.revisions import revise
from college.debates.models import Contribution, Report
from college.debates.rules.grounds import Ground
from college.people.models import Notice
from college.record.models import Entry
from tests.debates.actions.said import entries, told
from tests.factories.acts import refused
from tests.factories.briefs import make_brief
from tests.factories.colleges import make_college
from tests.factories.hearings import REASON, decide, make_court, make_report
from tests.factories.people import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    make_college()
    return make_court()


def test_report_opens_a_case_for_the_wording_that_stands(room):
    claim = room.claim(room.one)
    made = make_report(room, claim, marked=["ferry runs"])
    case = Case.objects.get()
    assert (case.rule, case.scope) == ("insult", room.debate.public_id)
    assert case.own_side == room.stand.viewpoints[0].public_id
    assert case.labels[room.two.public_id] == room.stand.viewpoints[1].public_id
    assert sorted(v.public_id for v in room.stand.viewpoints) == case.viewpoints
    assert [row.text.words for row in case.shown.select_related("text")] == [
        "The ferry runs daily."
    ]
    assert made.marks == [[4, 14]]
    assert made.hearing.revision.number == 1


def test_nothing_public_says_who_reported(room):
    claim = room.claim(room.one)
    before = Entry.objects.order_by("-id").values_list("id", flat=True)[0]
    make_report(room, claim, by=room.two)
    withdraw_report(room.act(room.two, hours=1), Report.objects.get())
    told = Entry.objects.filter(id__gt=before)
    assert {entry.actor for entry in told} <= {"import", "clock"}
    assert not [entry for entry in told if room.two.public_id.encode() in bytes(entry.body)]


def test_law_4_no_reasonless_action_author_is_told_at_once_and_not_by_whom(room):
    make_report(room, room.claim(room.one))
    notice = Notice.objects.get(member=room.one, code="debates.text.reported")
    assert notice.params == {}


def test_author_does_not_report_himself(room):
    claim = room.claim(room.one)
    with refused("debates.report.own"):
        make_report(room, claim, by=room.one)


def test_look_alike_reports_are_one_case_and_all_who_asked_are_parties(room):
    claim = room.claim(room.one)
    first = make_report(room, claim, by=room.two)
    second = make_report(room, claim, by=room.undecided)
    assert first.hearing == second.hearing
    assert Case.objects.count() == 1
    grounds = dict(first.hearing.case.parties.values_list("member", "ground"))
    assert grounds[room.two.pk] == grounds[room.undecided.pk] == Party.REPORTED
    assert grounds[room.one.pk] == Party.AUTHOR
    assert Notice.objects.filter(member=room.undecided, code="debates.report.joined").exists()
    assert [told(entry)["joined"] for entry in entries("debates.text.reported")] == [False, True]


def test_repliers_are_parties(room):
    claim = room.claim(room.one)
    add_argument(
        room.act(room.two),
        room.debate,
        form="opposes",
        premises=[NewClaim("value", "No.")],
        conclusion=claim,
    )
    made = make_report(room, claim)
    assert made.hearing.case.parties.get(member=room.two).ground == Party.REPLIED


def test_another_ground_or_wording_is_another_case(room):
    claim = room.claim(room.one)
    first = make_report(room, claim, by=room.two)
    second = make_report(room, claim, by=room.mate, ground=Ground.SPAM)
    assert first.hearing != second.hearing
    for made in (first, second):
        withdraw_report(room.act(made.by), made)
    revise(room.act(room.one), claim, text="The ferry runs.", expected=1)
    make_report(room, Contribution.objects.get(pk=claim.pk), by=room.undecided)
    assert Case.objects.count() == 3


def test_one_open_report_of_a_member_on_a_text(room):
    claim = room.claim(room.one)
    made = make_report(room, claim)
    with refused("debates.report.already"):
        make_report(room, claim, ground=Ground.SPAM)
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.create(
            hearing=made.hearing,
            revision=made.revision,
            by=made.by,
            reason=made.reason,
            at=made.at,
        )


@pytest.mark.parametrize(("old", "most"), [(True, 20), (False, 3)])
def test_reporter_who_floods_is_stopped_sooner_when_new(room, old, most):
    member = make_member(at=room.stand.at - timedelta(days=9 if old else 0))
    claims = [room.claim(room.one, f"Claim {n}.") for n in range(most + 1)]
    for claim in claims[:most]:
        make_report(room, claim, by=member)
    with refused("debates.report.too-often"):
        make_report(room, claims[most], by=member)
    later = room.act(member, days=1, seconds=1)
    assert report(later, claims[most], ground="spam", reason=REASON)


def test_withdrawn_report_ends_a_case_that_nobody_else_asked_for(room):
    claim = room.claim(room.one)
    first = make_report(room, claim, by=room.two)
    second = make_report(room, claim, by=room.mate)
    withdraw_report(room.act(room.two, hours=1), first)
    assert Case.objects.get().state == "filed"
    withdraw_report(room.act(room.mate, hours=1), second)
    assert Case.objects.get().state == "withdrawn"
    again = make_report(room, claim, by=room.undecided)
    assert again.hearing != first.hearing


def test_what_was_kept_is_not_heard_again_on_the_same_ground(room):
    claim = room.claim(room.one)
    made = make_report(room, claim)
    decide(room, made.hearing.case, Choice.KEEP)
    with refused("debates.report.kept"):
        make_report(room, claim, by=room.two)
    made.refresh_from_db()
    assert made.closed_at is not None


@pytest.mark.parametrize(
    ("ground", "given", "code"),
    [
        (Ground.UNLAWFUL, {}, "debates.report.no-law"),
        (Ground.DUPLICATE, {}, "debates.report.no-kept"),
        (Ground.SPAM, {"urgent": True}, "debates.report.not-urgent"),
        (Ground.INSULT, {"marked": ["no such words"]}, "debates.quotation.not-exact"),
        (Ground.INSULT, {"marked": ["ferry"] * 6}, "debates.report.too-many-marks"),
    ],
)
def test_report_lacks_nothing_that_its_ground_needs(room, ground, given, code):
    claim = room.claim(room.one)
    with refused(code):
        make_report(room, claim, ground=ground, **given)


def test_duplicate_names_an_earlier_text_of_the_debate_and_the_panel_reads_both(room):
    first, second = room.claim(room.one, "It runs."), room.claim(room.two, "It does run.")
    with refused("debates.report.kept-elsewhere"):
        make_report(room, first, ground=Ground.DUPLICATE, onto=second)
    made = make_report(room, second, ground=Ground.DUPLICATE, onto=first)
    shown = made.hearing.case.shown.select_related("text").order_by("order")
    assert [row.text.words for row in shown] == ["It does run.", "It runs."]


def test_law_is_named_and_read_by_the_panel(room):
    made = make_report(room, room.claim(room.one), ground=Ground.UNLAWFUL, law="Ferries Act, s. 4")
    shown = made.hearing.case.shown.select_related("text")
    assert "Ferries Act, s. 4" in [row.text.words for row in shown]


def test_comment_is_reported_like_a_contribution_but_has_no_thread_to_leave(room):
    remark = make_brief(room.stand).remarks.first()
    with refused("debates.report.no-thread"):
        make_report(room, remark, ground=Ground.OFF_TOPIC)
    made = make_report(room, remark)
    assert made.hearing.remark == remark
    assert made.hearing.case.own_side == ""


def test_labels_are_those_of_the_moment_the_epoch_opened(room):
    """Whoever changes sides after the epoch opened counts for the side they had."""
    claim = room.claim(room.one)
    hold(room.act(room.mate, minutes=1), room.debate, viewpoint=room.stand.viewpoints[1])
    hold(room.act(room.one, minutes=1), room.debate, viewpoint=None)
    case = report(
        room.act(room.undecided, minutes=2), claim, ground="insult", reason=REASON
    ).hearing.case
    assert case.labels[room.mate.public_id] == room.stand.viewpoints[0].public_id
    assert case.own_side == room.stand.viewpoints[0].public_id
