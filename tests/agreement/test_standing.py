"""What stands in a debate: by the house's tables, and by the verifier from the entries alone."""

import random
from collections.abc import Callable
from datetime import timedelta

import pytest

from college.committees.rules.tally import Choice
from college.debates.actions.answers import answer
from college.debates.actions.arguments import add_argument
from college.debates.actions.challenges import challenge
from college.debates.actions.claims import NewClaim, add_claim
from college.debates.actions.concessions import concede
from college.debates.actions.evidence import NewEvidence, add_evidence
from college.debates.actions.mergers import ask_merger
from college.debates.actions.moves import object_to_move, propose_move, second_move
from college.debates.actions.objections import withdraw_objection
from college.debates.actions.revisions import revise
from college.debates.actions.withdrawals import withdraw
from college.debates.models import Contribution, Move, Objection
from college.debates.queries import standing
from college.debates.rules.grounds import Ground
from college.debates.rules.kinds import Kind, MoveKind, State
from college.ground.refusals import Refusal
from college.people.models import Member
from college.record.models import Entry
from college.summaries.rules.coverage import POINTS
from college_verify.contributions import Contributions, Point, Scene
from college_verify.entries import read
from tests.debates.actions.said import LINE
from tests.factories.colleges import make_college
from tests.factories.debates import Stand, add_delegate, add_holder, add_pair, make_debate
from tests.factories.hearings import decide, make_court, restricted

pytestmark = pytest.mark.django_db


def replayed(debate: str) -> Scene:
    """The debate as the verifier makes it out."""
    followed = Contributions()
    for index, body in enumerate(Entry.objects.order_by("id").values_list("body", flat=True)):
        followed.follow(index, read(bytes(body)))
    return followed.scene(debate)


def kept(stand: Stand) -> Scene:
    """The same from the tables."""
    rows = standing.standing(stand.debate)
    names = {row.key: row.public_id for row in rows}
    points = {
        row.public_id: Point(
            row.kind.value,
            row.viewpoint,
            names.get(row.repeats, ""),
            tuple(names[key] for key in row.premises),
        )
        for row in rows
        if row.stands and row.kind in POINTS
    }
    return Scene(
        viewpoints=standing.viewpoints(stand.debate),
        points=points,
        standing=frozenset(row.public_id for row in rows if row.stands),
        speaks={row.public_id: row.viewpoint for row in rows},
        asking=frozenset(row.public_id for row in rows if row.asks),
        joined={row.public_id: names[row.joined] for row in rows if row.joined},
    )


class Talk:
    """People who do anything that is allowed, by chance; what is refused is left."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.stand = make_debate(viewpoints=3)
        self.pair = add_pair(self.stand)
        delegate = add_delegate(self.stand, self.stand.viewpoints[1])
        self.stand.wait(days=7)
        self.members = [*self.stand.holders, delegate, add_holder(self.stand, None)]
        self.done = 0
        self.acts: list[Callable[[Member], object]] = [
            self.claim,
            self.claim,
            self.argue,
            self.prove,
            self.challenge,
            self.challenge,
            self.answer,
            self.withdraw,
            self.succeed,
            self.revise,
            self.concede,
            self.group,
            self.group,
            self.undo,
            self.restore,
        ]

    def go_on(self) -> None:
        member = self.chance.choice(self.members)
        self.stand.at += timedelta(minutes=11)
        try:
            self.chance.choice(self.acts)(member)
            self.done += 1
        except (Refusal, IndexError):
            pass

    def act(self, member: Member):
        return self.stand.act(member)

    def some(self, *kinds: Kind, **more: object) -> Contribution:
        rows = Contribution.objects.filter(debate=self.stand.debate, kind__in=kinds or Kind, **more)
        return self.chance.choice(list(rows.select_related("author").order_by("pk")))

    def words(self) -> str:
        return f"The ferry ran on {self.chance.randrange(10**6)} days of that winter."

    def claim(self, member: Member) -> None:
        add_claim(self.act(member), self.stand.debate, form="factual", text=self.words())

    def argue(self, member: Member) -> None:
        old, conclusion = self.some(Kind.CLAIM), self.some(Kind.CLAIM, Kind.ARGUMENT)
        given = {"form": "supports", "conclusion": conclusion, "text": self.words()}
        premises = [old, NewClaim(form="factual", text=self.words())]
        add_argument(self.act(member), self.stand.debate, premises=premises, **given)

    def prove(self, member: Member) -> None:
        about = self.some(Kind.CLAIM, Kind.ARGUMENT)
        given = {"form": "for", "source": LINE, "quotation": "On 61 days."}
        add_evidence(self.act(member), self.stand.debate, bears_on=about, **given)

    def challenge(self, member: Member) -> None:
        challenge(self.act(member), self.some(), form="unclear", text=self.words())

    def answer(self, member: Member) -> None:
        brought = NewEvidence(form="for", source=LINE, quotation="On 61 days.")
        asked = self.some(Kind.CHALLENGE)
        answer(self.act(member), asked, text=self.words(), evidence=[brought])

    def withdraw(self, _member: Member) -> None:
        row = self.some()
        withdraw(self.act(row.author), row)

    def succeed(self, _member: Member) -> None:
        old = self.some(Kind.CLAIM)
        act = self.act(old.author)
        add_claim(act, self.stand.debate, form="factual", text=self.words(), succeeds=old)

    def revise(self, _member: Member) -> None:
        row = self.some(Kind.CLAIM)
        revise(self.act(row.author), row, text=self.words(), expected=row.head)

    def concede(self, member: Member) -> None:
        concede(self.act(member), self.some(Kind.CLAIM), text=self.words())

    def group(self, _member: Member) -> None:
        given = {"contribution": self.some(Kind.CLAIM), "onto": self.some(Kind.CLAIM)}
        given |= {"kind": MoveKind.GROUP_REPEATS, "reason": "They say the same."}
        move = propose_move(self.act(self.pair[0]), self.stand.debate, **given)
        if self.chance.random() < 0.8:
            second_move(self.act(self.pair[1]), move)

    def undo(self, member: Member) -> None:
        moves = Move.objects.filter(debate=self.stand.debate, in_force_at__isnull=False)
        move = self.chance.choice(list(moves.order_by("pk")))
        object_to_move(self.act(member), move, reason="They do not say the same.")

    def restore(self, _member: Member) -> None:
        waiting = Objection.objects.filter(move__isnull=False, settled_at=None)
        row = self.chance.choice(list(waiting.order_by("pk")))
        withdraw_objection(self.act(row.by), row)


@pytest.mark.parametrize("seed", range(2))
def test_both_see_the_same_stand_whatever_is_done(seed):
    make_college()
    talk = Talk(seed)
    for number in range(100):
        talk.go_on()
        if number % 10 == 9:
            assert replayed(talk.stand.debate.public_id) == kept(talk.stand)
    assert talk.done > 40
    found = kept(talk.stand)
    assert len(found.points) > 10
    assert any(point.onto for point in found.points.values())


@pytest.mark.parametrize("ground", [Ground.INSULT, Ground.SPAM])
def test_both_see_that_a_verdict_hides_a_text(ground):
    make_college()
    room = make_court()
    row = room.claim(room.one, "You are all fools.")
    restricted(room, row, ground)
    row.refresh_from_db()
    assert row.state == State.RESTRICTED
    found = kept(room.stand)
    assert row.public_id not in found.standing
    assert replayed(room.debate.public_id) == found


def test_both_see_that_a_verdict_found_a_repeat():
    make_college()
    room = make_court()
    first, again = room.claim(room.one), room.claim(room.two, "The ferry runs every day.")
    restricted(room, again, Ground.DUPLICATE, onto=first)
    found = kept(room.stand)
    assert found.points[again.public_id].onto == first.public_id
    assert replayed(room.debate.public_id) == found


def test_both_count_what_was_said_for_a_viewpoint_that_was_merged_for_the_whole():
    make_college()
    room = make_court()
    rows = [room.claim(room.one), room.claim(room.two, "The ferry loses money.")]
    part, whole = room.stand.viewpoints[1], room.stand.viewpoints[0]
    merger = ask_merger(room.act(room.mate), part, into=whole, reason="They say the same.")
    decide(room, merger.case, Choice.GRANT, "same-viewpoint")
    found = kept(room.stand)
    assert found.viewpoints == [whole.public_id]
    assert {found.speaks[row.public_id] for row in rows} == {whole.public_id}
    assert replayed(room.debate.public_id) == found
