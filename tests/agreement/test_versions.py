"""A version as the house makes it, published, and what the verifier says of it."""

import pytest
from django.test import override_settings

from college.debates.actions.challenges import challenge
from college.debates.actions.claims import add_claim
from college.debates.actions.revisions import revise
from college.record import signing
from college.record.actions.files import write_log
from college.record.actions.sequence import sequence
from college.summaries.actions.omissions import give_reason
from college.summaries.actions.versions import make
from college.summaries.models import Statement, Version
from college.summaries.queries import coverage
from college.summaries.rules.coverage import Omitted
from college.summaries.rules.life import SummaryState, Take
from tests.college_verify import verifying
from tests.college_verify.planting import read
from tests.factories.colleges import ORIGIN, make_college
from tests.factories.summaries import Desk, make_summary

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(tmp_path):
    with override_settings(LOG_ORIGIN=ORIGIN, KEYS=tmp_path / "keys"):
        signing.create()
        make_college()
        yield make_summary(SummaryState.SETTLING)


def published(desk: Desk, folder):
    sequence(desk.at)
    write_log(folder / "log", at=desk.at)
    findings, _ = verifying.verify(folder)
    failed = [(f.check, f.place, f.sentence) for f in findings.found if f.outcome == "failed"]
    return failed, {f.check: f.sentence for f in findings.found if f.outcome == "held"}


def test_a_version_holds_for_the_verifier(desk, tmp_path):
    give_reason(desk.act(desk.teams[1][0]), desk.summary, desk.claims[1], text="Said elsewhere.")
    desk.sign(Take.FIRST)
    version = Version.objects.get()
    failed, held = published(desk, tmp_path)
    assert failed == []
    assert "1 versions" in held["coverage"]
    links = sum(s.links.count() for s in Statement.objects.all())
    assert f"by {links:,} links" in held["summaries"]
    kept = coverage.read(version)
    assert kept == coverage.Coverage.of(coverage.document(version))
    assert (kept.statements, kept.grounded) == (links, links)
    assert [(one.eligible, one.represented) for one in kept.viewpoints] == [(1, 1), (1, 1)]


def test_what_is_said_later_changes_no_version(desk, tmp_path):
    """The coverage is of the debate as it stood when the version was made."""
    desk.sign(Take.FIRST)
    desk.debate.stage = "open"
    desk.debate.save(update_fields=["stage"])
    act = desk.act(desk.reader, minutes=20)
    more = add_claim(act, desk.debate, form="factual", text="In January it did not run.")
    challenge(desk.act(desk.undecided, minutes=30), more, form="unclear", text="Which January?")
    failed, _held = published(desk, tmp_path)
    assert failed == []
    now = coverage.facts(Version.objects.get())
    assert more.public_id in {one.id for one in now.said}


def test_law_9_sources_pinned_a_version_rests_on_the_wording_it_was_written_over(desk, tmp_path):
    desk.sign(Take.FIRST)
    desk.debate.stage = "open"
    desk.debate.save(update_fields=["stage"])
    claim = desk.claims[0]
    newer = revise(desk.act(claim.author), claim, text="The ferry runs daily!", expected=1)
    assert published(desk, tmp_path)[0] == []
    copy = read(tmp_path)
    document = copy.document(copy.data("summaries.version.made")["document"])
    pinned = {
        link["text"]
        for section in document["sections"]
        for statement in section["statements"]
        for link in statement["links"]
        if link["contribution"] == claim.public_id
    }
    assert pinned == {claim.revisions.get(number=1).text_id} != {newer.text_id}


def test_an_omission_is_listed_until_the_editors_say_why(desk, tmp_path):
    desk.debate.stage = "open"
    desk.debate.save(update_fields=["stage"])
    act = desk.act(desk.reader, minutes=20)
    left = add_claim(act, desk.debate, form="factual", text="In January it did not run.")
    desk.debate.stage = "closed"
    desk.debate.save(update_fields=["stage"])
    desk.sign(Take.FIRST)
    (omitted,) = coverage.read(Version.objects.get()).omissions
    assert (omitted.contribution, omitted.reason) == (left.public_id, Omitted.UNREASONED)
    give_reason(
        desk.act(desk.teams[2][1]), desk.summary, left, text="It came after all was written."
    )
    (again,) = coverage.Coverage.of(coverage.document(Version.objects.get())).omissions
    assert again.reason == Omitted.EDITORS
    assert published(desk, tmp_path)[0] == []


def test_a_second_version_keeps_the_words_that_did_not_change(desk, tmp_path):
    desk.sign(Take.FIRST)
    make(desk.act(desk.teams[1][0]), desk.summary)
    one, two = Version.objects.order_by("number")
    texts = [
        list(v.statements.order_by("order").values_list("text", flat=True)) for v in (one, two)
    ]
    assert texts[0] == texts[1]
    assert published(desk, tmp_path)[0] == []


def test_a_count_that_was_changed_before_it_was_published_is_found(desk, tmp_path):
    desk.sign(Take.FIRST)
    assert published(desk, tmp_path / "honest")[0] == []
    copy = read(tmp_path / "honest")
    told = copy.data("summaries.version.made")["coverage"]
    copy.document(told)["viewpoints"][0]["represented"] = 0
    copy.recommit(told)
    ((check, _place, sentence),) = verifying.failures(copy.publish(tmp_path / "spoilt"))
    assert check == "coverage"
    assert "represented of the viewpoint" in sentence


def test_it_takes_as_many_queries_whatever_is_said(desk, django_assert_num_queries):
    desk.sign(Take.FIRST)
    version = Version.objects.select_related("summary__debate").get()
    with django_assert_num_queries(9):
        coverage.document(version)
