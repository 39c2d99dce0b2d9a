"""The sentences of a version, with whose they are and what they rest on, in few queries."""

import pytest

from college.debates.models import Contribution
from college.debates.rules.kinds import State
from college.quizzes.queries import desk
from college.quizzes.queries.sentences import of_version
from college.record.actions.texts import erase
from college.summaries.rules.sections import SectionKind
from tests.factories.acts import make_act
from tests.factories.colleges import make_college
from tests.factories.people import make_member
from tests.factories.quizzes import make_quiz
from tests.factories.readings import make_shelf, make_version

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def charter():
    return make_college()


def test_each_sentence_knows_its_section_its_side_and_what_it_rests_on():
    bank = make_quiz()
    rows = list(bank.version.statements.select_related("text", "viewpoint").order_by("order"))
    found = of_version(bank.version)
    assert [one.statement for one in found] == [row.statement for row in rows]
    assert [one.text for one in found] == [row.text_id for row in rows]
    for one, row in zip(found, rows, strict=True):
        assert one.viewpoint == (row.viewpoint.public_id if row.viewpoint else "")
        said = [link.contribution.public_id for link in row.links.order_by("order")]
        assert [rest.contribution for rest in one.rests_on] == said


def test_what_cannot_be_read_has_no_words():
    bank = make_quiz()
    row = bank.version.statements.get(order=5)
    erase(make_act(), row.text, ground="unlawful")
    link = row.links.first()
    Contribution.objects.filter(pk=link.contribution_id).update(state=State.RESTRICTED)
    found = {one.statement: one for one in of_version(bank.version)}[row.statement]
    assert (found.words, found.rests_on[0].words) == ("", "")


def test_what_challenges_and_concessions_are_about_is_known():
    bank = make_quiz()
    rests = [rest for one in of_version(bank.version) for rest in one.rests_on]
    sides = {one.public_id for one in bank.viewpoints}
    for rest in rests:
        assert rest.about <= sides
        if rest.kind == "challenge":
            assert rest.about


@pytest.mark.parametrize("each", [1, 6])
def test_sentences_and_desk_ask_as_often_however_long_the_version(
    each, django_assert_max_num_queries
):
    shelf = make_shelf(said=60)
    make_version(shelf, each=each, links=3)
    with django_assert_max_num_queries(6):
        assert len(of_version(shelf.versions[0])) == each * (len(SectionKind) + 1)
    member = make_member()
    with django_assert_max_num_queries(14):
        desk.board(shelf.stand.debate, member)
