"""may_ask_label: any member but who brought the evidence, at every stage."""

from college.debates.actions.evidence import add_evidence
from tests.debates.actions.said import LINE
from tests.debates.permissions import ALL, MEMBERS
from tests.debates.permissions.said import claim_of, fresh


def test_may_ask_label(cast):
    evidence = add_evidence(
        cast.stand.act(cast.roles["holder"]),
        cast.debate,
        bears_on=claim_of(cast, "delegate"),
        form="for",
        source=LINE,
        quotation="Daily from nine.",
        text="",
    )
    others = {role: ALL for role in MEMBERS if role != "holder"}
    cast.assert_allowed("may_ask_label", lambda c: (fresh(evidence),), others)


def test_nobody_asks_for_a_label_of_a_claim(cast):
    claim = claim_of(cast, "holder")
    cast.assert_allowed("may_ask_label", lambda c: (fresh(claim),), {})
