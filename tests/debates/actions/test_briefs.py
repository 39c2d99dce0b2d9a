"""Taking in: all or nothing, nothing twice, nobody's words attributed to the importer."""

import json
from dataclasses import replace

import pytest

from college.debates.actions.briefs import take_in
from college.debates.actions.claims import add_claim
from college.debates.models import Brief, Passage, Remark
from college.debates.rules.briefs import Rights
from college.debates.rules.kinds import ClaimForm
from college.debates.rules.links import Span
from college.debates.rules.stages import Stage
from college.ground.refusals import Refusal
from college.record.models import Entry, Text
from tests.factories.briefs import ARTICLE, make_arriving, make_brief, make_remark
from tests.factories.colleges import make_college
from tests.factories.debates import make_debate

pytestmark = pytest.mark.django_db
A, B, C, D = (make_remark(key) for key in "abcd")
A1, A11 = make_remark("a1", "a"), make_remark("a11", "a1")
ALL = (A, A1, A11, B)


@pytest.fixture
def stand():
    make_college()
    return make_debate(Stage.FRAMING)


def _take(stand, arriving, **given):
    fields = {"digest": "a" * 64, "rights": Rights.QUOTE} | given
    return take_in(stand.act(stand.proposer), stand.debate, arriving, **fields)


def _threads(brief):
    rows = Remark.objects.filter(brief=brief).order_by("order").select_related("parent")
    return [(row.key, row.parent.key if row.parent else None, row.depth) for row in rows]


def _kinds(*kinds):
    bodies = Entry.objects.filter(kind__in=kinds).order_by("id").values_list("body", flat=True)
    return [json.loads(bytes(body)) for body in bodies]


def test_take_in_keeps_threads_dates_and_pseudonyms(stand):
    brief = _take(stand, make_arriving(*ALL))
    assert _threads(brief) == [("a", None, 1), ("a1", "a", 2), ("a11", "a1", 3), ("b", None, 1)]
    first = brief.remarks.get(key="a")
    assert (first.pseudonym, first.said, first.said_at) == (A.pseudonym, A.said, A.said_at)
    assert [p.text.words for p in brief.passages.all()] == list(ARTICLE)


def test_take_in_twice_adds_nothing_twice(stand):
    once = _take(stand, make_arriving(*ALL))
    before = Entry.objects.count(), Text.objects.count(), Remark.objects.count()
    assert _take(stand, make_arriving(*ALL)) == once
    assert (Entry.objects.count(), Text.objects.count(), Remark.objects.count()) == before


def test_grown_article_adds_only_new_remarks_beneath_what_they_answer(stand):
    brief = _take(stand, make_arriving(*ALL))
    names = dict(brief.remarks.values_list("key", "public_id"))
    grown = make_arriving(C, A, make_remark("a2", "a"), A1, A11, make_remark("a111", "a11"), B)
    assert _take(stand, grown) == brief
    assert [key for key, _, _ in _threads(brief)] == ["a", "a1", "a11", "a111", "a2", "b", "c"]
    assert names.items() <= dict(brief.remarks.values_list("key", "public_id")).items()
    assert _kinds("debates.brief.grown")[0]["data"]["remarks"] == 3


def test_same_source_and_title_grow_although_the_article_was_mended(stand):
    brief = _take(stand, make_arriving(A))
    assert _take(stand, make_arriving(A, B), digest="b" * 64) == brief
    assert brief.passages.count() == len(ARTICLE)


def test_another_article_is_another_brief(stand):
    _take(stand, make_arriving(A))
    _take(stand, make_arriving(A, source="https://paper.example/other"), digest="b" * 64)
    assert Brief.objects.count() == 2


def test_failure_half_way_leaves_nothing(stand):
    before = Entry.objects.count(), Text.objects.count()

    def progress(done, total):
        if done > len(ARTICLE):
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        _take(stand, make_arriving(*ALL), progress=progress)
    assert (Entry.objects.count(), Text.objects.count()) == before
    assert not Brief.objects.exists()
    assert not Passage.objects.exists()


def test_progress_comes_to_the_end(stand):
    seen = []
    _take(stand, make_arriving(*ALL), progress=lambda *step: seen.append(step))
    assert seen[-1] == (7, 7)


def test_line_longer_than_its_column_is_refused(stand):
    arriving = replace(make_arriving(A), author="x" * 1001)
    with pytest.raises(Refusal) as refused:
        _take(stand, arriving)
    assert refused.value.code == "debates.brief.line-too-long"


def test_closed_debate_takes_nothing_in():
    make_college()
    stand = make_debate(Stage.CLOSING)
    with pytest.raises(Refusal) as refused:
        _take(stand, make_arriving(A))
    assert refused.value.params["permission"] == "may_take_in"


def test_law_2_imported_remarks_are_published_at_once(stand):
    brief = _take(stand, make_arriving(*ALL), rights=Rights.QUOTE)
    told = {entry["data"]["text"] for entry in _kinds("debates.remark.taken-in")}
    assert told == set(brief.remarks.values_list("text_id", flat=True))
    assert all(remark.text.is_open for remark in brief.remarks.all())


def test_passage_under_quotation_rights_is_told_only_when_quoted():
    make_college()
    stand = make_debate(Stage.OPEN)
    brief = make_brief(stand, rights=Rights.QUOTE)
    assert {entry["data"]["text"] for entry in _kinds("debates.passage.taken-in")} == {""}
    passage = brief.passages.first()
    span = Span(passage.public_id, 0, 9)
    for words in ("The ferry loses money.", "The town pays for the ferry."):
        add_claim(
            stand.act(stand.proposer),
            stand.debate,
            form=ClaimForm.FACTUAL,
            text=words,
            quotes=[span],
        )
    told = [entry["data"]["text"] for entry in _kinds("debates.passage.quoted")]
    assert told == [passage.text_id]


def test_passages_under_full_rights_are_told_at_once(stand):
    brief = make_brief(stand, rights=Rights.FULL)
    told = [entry["data"]["text"] for entry in _kinds("debates.passage.taken-in")]
    assert told == [passage.text_id for passage in brief.passages.all()]


def test_law_8_no_name_and_no_address_of_a_brief_is_in_the_record(stand):
    remark = make_remark("z", pseudonym="Perpetua Quayle", address="perpetua@quay.example")
    brief = _take(stand, make_arriving(remark))
    record = b"".join(bytes(body) for body in Entry.objects.values_list("body", flat=True))
    row = brief.remarks.get()
    personal = ("Perpetua", "quay.example", "Waterhouse", "paper.example", row.address_digest)
    assert row.address_digest
    assert [word for word in personal if word.encode() in record] == []
    assert "perpetua@quay.example" not in json.dumps(list(Remark.objects.values()), default=str)
