"""Register, propose, reword, rename and link questions."""

import pytest

from college.debates.actions import questions
from college.debates.actions.subjects import add_subject
from college.debates.models import Debate, Postponement, QuestionWording
from college.debates.queries.questions import asked, moved_to
from college.debates.rules.stages import Stage
from college.ground.refusals import Refusal
from college.record.models import Entry
from tests.factories.colleges import make_college
from tests.factories.debates import QUESTION, make_debate
from tests.factories.people import act_by, make_member, make_steward, suspend

pytestmark = pytest.mark.django_db
OTHER = "Should the town build a bridge where the ferry runs?"
REASON = "With a bridge the ferry would have no passengers left."


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def kinds() -> list[str]:
    rows = Entry.objects.filter(kind__startswith="debates.").order_by("id")
    return list(rows.values_list("kind", flat=True))


def refused(call, *args, **kwargs) -> Refusal:
    with pytest.raises(Refusal) as caught:
        call(*args, **kwargs)
    return caught.value


def test_proposed_question_has_an_address_a_notice_and_an_entry(charter):
    act = act_by(make_member())
    debate = questions.propose_question(act, wording=QUESTION, place="The town")
    assert debate.slug == "town-keep-ferry-running-winter"
    assert debate.admit_at == act.at + charter.clocks.question_notice
    assert asked(debate.slug).text.words == QUESTION
    assert kinds() == ["debates.question.proposed"]


def test_suspended_member_proposes_nothing():
    member = suspend(make_member())
    found = refused(questions.propose_question, act_by(member), wording=QUESTION)
    assert found.code == "people.member.may-not-act"
    assert not Debate.objects.exists()


def test_registered_question_is_proposed_by_whoever_does():
    stand, other = make_debate(Stage.REGISTERED), make_member()
    debate = questions.propose_registered(act_by(other), stand.debate)
    assert (debate.stage, debate.proposed_by) == (Stage.PROPOSED, other)
    assert kinds() == ["debates.question.registered", "debates.question.proposed"]


def test_too_many_questions_within_a_day(charter):
    act = act_by(make_member())
    for number in range(charter.limits.questions_per_day):
        questions.register_question(act, wording=f"Should house number {number} be painted?")
    found = refused(questions.propose_question, act, wording=QUESTION)
    assert found.code == "debates.question.too-many-a-day"


def test_the_very_same_question_is_not_asked_twice():
    stand = make_debate(Stage.PROPOSED)
    found = refused(questions.propose_question, act_by(make_member()), wording=QUESTION.upper())
    assert found.code == "debates.question.already-there"
    assert found.params == {"slug": stand.debate.slug}


def test_alike_question_gets_an_address_of_its_own():
    stand = make_debate(Stage.PROPOSED)
    again = f"{QUESTION[:-1]} or not?"
    debate = questions.propose_question(act_by(make_member()), wording=again)
    assert debate.slug != stand.debate.slug


def test_rewording_keeps_the_old_words_and_begins_the_notice_anew(charter):
    stand = make_debate(Stage.PROPOSED)
    act = stand.act(stand.proposer, days=2)
    questions.reword_question(act, stand.debate, wording=OTHER, place="", period="", seen=1)
    stand.fresh()
    assert stand.debate.admit_at == act.at + charter.clocks.question_notice
    rows = QuestionWording.objects.order_by("number")
    assert [row.text.words for row in rows] == [QUESTION, OTHER]
    assert Postponement.objects.get().date == "admit_at"
    assert kinds()[-2:] == ["debates.question.reworded", "debates.dates.moved"]


def test_rewording_over_an_unseen_wording_is_refused_with_its_words():
    stand = make_debate(Stage.FRAMING)
    act = stand.act(stand.proposer)
    questions.reword_question(act, stand.debate, wording=OTHER, place="here", period="", seen=1)
    found = refused(
        questions.reword_question,
        act,
        stand.debate,
        wording="Should the ferry be free?",
        place="",
        period="",
        seen=1,
    )
    assert found.code == "debates.question.stale"
    assert found.params == {"number": 2, "wording": OTHER, "place": "here", "period": ""}


def test_renamed_debate_is_found_under_every_former_address():
    stand, steward = make_debate(), make_steward()
    first = stand.debate.slug
    for slug in ("ferry", "winter-ferry"):
        questions.rename_debate(act_by(steward), stand.debate, slug=slug)
    assert moved_to(first) == moved_to("ferry") == "winter-ferry"
    questions.rename_debate(act_by(steward), stand.debate, slug="ferry")
    assert moved_to("winter-ferry") == "ferry"
    assert moved_to("ferry") is None


def test_former_address_of_another_debate_is_not_given_away():
    stand, steward = make_debate(), make_steward()
    first = stand.debate.slug
    questions.rename_debate(act_by(steward), stand.debate, slug="ferry")
    other = make_debate(Stage.PROPOSED, wording=OTHER).debate
    found = refused(questions.rename_debate, act_by(steward), other, slug=first)
    assert found.code == "debates.debate.address-taken"


def test_steward_files_a_question_under_a_subject():
    stand, steward = make_debate(), make_steward()
    subject = add_subject(act_by(steward), name="City and transport")
    questions.file_question(act_by(steward), stand.debate, subject=subject)
    assert asked(stand.debate.slug).debate.subject == subject
    assert kinds()[-2:] == ["debates.subject.added", "debates.question.filed"]


def test_turn_points_both_ways_once():
    one, other = make_debate(), make_debate(Stage.PROPOSED, wording=OTHER)
    act = act_by(make_member())
    questions.add_turn(act, one.debate, on=other.debate, reason=REASON)
    found = refused(questions.add_turn, act, one.debate, on=other.debate, reason=REASON)
    assert found.code == "debates.turn.already"
    found = refused(questions.add_turn, act, one.debate, on=one.debate, reason=REASON)
    assert found.code == "debates.turn.itself"
