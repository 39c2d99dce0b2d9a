"""Each fault that is planted in what was published of answers is found and named."""

import pytest

from tests.college_verify import verifying
from tests.college_verify.summarising import Told
from tests.college_verify.tally_faults import FAULTS, answers
from tests.college_verify.tallying import document, found, made, published


@pytest.fixture(scope="module")
def honest() -> Told:
    return made()


@pytest.fixture
def log(honest: Told) -> Told:
    return honest.fresh()


def test_the_honest_record_holds(log, tmp_path):
    assert found(log, tmp_path) == []
    findings, _ = verifying.verify(tmp_path)
    held = {one.check: one.sentence for one in findings.found if one.outcome == "held"}
    assert "3 tallies" in held["answers"]
    assert "3 tallies" in held["figures"]


@pytest.mark.parametrize(("plant", "check", "says"), FAULTS, ids=[f[0].__name__ for f in FAULTS])
def test_a_planted_fault_is_found(log, tmp_path, plant, check, says):
    plant(log)
    told = found(log, tmp_path)
    assert any(line.startswith(f"{check}: ") and says in line for line in told), told


def test_a_batch_that_is_too_small_is_found(log, tmp_path):
    """All but nine of those who entered with the second tally are gone from it, and from the third."""
    first = log.document(document(log, 1, "answers"))["patterns"]

    def cut(told):
        left = list(told["patterns"])
        for row in first:
            left.remove(row)
        told["patterns"] = sorted([*first, *left[:9]])

    answers(log, cut, 2)
    published(log, 2)["takers"] = len(first) + 9
    told = found(log, tmp_path)
    assert any("only 9 takers entered at once" in line for line in told), told
