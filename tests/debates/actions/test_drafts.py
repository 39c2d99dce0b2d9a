"""Two independent drafts."""

import pytest

from college.debates.actions.drafts import add_draft
from college.debates.actions.questions import use_draft
from college.debates.models import Draft, QuestionWording
from college.debates.queries import drafts
from college.debates.rules.stages import Stage
from college.ground.refusals import Refusal
from college.record.models import Entry
from tests.factories.colleges import make_college
from tests.factories.debates import add_holder, make_debate
from tests.factories.people import make_member

pytestmark = pytest.mark.django_db
WORDING = "How should people cross the water in winter?"
NAMES = ["By the ferry, every day", "By a bridge"]


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def write(stand, member, wording=WORDING) -> Draft:
    return add_draft(stand.act(member), stand.debate, wording=wording, viewpoints_listed=NAMES)


def test_first_draft_is_hidden_and_its_words_are_not_named_in_the_record():
    stand = make_debate(Stage.FRAMING)
    one, other = stand.holders
    draft = write(stand, one)
    assert drafts.readable(stand.debate, one) == [draft]
    assert drafts.readable(stand.debate, other) == []
    assert drafts.readable(stand.debate, None) == []
    assert not any(draft.wording_id.encode() in bytes(e.body) for e in Entry.objects.all())


def test_both_are_shown_when_both_are_in():
    stand = make_debate(Stage.FRAMING)
    both = [write(stand, holder, f"{WORDING[:-1]}, {n}?") for n, holder in enumerate(stand.holders)]
    assert drafts.readable(stand.debate, None) == both
    opened = Entry.objects.filter(kind="debates.draft.opened")
    assert [
        draft.wording_id.encode() in bytes(e.body) for draft, e in zip(both, opened, strict=True)
    ]


def test_second_draft_is_not_of_the_same_viewpoint_nor_of_the_undecided():
    stand = make_debate(Stage.FRAMING)
    write(stand, stand.holders[0])
    for member in (
        stand.holders[0],
        add_holder(stand, stand.viewpoints[0]),
        add_holder(stand, None),
    ):
        with pytest.raises(Refusal):
            write(stand, member)
    assert Draft.objects.count() == 1


def test_wording_is_taken_over_by_the_author_of_the_other_draft():
    stand = make_debate(Stage.FRAMING)
    one, other = (write(stand, holder) for holder in stand.holders)
    with pytest.raises(Refusal):
        use_draft(stand.act(one.by), one)
    with pytest.raises(Refusal):
        use_draft(stand.act(make_member()), one)
    use_draft(stand.act(other.by), one)
    newest = QuestionWording.objects.order_by("-number")[0]
    assert newest.text.words == WORDING
    entry = Entry.objects.get(kind="debates.question.reworded")
    assert one.public_id.encode() in bytes(entry.body)


def test_proposer_of_the_question_can_use_either():
    stand = make_debate(Stage.FRAMING)
    one, _other = (write(stand, holder) for holder in stand.holders)
    assert use_draft(stand.act(stand.proposer), one).number == 2
