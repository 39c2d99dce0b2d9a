"""Law 5: no one person, and no one panel, puts an item into a quiz or takes it out."""

from datetime import timedelta

import pytest

from college.committees.actions.stewards import vote_as_steward
from college.committees.rules.areas import WAYS, Procedure
from college.committees.rules.feasibility import size_of
from college.committees.rules.tally import Choice
from college.ground.charter import Preset
from college.people.queries import stewards
from college.quizzes.due import due
from college.quizzes.models import Item
from college.quizzes.rules.life import ItemState
from college.record.actions.texts import withhold
from college.record.models import Text
from tests.factories.colleges import make_college
from tests.factories.people import act_by, make_steward
from tests.factories.quizzes import make_item, make_quiz

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("preset", list(Preset))
@pytest.mark.parametrize("procedure", [Procedure.KEY, Procedure.ITEM])
def test_law_5_no_item_is_decided_by_one_panel(preset, procedure):
    charter = make_college(preset)
    for name in WAYS[procedure].sizes:
        assert size_of(charter, name).panels >= 2


@pytest.mark.parametrize("choice", list(Choice))
def test_law_5_no_item_is_decided_by_one_steward(choice):
    make_college()
    make_steward()
    make_steward()
    bank = make_quiz()
    item = make_item(bank.quiz, viewpoint=bank.viewpoints[0], state=ItemState.ASKED)
    one = act_by(stewards().first().member, bank.at + timedelta(minutes=1))
    ground = "key-stands" if choice is Choice.GRANT else ""
    vote_as_steward(one, item.case, choice=choice, ground=ground, reason="It says so.")
    due(bank.at + timedelta(hours=1))
    assert Item.objects.get(pk=item.pk).state == ItemState.ASKED


def test_law_5_who_holds_a_sentence_back_for_a_time_takes_no_item_out(act):
    make_college()
    bank = make_quiz()
    item = make_item(bank.quiz, viewpoint=bank.viewpoints[0])
    text = Text.objects.get(pk=item.content["sources"][0]["text"])
    withhold(act, text, ground="threat", case="", until=bank.at + timedelta(hours=72))
    due(bank.at)
    assert Item.objects.get(pk=item.pk).state == ItemState.LIVE
