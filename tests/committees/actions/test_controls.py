"""Control cases: offered, certified, mixed in, opened."""

from dataclasses import replace

import pytest

from college.committees.actions import cases, charts, controls, retrials
from college.committees.models import Case, Compared, Control, ControlDue
from college.committees.queries import controls as queries
from college.committees.queries import epochs
from college.committees.rules.areas import Procedure
from college.committees.rules.charts import Reference
from college.committees.rules.tally import Choice
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.record.actions.charters import put_in_force
from college.record.actions.texts import commit
from college.record.models import Entry
from tests.factories.acts import make_act
from tests.factories.colleges import make_college
from tests.factories.committees import CLOCK, draw_epoch, make_roster, seats_called, vote, vote_all
from tests.factories.people import make_member
from tests.factories.record import told

pytestmark = pytest.mark.django_db
GRANT, KEEP = (Choice.GRANT, "insult"), (Choice.KEEP, "")
V, W = "v" * 13, "w" * 13


@pytest.fixture(autouse=True)
def college():
    """Every case brings a control along."""
    charter = make_college()
    put_in_force(CLOCK, replace(charter, audit=replace(charter.audit, controls=100)))
    make_roster(120)


@pytest.fixture
def proposer():
    return make_member()


def clock() -> Act:
    return replace(CLOCK, at=epochs.taking().opened_at)


def offered(
    proposer, *, sides=(V,), answer=Choice.GRANT, words="You are all fools."
) -> list[Control]:
    return controls.offer_control(
        make_act(proposer.public_id, at=epochs.taking().opened_at),
        words=words,
        rule="insult",
        grounds=("insult", "threat"),
        answer=answer,
        scope="d" * 13,
        sides=sides,
        viewpoints=(V, W),
        labels={},
    )


def certified(proposer, **wishes) -> list[Control]:
    rows = offered(proposer, **wishes)
    draw_epoch(epochs.taking())
    vote_all(rows[0].certificate, GRANT)
    controls.step(clock())
    return list(Control.objects.filter(pair=rows[0].pair).order_by("id"))


def real_case() -> Case:
    return cases.open_case(
        clock(),
        procedure=Procedure.CONDUCT,
        rule="insult",
        shown=[commit("A text.")],
        scope="d" * 13,
    )


def used(proposer, **wishes) -> list[Control]:
    """Certified controls, put to panels because a real case brought them along."""
    certified(proposer, **wishes)
    real_case()
    draw_epoch(epochs.taking())
    retrials.step(clock())
    late = replace(clock(), at=epochs.taking().seals_at)
    controls.use_controls(late, queries.next_pair(), viewpoints=(V, W), labels={})
    return list(Control.objects.order_by("id"))


def test_the_record_does_not_name_a_text_that_is_being_certified(proposer):
    (control,) = offered(proposer)
    record = b" ".join(bytes(row.body) for row in Entry.objects.all())
    assert control.text_id.encode() not in record
    assert [shown.text_id for shown in control.certificate.shown.all()] == [control.text_id]


@pytest.mark.parametrize(
    ("wishes", "code"),
    [
        ({"words": "  "}, "committees.control.empty"),
        ({"sides": ()}, "committees.control.sides"),
        ({"sides": ("x" * 13,)}, "committees.control.sides"),
        ({"sides": (V, W, "x" * 13)}, "committees.control.sides"),
    ],
)
def test_what_cannot_be_a_control_is_refused(proposer, wishes, code):
    with pytest.raises(Refusal) as refused:
        offered(proposer, **wishes)
    assert refused.value.code == code


def test_panels_that_come_to_the_answer_certify_it(proposer):
    (control,) = certified(proposer)
    assert control.certified_at is not None
    case = control.certificate.public_id
    assert told("committees.control.certified") == [{"control": control.public_id, "case": case}]
    control.certificate.refresh_from_db()
    assert control.certificate.enacted_at is not None


def test_panels_that_come_to_another_answer_refuse_it(proposer):
    (control,) = certified(proposer, answer=Choice.KEEP)
    assert (control.certified_at, control.refused_at is None) == (None, False)
    assert queries.next_pair() == []


def test_no_control_is_used_before_a_real_case_brings_it_along(proposer):
    rows = certified(proposer)
    assert controls.use_controls(clock(), rows, viewpoints=(V, W), labels={}) == []
    assert Control.objects.get().case is None


def test_a_control_comes_at_an_hour_that_nobody_can_foretell(proposer):
    """Not with the clock that chose it: some time before the epoch is sealed."""
    certified(proposer)
    for _ in range(8):
        real_case()
    draw_epoch(epochs.taking())
    retrials.step(clock())
    moments = set(ControlDue.objects.values_list("not_before", flat=True))
    assert len(moments) > 1
    assert all(clock().at <= moment <= epochs.taking().seals_at for moment in moments)
    assert queries.dues(min(moments)).count() < 8


def test_a_control_looks_like_a_real_case_in_the_record(proposer):
    (control,) = used(proposer, sides=(V,))
    filed = told("committees.case.filed")
    real = next(data for data in filed if data["procedure"] == "conduct")
    mixed_in = next(data for data in filed if data["case"] == control.case.public_id)
    differing = {"case", "shown"}
    assert {key: real[key] for key in real if key not in differing} == {
        key: mixed_in[key] for key in mixed_in if key not in differing
    }
    assert mixed_in["shown"] != [control.text_id]
    assert len(mixed_in["shown"]) == 1
    assert control.case.own_side == V
    assert ControlDue.objects.get(control=control).case != control.case


def test_nobody_who_certified_or_wrote_a_control_judges_it(proposer):
    (control,) = used(proposer)
    parties = set(control.case.parties.values_list("member__public_id", flat=True))
    assert parties == {*queries.certifiers(control.certificate), proposer.public_id}
    assert len(parties) >= 7


def test_a_control_is_opened_when_it_is_decided_and_its_answer_is_the_reference(proposer):
    (control,) = used(proposer)
    controls.step(clock())
    assert told("committees.control.opened") == []
    draw_epoch(epochs.taking())
    first, *_others = seats_called(control.case)
    vote(first, *KEEP[:1])
    vote_all(control.case, GRANT)
    controls.step(clock())
    control.refresh_from_db()
    (opened,) = told("committees.control.opened")
    assert opened == {
        "control": control.public_id,
        "case": control.case.public_id,
        "certificate": control.certificate.public_id,
        "pair": control.pair,
        "text": control.text_id,
        "answer": "grant",
        "verdict": control.case.verdict,
    }
    control.case.refresh_from_db()
    assert control.case.enacted_at is not None
    charts.step(clock())
    compared = Compared.objects.filter(ballot__seat__draw__case=control.case)
    assert {row.reference for row in compared} == {Reference.CONTROL.value}
    wrong = compared.get(ballot__seat=first)
    assert (wrong.height, wrong.chart.direction, wrong.chart.viewpoint) == (2, "too-lenient", V)


def test_a_pair_has_the_same_words_with_two_sides_and_is_opened_together(proposer):
    one, other = used(proposer, sides=(V, W))
    assert (one.case.own_side, other.case.own_side) == (V, W)
    assert one.text == other.text
    draw_epoch(epochs.taking())
    vote_all(one.case, GRANT)
    controls.step(clock())
    assert told("committees.control.opened") == []
    vote_all(other.case, GRANT)
    controls.step(clock())
    assert [data["pair"] for data in told("committees.control.opened")] == [one.pair] * 2


def test_the_side_that_was_used_least_comes_next(proposer):
    used(proposer, sides=(V,))
    again = certified(proposer, sides=(V,), words="Fools, the lot.")
    rare = certified(proposer, sides=(W,), words="Nothing but fools.")
    assert again
    assert list(queries.next_pair()) == rare
