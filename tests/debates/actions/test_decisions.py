"""A second look at what was refused, merged, split or labelled; what it turns is undone, or said."""

import pytest

from college.committees.models import Case
from college.committees.rules.tally import Choice
from college.debates.actions.decisions import appeal_decision
from college.debates.actions.evidence import add_evidence
from college.debates.actions.evidence_labels import ask_label
from college.debates.actions.mergers import ask_merger
from college.debates.actions.objections import object_to_question, object_to_viewpoint
from college.debates.actions.splits import ask_split
from college.debates.actions.viewpoints import propose_viewpoint
from college.debates.models import EvidenceLabel, Merger, Split
from college.debates.queries.decisions import of_case
from college.debates.rules.evidence_labels import EvidenceLabelWord
from college.debates.rules.stages import Stage
from college.people.models import Notice
from tests.debates.actions.said import LINE, Room
from tests.factories.acts import refused
from tests.factories.colleges import make_college
from tests.factories.committees import make_roster
from tests.factories.debates import STATEMENT, make_debate
from tests.factories.hearings import decide, make_court
from tests.factories.people import make_member, suspend

pytestmark = pytest.mark.django_db
REASON = "The question leaves out those who live on the island."


@pytest.fixture
def room():
    make_college()
    return make_court()


def appeal(room, member, case) -> None:
    appeal_decision(room.act(member), of_case(case.public_id))


def turned(room, member, case) -> Case:
    """Appealed, and found otherwise."""
    appeal(room, member, case)
    return decide(room, case, Choice.KEEP)


def refused_viewpoint(room):
    late = propose_viewpoint(
        room.act(room.undecided), room.debate, name="Another way", statement=STATEMENT
    )
    objection = object_to_viewpoint(room.act(room.one), late, reason=REASON)
    return late, decide(room, objection.case, Choice.GRANT, "no-viewpoint")


def test_law_4_no_reasonless_action_who_proposed_what_was_refused_has_a_second_look(room):
    late, case = refused_viewpoint(room)
    notice = Notice.objects.get(member=room.undecided, code="debates.objection.refused")
    assert notice.path == f"/decisions/{case.public_id}/"
    turned(room, room.undecided, case)
    late.refresh_from_db()
    assert late.refused_at is None


def test_refused_question_comes_back_when_a_second_look_turns_it():
    make_college()
    stand = make_debate(Stage.PROPOSED)
    make_roster(at=stand.at)
    room = Room(stand, *[make_member() for _ in range(4)], undecided=make_member())
    objection = object_to_question(room.act(room.one), room.debate, reason=REASON)
    case = decide(room, objection.case, Choice.GRANT, "question-not-fit")
    assert room.debate.stage == Stage.REGISTERED
    turned(room, room.debate.proposed_by, case)
    assert room.debate.stage == Stage.PROPOSED


def test_nobody_else_appeals_and_nobody_twice(room):
    _late, case = refused_viewpoint(room)
    for member in (room.one, room.two):
        with refused("debates.permission.may-not"):
            appeal(room, member, case)
    appeal(room, room.undecided, case)
    with refused("debates.permission.may-not"):
        appeal(room, room.undecided, case)


def test_who_is_suspended_appeals_too(room):
    _late, case = refused_viewpoint(room)
    suspend(room.undecided)
    appeal(room, room.undecided, case)


def test_merged_viewpoints_are_two_again(room):
    part, whole = room.stand.viewpoints[1], room.stand.viewpoints[0]
    case = ask_merger(room.act(room.one), part, into=whole, reason=REASON).case
    turned(room, room.two, decide(room, case, Choice.GRANT, "same-viewpoint"))
    assert Merger.objects.get().settled == "kept"
    part.refresh_from_db()
    assert part.merged_into is None


def test_label_is_taken_away_again(room):
    evidence = add_evidence(
        room.act(room.one),
        room.debate,
        bears_on=room.claim(room.one),
        form="for",
        source=LINE,
        quotation="Daily from nine.",
        text="The table says so.",
    )
    word = EvidenceLabelWord.NOT_FOUND
    asked = ask_label(room.act(room.two), evidence, word=word, reason=REASON)
    turned(room, room.one, decide(room, asked.case, Choice.GRANT, word.value))
    assert EvidenceLabel.objects.get().settled == "kept"


def test_split_that_is_turned_says_so_and_what_stands_by_itself_stays(room):
    whole = room.stand.viewpoints[0]
    split = ask_split(
        room.act(room.mate), whole, name="Ferry on weekdays", statement=STATEMENT, reason=REASON
    )
    case = decide(room, split.case, Choice.GRANT, "two-viewpoints")
    turned(room, room.one, case)
    split = Split.objects.get()
    assert (split.settled, split.made is not None) == ("kept", True)
    assert of_case(case.public_id).reason is None


def test_hearing_of_a_text_is_no_decision(room):
    _late, case = refused_viewpoint(room)
    assert of_case(case.public_id) is not None
    assert of_case("0123456789abc") is None
