"""Comments: made on exact words within an equal room, taken back, carried to the next version."""

from datetime import timedelta

import pytest

from college.people.models import Notice
from college.record.actions.texts import erase
from college.record.charters import charter_in_force
from college.summaries.actions.comments import confirm_anchor, reanchor, withdraw_comment
from college.summaries.models import Anchor, Comment, Summary
from college.summaries.queries.comments import of_version, one, to_confirm
from college.summaries.queries.rooms import rooms
from college.summaries.rules.life import AnchorHow, CommentState, SummaryState, VersionState
from tests.debates.actions.said import entries, told
from tests.factories.acts import refused
from tests.factories.colleges import make_college
from tests.factories.comments import SENTENCES, comment, commented_shelf, write
from tests.factories.people import act_by, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf():
    make_college()
    return commented_shelf()


def act(shelf, member, **later):
    return act_by(member, shelf.stand.at + timedelta(days=5, **later))


def shown(made: Comment):
    return one(made.summary.debate.slug, made.public_id)


def anchor_of(made: Comment, version) -> Anchor:
    return Anchor.objects.select_related("comment", "version__summary__debate").get(
        comment=made, version=version
    )


def test_comment_stands_on_exact_words_for_the_viewpoint_its_author_holds(shelf):
    made = comment(shelf, shelf.stand.holders[0])
    anchor = anchor_of(made, shelf.versions[0])
    assert (anchor.how, anchor.start, anchor.end) == (AnchorHow.WRITTEN, 23, 43)
    assert made.viewpoint == shelf.stand.viewpoints[0]
    assert made.text.words == "That was counted on a market day."
    entry = told(entries("summaries.comment.made")[0])
    assert entry["viewpoint"] == shelf.stand.viewpoints[0].public_id
    assert (entry["words"], entry["start"], entry["end"]) == (7, 23, 43)
    assert "market" not in str(entry)


def test_words_that_stand_twice_are_told_apart_by_statement_and_surroundings(shelf):
    member = shelf.stand.holders[0]
    with refused("summaries.selector.which"):
        comment(shelf, member, exact="cars")
    made = comment(shelf, member, exact="cars", statement=SENTENCES[1][0])
    assert shown(made).statement == SENTENCES[1][0]
    assert shown(comment(shelf, member, exact="cars", suffix=" a day")).statement == SENTENCES[0][0]


def test_without_a_viewpoint_one_is_undecided(shelf):
    assert comment(shelf, make_member()).viewpoint is None


def test_form_that_was_sent_twice_makes_one_comment(shelf):
    first = comment(shelf, shelf.stand.holders[0], token="t")
    assert comment(shelf, shelf.stand.holders[0], token="t") == first
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"exact": "twelve thousand cars"}, "summaries.selector.not-exact"),
        ({"exact": " "}, "summaries.selector.empty"),
        ({"text": " "}, "summaries.comment.empty"),
        ({"text": "word " * 151}, "summaries.comment.too-long"),
        ({"text": "x" * 5000}, "summaries.comment.too-long"),
    ],
)
def test_what_is_no_comment_is_refused(shelf, given, code):
    with refused(code):
        comment(shelf, shelf.stand.holders[0], **given)
    assert not Comment.objects.exists()


def test_law_2_equal_room_every_side_has_the_same_words_and_no_more(shelf):
    total = charter_in_force().budgets.summary_comments
    sides = [shelf.stand.holders[0], shelf.stand.holders[1], make_member()]
    for member in sides:
        for _ in range(total // 150):
            comment(shelf, member, text="word " * 150)
        with refused("summaries.comment.room-full"):
            comment(shelf, member, text="One word more than there is room for.")
    found = rooms(shelf.summary)
    assert [(room.used, room.left) for room in found] == [(total, 0)] * 3
    assert found[-1].viewpoint is None


def test_comment_that_is_taken_back_frees_its_room_and_loses_its_words(shelf):
    member = shelf.stand.holders[0]
    made = comment(shelf, member)
    withdraw_comment(act(shelf, member), made)
    made.refresh_from_db()
    made.text.refresh_from_db()
    assert (made.state, made.text.body) == (CommentState.WITHDRAWN, None)
    assert {room.used for room in rooms(shelf.summary)} == {0}
    assert of_version(shelf.versions[0]) == []
    assert withdraw_comment(act(shelf, member), made).pk == made.pk
    assert len(entries("summaries.comment.withdrawn")) == 1


def test_pages_see_that_a_comment_came(shelf):
    before = Summary.objects.get().version
    comment(shelf, shelf.stand.holders[0])
    assert Summary.objects.get().version == before + 1


def test_candidate_is_commented_while_it_is_out_for_attestation(shelf):
    version = write(shelf, dict(SENTENCES), state=VersionState.CANDIDATE)
    with refused("summaries.permission.may-not"):
        comment(shelf, shelf.stand.holders[0])
    Summary.objects.update(state=SummaryState.ATTESTING)
    assert comment(shelf, shelf.stand.holders[0]).made_on == version


def test_comments_go_along_to_the_next_version(shelf):
    one_, two = shelf.stand.holders
    kept = comment(shelf, one_)
    moved = comment(
        shelf, one_, exact="In the trial, waiting times rose from four to eleven minutes"
    )
    asked = comment(shelf, two, exact="buses")
    lost = comment(shelf, two, exact="The old bridge")
    version = write(
        shelf,
        {
            "n000000000001": "A sentence before them all.",
            SENTENCES[0][0]: "Today it carries eleven thousand cars a day.",
            SENTENCES[1][0]: "Closed means closed to private cars; busses would still cross.",
            SENTENCES[2][0]: "In the trial waiting times rose from four to eleven minutes.",
        },
    )
    assert reanchor(act(shelf, one_), version) == 4
    assert reanchor(act(shelf, one_), version) == 0
    found = {row.comment_id: row for row in Anchor.objects.filter(version=version)}
    assert [found[c.pk].how for c in (kept, moved, asked, lost)] == [
        AnchorHow.EXACT,
        AnchorHow.MOVED,
        AnchorHow.PROPOSED,
        AnchorHow.ORPHANED,
    ]
    there = of_version(version)
    assert [one.public_id for one in there] == [c.public_id for c in (kept, asked, moved, lost)]
    assert [one.selector.exact if one.selector else "" for one in there] == [
        "eleven thousand cars",
        "busses",
        "In the trial waiting times rose from four to eleven minutes",
        "",
    ]
    assert Notice.objects.filter(member=two, code="summaries.anchor.asked").count() == 1
    assert [one.public_id for one in to_confirm(two)] == [asked.public_id]


def test_author_says_whether_a_comment_belongs_where_it_was_put(shelf):
    member = shelf.stand.holders[1]
    made = [
        comment(shelf, member, exact=exact)
        for exact in ("private cars; buses", "cars; buses would")
    ]
    version = write(
        shelf,
        dict(SENTENCES)
        | {SENTENCES[1][0]: "Closed means closed to private cars; coaches would still cross."},
    )
    reanchor(act(shelf, member), version)
    anchors = [anchor_of(row, version) for row in made]
    assert [row.how for row in anchors] == [AnchorHow.PROPOSED] * 2
    yes = confirm_anchor(act(shelf, member), anchors[0], belongs=True)
    no = confirm_anchor(act(shelf, member), anchors[1], belongs=False)
    assert (yes.how, no.how, no.start) == (AnchorHow.CONFIRMED, AnchorHow.ORPHANED, None)
    assert to_confirm(member) == []
    assert not Notice.objects.filter(code="summaries.anchor.asked", read_at=None).exists()
    with refused("summaries.permission.may-not"):
        confirm_anchor(act(shelf, member), anchors[0], belongs=False)


def test_orphan_finds_its_words_again_when_a_later_version_has_them_back(shelf):
    made = comment(shelf, shelf.stand.holders[0])
    member = shelf.stand.holders[0]
    reanchor(act(shelf, member), write(shelf, {SENTENCES[1][0]: SENTENCES[1][1]}))
    assert one(shelf.stand.debate.slug, made.public_id).is_orphaned
    version = write(shelf, dict(SENTENCES))
    reanchor(act(shelf, member), version)
    assert anchor_of(made, version).how == AnchorHow.EXACT


def test_behind_erased_words_a_comment_is_on_no_others(shelf):
    member = shelf.stand.holders[0]
    before = comment(shelf, member)
    behind = comment(shelf, member, exact="In the trial")
    erase(act(shelf, member), shelf.rows(shelf.versions[0])[1].text, ground="law")
    assert shown(before).selector.exact == "eleven thousand cars"
    found = shown(behind)
    assert (found.selector, found.statement, found.closed) == (None, "", True)
    version = write(shelf, dict(SENTENCES))
    reanchor(act(shelf, member), version)
    assert anchor_of(before, version).how == AnchorHow.EXACT
    assert anchor_of(behind, version).how == AnchorHow.ORPHANED


def test_comments_of_a_version_are_asked_for_in_six_questions(shelf, django_assert_num_queries):
    version = shelf.versions[0]
    for number in range(12):
        comment(shelf, shelf.stand.holders[number % 2], text=f"Note {number} on this.")
    with django_assert_num_queries(6):
        found = of_version(version)
    assert len(found) == 12
    sides = [one.viewpoint.public_id for one in found]
    assert sides == sorted(sides, key=sides.index)
