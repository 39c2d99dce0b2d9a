"""Verdicts about texts, enacted: the text gives way with its reasons, or stays; a second look turns it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from college.committees.models import Case, Draw
from college.committees.rules.tally import Choice
from college.debates.actions.claims import add_claim
from college.debates.actions.evidence import add_evidence
from college.debates.actions.rephrasing import rephrase
from college.debates.actions.restrictions import appeal, enact
from college.debates.actions.revisions import revise
from college.debates.actions.withdrawals import withdraw
from college.debates.due import due
from college.debates.models import Contribution, Hearing, Restriction, Source
from college.debates.queries.thread import apart, by_ids, first_page
from college.debates.rules.grounds import Ground
from college.debates.rules.kinds import State
from college.ground.act import Act
from college.people.models import Notice
from tests.debates.actions.said import LINE, entries, told
from tests.factories import verdicts
from tests.factories.acts import refused
from tests.factories.briefs import make_brief
from tests.factories.colleges import make_college
from tests.factories.hearings import decide, make_court, make_report, restricted
from tests.factories.people import suspend

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    make_college()
    return make_court()


def fresh(row: Contribution) -> Contribution:
    return Contribution.objects.select_related("debate").get(pk=row.pk)


def shown(room, row):
    return by_ids([row.public_id], now=room.stand.at)[row.public_id]


def test_text_is_visible_until_it_is_decided_and_says_that_it_is_heard(room):
    claim = room.claim(room.one)
    made = make_report(room, claim)
    item = shown(room, claim)
    assert item.html
    assert item.tombstone is None
    assert [(one.settled, one.restriction) for one in item.heard] == [("", "")]
    assert made.hearing.case.public_id in item.heard[0].case_url


def test_law_4_no_reasonless_action_restriction_has_rule_reason_and_case(room):
    claim = room.claim(room.one)
    made = restricted(room, claim)
    restriction = Restriction.objects.get()
    assert restriction.rule == "insult"
    assert "So." in restriction.reason.words
    assert restriction.case == made.hearing.case
    item = shown(room, claim)
    assert (item.html, item.tombstone.state) == ("", "restricted")
    assert "daily" in item.behind
    assert item.heard[0].restriction == restriction.public_id
    assert Notice.objects.filter(member=room.one, code="debates.text.restricted").count() == 1
    assert [told(entry)["effect"] for entry in entries("debates.text.restricted")] == ["behind"]


@pytest.mark.parametrize("lacking", ["reason", "case", "rule"])
def test_law_4_no_reasonless_action_the_database_itself_refuses(room, lacking):
    made = make_report(room, room.claim(room.one))
    given = {
        "hearing": made.hearing,
        "case": made.hearing.case,
        "rule": "insult",
        "reason": made.reason,
        "at": room.stand.at,
    }
    given[lacking] = "" if lacking == "rule" else None
    with pytest.raises((IntegrityError, ValueError)), transaction.atomic():
        Restriction.objects.create(**given)


def test_verdict_is_enacted_once(room):
    claim = room.claim(room.one)
    made = restricted(room, claim)
    clock = Act(actor="clock", at=room.stand.at + timedelta(hours=1))
    enact(clock, Case.objects.get(pk=made.hearing.case.pk))
    assert due(clock.at) == 0
    assert Restriction.objects.count() == 1
    assert len(entries("debates.text.restricted")) == 1
    again = Restriction.objects.get()
    again.pk, again.public_id = None, "0" * 13
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save(force_insert=True)


def test_kept_text_stays_and_says_so(room):
    claim = room.claim(room.one)
    made = make_report(room, claim)
    decide(room, made.hearing.case, Choice.KEEP)
    item = shown(room, claim)
    assert item.html
    assert [one.settled for one in item.heard] == ["kept"]
    assert Notice.objects.filter(member=room.one, code="debates.text.kept").exists()
    assert Case.objects.get(pk=made.hearing.case.pk).enacted_at is not None


@pytest.mark.parametrize("ground", [Ground.THREAT, Ground.PRIVATE_DATA])
def test_threats_and_private_data_are_withheld_with_all_that_stands_with_them(room, ground):
    claim = room.claim(room.one)
    source = add_evidence(
        room.act(room.one),
        room.debate,
        bears_on=claim,
        form="for",
        source=LINE,
        quotation="They live at the quay.",
        text="So it says.",
    )
    restricted(room, source, ground)
    item = shown(room, source)
    assert (item.html, item.behind, item.source) == ("", "", None)
    kept = Source.objects.select_related("quotation", "line").get()
    assert {kept.quotation.state, kept.line.state} == {"withheld"}
    assert kept.quotation.until is None
    assert {told(one)["until"] for one in entries("record.text.withheld")} == {""}


def test_what_is_off_topic_is_moved_and_not_hidden(room):
    claim = room.claim(room.one)
    restricted(room, claim, Ground.OFF_TOPIC)
    assert fresh(claim).state == State.STANDING
    assert not first_page(room.debate, now=room.stand.at).items
    assert [item.public_id for item in apart(room.debate, now=room.stand.at)] == [claim.public_id]
    assert shown(room, claim).html


def test_duplicate_stays_and_leads_to_the_text_that_is_kept(room):
    first, second = room.claim(room.one, "It runs."), room.claim(room.two, "It does run.")
    restricted(room, second, Ground.DUPLICATE, onto=first)
    item = shown(room, second)
    assert item.html
    assert first.public_id in item.heard[0].onto_url


def test_review_that_turns_it_brings_the_text_back(room):
    claim = room.claim(room.one)
    made = restricted(room, claim, Ground.THREAT)
    restriction = Restriction.objects.select_related("hearing").get()
    appeal(room.act(room.one), restriction)
    with refused("debates.permission.may-not"):
        appeal(room.act(room.one, minutes=1), restriction)
    decide(room, made.hearing.case, Choice.KEEP)
    restriction.refresh_from_db()
    assert restriction.lifted_by == "review"
    item = shown(room, claim)
    assert item.html
    assert item.heard[0].restriction == ""
    assert fresh(claim).state == State.STANDING
    assert len(entries("debates.text.restored")) == 1
    assert Notice.objects.filter(member=room.one, code="debates.text.restored").exists()


def test_review_that_confirms_it_changes_nothing(room):
    claim = room.claim(room.one)
    made = restricted(room, claim)
    appeal(room.act(room.one), Restriction.objects.select_related("hearing").get())
    decide(room, made.hearing.case, Choice.GRANT, "insult")
    assert Restriction.objects.filter(lifted_at=None).count() == 1
    assert len(entries("debates.text.restricted")) == 1
    assert fresh(claim).state == State.RESTRICTED


def test_only_the_author_appeals(room):
    restricted(room, room.claim(room.one))
    restriction = Restriction.objects.select_related("hearing").get()
    with refused("debates.permission.may-not"):
        appeal(room.act(room.two), restriction)


def test_rephrased_text_stands_at_once_and_the_old_words_stay_restricted(room):
    claim = room.claim(room.one, "Only a fool rows there.")
    restricted(room, claim)
    restriction = Restriction.objects.select_related("hearing").get()
    revision = rephrase(
        room.act(room.one), restriction, text="Rowing there is unwise in winter.", expected=1
    )
    item = shown(room, claim)
    assert "unwise" in item.html
    assert item.tombstone is None
    assert item.heard == ()
    assert revision.number == 2
    assert Restriction.objects.filter(lifted_at=None).count() == 1
    assert len(entries("debates.text.rephrased")) == 1


def test_withheld_words_stay_withheld_beside_a_rephrasing_and_a_review_frees_them(room):
    claim = room.claim(room.one, "They live at the quay.")
    made = restricted(room, claim, Ground.PRIVATE_DATA)
    restriction = Restriction.objects.select_related("hearing").get()
    rephrase(room.act(room.one), restriction, text="They live in the town.", expected=1)
    old = claim.revisions.get(number=1).text
    assert old.state == "withheld"
    appeal(room.act(room.one), restriction)
    decide(room, made.hearing.case, Choice.KEEP)
    old.refresh_from_db()
    assert old.state == "open"
    assert "town" in shown(room, claim).html


@pytest.mark.parametrize("ground", [Ground.SPAM, Ground.OFF_TOPIC])
def test_what_other_words_do_not_mend_is_not_rephrased(room, ground):
    restricted(room, room.claim(room.one), ground)
    restriction = Restriction.objects.select_related("hearing").get()
    with refused("debates.permission.may-not"):
        rephrase(room.act(room.one), restriction, text="Anything else.", expected=1)


def test_rephrasing_says_something_else(room):
    restricted(room, room.claim(room.one))
    restriction = Restriction.objects.select_related("hearing").get()
    with refused("debates.text.same-words"):
        rephrase(room.act(room.one), restriction, text="The ferry runs daily.", expected=1)


def test_comment_gives_way_and_its_quotations_with_it(room):
    remark = make_brief(room.stand).remarks.first()
    restricted(room, remark)
    assert Hearing.objects.get().settled == "granted"
    assert Restriction.objects.get().hearing.remark == remark


def test_text_withdrawn_meanwhile_stays_gone(room):
    claim = room.claim(room.one)
    made = make_report(room, claim, ground=Ground.THREAT)
    withdraw(room.act(room.one), claim)
    decide(room, made.hearing.case, Choice.GRANT, "threat")
    assert fresh(claim).state == State.WITHDRAWN
    assert add_claim(room.act(room.one), room.debate, form="value", text="Another.")


def test_author_cannot_take_a_text_out_of_its_case_with_a_comma(room):
    claim = room.claim(room.one, "They live at the quay.")
    made = make_report(room, claim, ground=Ground.PRIVATE_DATA)
    with refused("debates.revision.being-heard"):
        revise(room.act(room.one), claim, text="They live at the quay!", expected=1)
    decide(room, made.hearing.case, Choice.KEEP)
    revise(room.act(room.one), claim, text="They live by the quay.", expected=1)


def test_what_two_verdicts_withhold_stays_withheld_when_one_of_them_turns(room):
    claim = room.claim(room.one, "They live at the quay.")
    first = make_report(room, claim, ground=Ground.THREAT).hearing
    second = make_report(room, claim, by=room.two, ground=Ground.PRIVATE_DATA).hearing
    epoch_decides(room, [first, second])
    turned = Restriction.objects.select_related("hearing").get(hearing=second)
    appeal(room.act(room.one), turned)
    decide(room, second.case, Choice.KEEP)
    text = claim.revisions.get().text
    assert (text.state, text.case) == ("withheld", first.case.public_id)
    appeal(room.act(room.one), Restriction.objects.select_related("hearing").get(hearing=first))
    decide(room, first.case, Choice.KEEP)
    text.refresh_from_db()
    assert text.state == "open"


def epoch_decides(room, heard):
    """Both are drawn in one epoch, and granted in the order given."""
    for hearing in heard:
        verdicts.decide(hearing.case, Choice.GRANT, at=room.stand.at)
        due(room.stand.at)
    Draw.objects.update(decided_at=room.stand.at)


def test_law_4_an_appeal_is_free_while_suspended_too(room):
    claim = room.claim(room.one)
    made = restricted(room, claim)
    act = room.act(room.one)
    suspend(room.one)
    appeal(act, Restriction.objects.select_related("hearing").get())
    assert Case.objects.get(pk=made.hearing.case.pk).appealed_at is not None
