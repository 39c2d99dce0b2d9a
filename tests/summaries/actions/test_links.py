"""A statement rests on what can be read in its own debate; a reworded source is looked at again."""

from dataclasses import replace

import pytest

from college.debates.actions.claims import add_claim
from college.debates.actions.evidence import add_evidence
from college.debates.actions.revisions import revise
from college.debates.actions.withdrawals import withdraw
from college.debates.models import Contribution, Debate, Revision
from college.debates.rules.kinds import State
from college.debates.rules.posting import SourceLine
from college.debates.rules.stages import Stage
from college.record.actions.texts import erase
from college.record.charters import charter_in_force
from college.summaries.actions import writing
from college.summaries.actions.links import confirm_link, link, unlink
from college.summaries.queries import drafts
from tests.factories.acts import refused
from tests.factories.colleges import make_college
from tests.factories.debates import make_debate
from tests.factories.summaries import make_summary

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    make_college()
    return make_summary()


def _links(desk, row):
    board = drafts.board(desk.draft(1), now=desk.at)
    return next(line for part in board.parts for line in part.lines if line.key == row.pk).links


def _reword(desk, claim, text):
    """As somebody does while the debate is open again."""
    Debate.objects.update(stage=Stage.OPEN)
    claim = Contribution.objects.get(pk=claim.pk)
    revise(desk.act(claim.author), claim, text=text, expected=claim.head)
    Debate.objects.update(stage=Stage.CLOSED)


def test_links_are_pinned_in_order_and_let_go(desk):
    row, act = desk.write(1, links=[]), desk.act(desk.teams[1][0])
    one, two = desk.claims
    assert link(act, row, two).pk == link(act, row, two).pk
    link(act, row, one)
    assert [(at.contribution, at.pinned) for at in _links(desk, row)] == [
        (two.public_id, 1),
        (one.public_id, 1),
    ]
    assert unlink(act, row, two)
    assert not unlink(act, row, two)
    assert [at.contribution for at in _links(desk, row)] == [one.public_id]


def test_reworded_source_is_stale_until_it_is_confirmed(desk):
    row, act = desk.write(1), desk.act(desk.teams[1][0])
    _reword(desk, desk.claims[0], "The ferry runs daily!")
    (at,) = _links(desk, row)
    assert (at.stale, at.pinned, at.item.head) == (True, 1, 2)
    confirm_link(act, row, desk.claims[0])
    (at,) = _links(desk, row)
    assert (at.stale, at.pinned) == (False, 2)


def test_only_a_link_that_is_there_is_confirmed(desk):
    row = desk.write(1, links=[])
    with refused("summaries.link.none"):
        confirm_link(desk.act(desk.teams[1][0]), row, desk.claims[0])


def test_nothing_of_another_debate_is_linked(desk):
    stand = make_debate(wording="Should the harbour be dredged before winter?")
    other = add_claim(
        stand.act(stand.holders[0]), stand.debate, form="factual", text="Silt is deep."
    )
    row = desk.write(1, links=[])
    with refused("summaries.link.elsewhere"):
        link(desk.act(desk.teams[1][0]), row, other)


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.RESTRICTED, State.ERASED])
def test_what_cannot_be_read_is_not_linked(desk, state):
    row = desk.write(1, links=[])
    Contribution.objects.filter(pk=desk.claims[0].pk).update(state=state)
    with refused("summaries.link.gone"):
        link(desk.act(desk.teams[1][0]), row, desk.claims[0])


def test_erased_words_are_not_linked(desk):
    row, text = desk.write(1, links=[]), Revision.objects.get(contribution=desk.claims[0]).text
    erase(desk.act(desk.stand.proposer), text, ground="law")
    with refused("summaries.link.gone"):
        link(desk.act(desk.teams[1][0]), row, desk.claims[0])


def test_link_whose_source_went_is_shown_as_gone(desk):
    row = desk.write(1)
    withdraw(desk.act(desk.stand.holders[0]), desk.claims[0])
    (at,) = _links(desk, row)
    assert at.gone
    assert drafts.board(desk.draft(1), now=desk.at).ungrounded == 1


def test_more_than_anybody_follows_is_not_linked(desk, monkeypatch):
    charter = charter_in_force()
    few = replace(charter, limits=replace(charter.limits, statement_links=1))
    monkeypatch.setattr(writing, "charter_in_force", lambda: few)
    row = desk.write(1)
    with refused("summaries.link.too-many"):
        link(desk.act(desk.teams[1][0]), row, desk.claims[1])


def test_only_the_team_links(desk):
    row = desk.write(1)
    for act in (desk.act(desk.teams[2][0]), desk.act(desk.reader)):
        for do in (link, unlink, confirm_link):
            with refused("summaries.permission.may-not"):
                do(act, row, desk.claims[0])


def _evidence(desk, url):
    """A source brought while the debate was open."""
    Debate.objects.update(stage=Stage.OPEN)
    source = SourceLine(title="The crossing counted", locator="p. 2", url=url)
    made = add_evidence(
        desk.act(desk.stand.holders[0]),
        desk.debate,
        bears_on=desk.claims[0],
        form="context",
        source=source,
        quotation="Two hundred people crossed.",
    )
    Debate.objects.update(stage=Stage.CLOSED)
    return made


def test_a_summary_does_not_rest_on_itself(desk):
    row, act = desk.write(1, links=[]), desk.act(desk.teams[1][0])
    own = f"https://college.example/debates/{desk.debate.slug}/summary/v/1/"
    with refused("summaries.link.circular"):
        link(act, row, _evidence(desk, own))
    link(act, row, _evidence(desk, "https://elsewhere.example/debates/other/summary/"))
    link(act, row, _evidence(desk, ""))
