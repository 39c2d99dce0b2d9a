"""Claims: what changes, what is recorded, what is refused."""

import json

import pytest

from college.debates.actions.claims import add_claim
from college.debates.models import Contribution, Debate, Placement, Quotation, Revision
from college.debates.rules.links import Span
from college.debates.rules.stages import Stage
from college.people.models import Member
from college.record.models import Entry, Text
from tests.debates.actions.said import entries, make_room
from tests.factories.acts import refused
from tests.factories.briefs import make_brief, make_remark
from tests.factories.colleges import make_college
from tests.factories.debates import add_holder
from tests.factories.people import make_member, suspend

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    make_college()
    return make_room()


def test_claim_is_kept_for_the_viewpoint_its_author_holds(room):
    claim = room.claim(room.one, "  The ferry\nruns daily. ")
    assert (claim.kind, claim.form, claim.state) == ("claim", "factual", "standing")
    assert (claim.viewpoint, claim.author, claim.words) == (room.stand.viewpoints[0], room.one, 4)
    revision = Revision.objects.get(contribution=claim)
    assert (revision.number, revision.text.words) == (1, "The ferry runs daily.")
    assert Placement.objects.get(contribution=claim).depth == 0


def test_claim_is_recorded_without_a_word_of_it(room):
    claim = room.claim(room.one)
    (entry,) = entries("debates.claim.added")
    body = json.loads(bytes(entry.body))
    assert body["actor"] == room.one.public_id
    assert entry.subject == claim.public_id
    assert body["data"] == {
        "contribution": claim.public_id,
        "debate": room.debate.public_id,
        "viewpoint": room.stand.viewpoints[0].public_id,
        "stage": "open",
        "as_delegate": False,
        "text": Revision.objects.get(contribution=claim).text_id,
        "words": 4,
        "quotes": [],
        "succeeds": "",
        "succeeds_text": "",
        "form": "factual",
    }


def test_undecided_author_speaks_for_no_viewpoint(room):
    assert room.claim(room.undecided).viewpoint is None
    assert room.claim(make_member(at=room.stand.at)).viewpoint is None


def test_holder_of_a_viewpoint_in_its_notice_speaks_for_none_yet(room):
    type(room.stand.viewpoints[0]).objects.filter(pk=room.stand.viewpoints[0].pk).update(
        admitted_at=None
    )
    assert room.claim(room.one).viewpoint is None


def test_version_of_the_debate_moves_with_every_claim(room):
    before = Debate.objects.get(pk=room.debate.pk).version
    room.claim(room.one)
    assert Debate.objects.get(pk=room.debate.pk).version == before + 1


def test_same_token_adds_once_for_one_author_only(room):
    def say(member: Member) -> Contribution:
        return add_claim(
            room.act(member), room.debate, form="value", text="It is fair.", token="once"
        )

    first, again, other = say(room.one), say(room.one), say(room.two)
    assert first == again != other
    assert len(entries("debates.claim.added")) == 2


@pytest.mark.parametrize("stage", [s for s in Stage if s is not Stage.OPEN])
def test_claim_is_refused_at_other_stages_and_leaves_nothing(room, stage):
    Debate.objects.filter(pk=room.debate.pk).update(stage=stage)
    before = Text.objects.count(), Entry.objects.count()
    with refused("debates.contribution.stage"):
        room.claim(room.one)
    assert (Text.objects.count(), Entry.objects.count()) == before


def test_suspended_member_adds_nothing(room):
    with refused("people.member.may-not-act"):
        room.claim(suspend(room.one))


def test_newcomer_adds_eight_in_the_first_hour(room):
    newcomer = make_member(at=room.stand.at)
    for n in range(8):
        room.claim(newcomer, f"Claim {n}.", minutes=n)
    with refused("debates.contribution.too-often"):
        room.claim(newcomer, "One more.", minutes=10)
    room.claim(newcomer, "An hour after the first.", minutes=60)


def test_budget_of_a_member_and_of_a_side_is_kept(room):
    share = 12000 * 20 // 100
    Contribution.objects.filter(pk=room.claim(room.one).pk).update(words=share - 3)
    with refused("debates.budget.own-share"):
        room.claim(room.one, "Four words too many.")
    room.claim(room.mate, "Another has their own.")
    Contribution.objects.filter(author=room.mate).update(words=12000 - 3000 - share + 3 - 1)
    with refused("debates.budget.side-full"):
        room.claim(add_holder(room.stand, room.stand.viewpoints[0]), "Two more.")
    room.claim(room.two, "The other side has its own room.")


def test_words_said_while_open_do_not_burden_the_closing(room):
    claim = room.claim(room.one)
    Contribution.objects.filter(pk=claim.pk).update(words=12000, stage="closing")
    room.claim(room.one, "It stops in winter.")


def test_successor_links_to_the_wording_it_succeeds(room):
    old = room.claim(room.one)
    new = add_claim(
        room.act(room.one), room.debate, form="factual", text="It runs on weekdays.", succeeds=old
    )
    link = new.links.get()
    assert (link.kind, link.target, link.pinned.number) == ("succeeds", old, 1)
    body = json.loads(bytes(entries("debates.claim.added")[-1].body))
    assert body["data"]["succeeds"] == old.public_id
    with refused("debates.contribution.succeeded"):
        add_claim(room.act(room.one), room.debate, form="value", text="Again.", succeeds=old)
    with refused("debates.permission.may-not"):
        add_claim(room.act(room.two), room.debate, form="value", text="Mine.", succeeds=new)


def test_exact_words_must_be_in_the_debates_own_brief(room):
    with refused("debates.quotation.not-found"):
        add_claim(
            room.act(room.one),
            room.debate,
            form="value",
            text="So.",
            quotes=[Span("0123456789abc", 0, 4)],
        )
    assert not Quotation.objects.exists()


def test_no_more_words_are_quoted_than_the_charter_allows(room):
    """Nor by a form that was not made by the page."""
    brief = make_brief(room.stand, make_remark("long", words="Nine. " * 121))
    remark = brief.remarks.get()

    def quoting(end):
        return add_claim(
            room.act(room.one),
            room.debate,
            form="value",
            text="So.",
            quotes=[Span(remark.public_id, 0, end)],
        )

    with refused("debates.quotation.too-long"):
        quoting(121 * 6 - 1)
    assert not Quotation.objects.exists()
    assert quoting(120 * 6 - 1).quotations.get().end == 120 * 6 - 1
