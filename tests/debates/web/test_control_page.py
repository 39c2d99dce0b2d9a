"""The page on which a steward offers a control case."""

import pytest

from college.committees.models import Control
from college.debates.rules.grounds import Ground
from college.debates.rules.stages import Stage
from tests.debates.web.browsers import signed_in
from tests.factories.colleges import make_college
from tests.factories.committees import open_epoch
from tests.factories.debates import make_debate
from tests.factories.people import make_steward

pytestmark = pytest.mark.django_db


@pytest.fixture
def stand():
    make_college()
    open_epoch()
    return make_debate(Stage.OPEN)


def page(stand) -> str:
    return f"/debates/{stand.debate.slug}/take-part/settings/control/"


def sent(stand, **changes) -> dict:
    sides = [viewpoint.public_id for viewpoint in stand.viewpoints[:2]]
    return {
        "words": "You are all fools.",
        "rule": Ground.INSULT.value,
        "answer": "grant",
        "sides": sides,
        **changes,
    }


def test_a_steward_offers_a_pair(stand):
    browser = signed_in(make_steward())
    assert browser.get(page(stand)).status_code == 200
    answer = browser.post(page(stand), sent(stand))
    assert answer["Location"] == f"/debates/{stand.debate.slug}/take-part/settings/"
    sides = set(Control.objects.values_list("own_side", "rule", "answer"))
    assert sides == {(v.public_id, "insult", "grant") for v in stand.viewpoints[:2]}
    assert 'href="control/"' in browser.get(answer["Location"]).content.decode()


@pytest.mark.parametrize(
    "changes", [{"rule": "falsity"}, {"sides": []}, {"answer": "perhaps"}, {"words": ""}]
)
def test_what_does_not_fit_is_shown_again_with_what_was_typed(stand, changes):
    browser = signed_in(make_steward())
    answer = browser.post(page(stand), sent(stand, **changes))
    assert answer.status_code == 422
    assert not Control.objects.exists()
    assert changes.get("words", "You are all fools.") in answer.content.decode()


def test_nobody_else_is_let_in(stand):
    answer = signed_in(stand.holders[0]).get(page(stand))
    assert answer.status_code == 403
    assert "Only stewards can offer a control case" in answer.content.decode()
