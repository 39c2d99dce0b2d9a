"""One form sent to two debates at the same instant: it arrives once, and nobody sees an error of ours."""

import pytest

from college.debates.actions.claims import add_claim
from college.debates.actions.holdings import hold
from college.debates.models import Contribution
from tests.factories.at_once import at_once
from tests.factories.colleges import make_college
from tests.factories.debates import add_holder, make_debate

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.mark.parametrize("time", range(5))
def test_one_form_sent_to_two_debates_at_once_arrives_in_one(time):
    make_college()
    wordings = ("Should the town keep its ferry?", "Should the harbour be dredged?")
    stands = [make_debate(wording=wording) for wording in wordings]
    author = add_holder(stands[0], stands[0].viewpoints[0])
    hold(stands[1].act(author), stands[1].debate, viewpoint=stands[1].viewpoints[0])
    results = at_once(
        [
            lambda s=s: (
                add_claim(
                    s.act(author), s.debate, form="value", text="Water is free.", token="t1"
                ).public_id
            )
            for s in stands
        ]
    )
    kept = Contribution.objects.get()
    # Who looks a moment later finds the other's; who looked at the same instant is refused.
    assert set(results) <= {kept.public_id, "debates.contribution.sent-twice"}, results
    assert kept.public_id in results
