"""Law 2: every viewpoint that has holders gets in, with the same room and the same prominence."""

import re

import pytest
from django.test import Client

from college.debates.actions.viewpoints import propose_viewpoint
from college.debates.rules.stages import Stage
from college.ground.refusals import Refusal
from tests.factories.colleges import make_college
from tests.factories.debates import add_delegate, add_holder, make_debate
from tests.factories.people import make_member

pytestmark = [pytest.mark.django_db, pytest.mark.urls("college.web.debates.urls")]


def columns(page: str) -> list[str]:
    """The viewpoints' columns with everything that is theirs (letters, names, words, ids) blanked."""
    found = re.findall(r'<section class="viewpoint".*?</section>', page, flags=re.S)
    return [re.sub(r">[^<]+<|[0-9a-z]{13}|-[a-z]+\b|\"viewpoint-\w+\"", "", one) for one in found]


def test_law_2_every_viewpoint_is_protected_one_holder_is_enough():
    make_college()
    stand = make_debate(Stage.FRAMING, viewpoints=3)
    for _ in range(4):
        add_holder(stand, stand.viewpoints[0])
    assert all(viewpoint.admitted_at for viewpoint in stand.viewpoints)


def test_law_2_every_viewpoint_is_protected_equal_columns():
    make_college()
    stand = make_debate(Stage.OPEN, viewpoints=4)
    for _ in range(3):
        add_holder(stand, stand.viewpoints[0])
    for viewpoint in stand.viewpoints:
        add_delegate(stand, viewpoint)
    stand.wait(days=7)
    found = columns(Client().get(f"/debates/{stand.debate.slug}/").content.decode())
    assert len(found) == 4
    assert len(set(found)) == 1


@pytest.mark.parametrize(("words", "refused"), [(250, False), (251, True)])
def test_law_2_every_viewpoint_is_protected_the_same_words_for_the_first_and_the_last(
    words, refused
):
    make_college()
    for stand in (
        make_debate(Stage.FRAMING, viewpoints=0),
        make_debate(Stage.FRAMING, viewpoints=5, wording="Should the market be roofed over?"),
    ):
        act = stand.act(make_member())
        if refused:
            with pytest.raises(Refusal) as caught:
                propose_viewpoint(act, stand.debate, name="Late", statement="word " * words)
            assert caught.value.params["most"] == 250
        else:
            assert propose_viewpoint(act, stand.debate, name="Late", statement="word " * words)
