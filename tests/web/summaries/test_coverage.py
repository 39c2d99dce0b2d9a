"""Coverage as it was committed: bars, the table, alarms in words, what was left out."""

import pytest
from django.test import Client

from college.record.actions.texts import commit, commit_document
from college.summaries.models import OmissionReason
from tests.factories.colleges import make_college
from tests.factories.readings import Shelf, make_shelf, make_version

pytestmark = pytest.mark.django_db


def told(shelf: Shelf, *figures: tuple[int, int], omitted: int = 2) -> None:
    """A version with a coverage of its own: represented and eligible points, viewpoint by viewpoint."""
    version = make_version(shelf)
    k = len(figures)
    version.coverage = commit_document(
        {
            "v": "college-coverage-v1",
            "summary": shelf.summary.public_id,
            "number": version.number,
            "statements": 4,
            "grounded": 4,
            "viewpoints": [
                {
                    "viewpoint": viewpoint.public_id,
                    "eligible": of,
                    "represented": represented,
                    "main": 2,
                    "main_represented": 1,
                    "space": [1, k],
                }
                for viewpoint, (represented, of) in zip(
                    shelf.stand.viewpoints, figures, strict=True
                )
            ],
            "challenges": {"open": 3, "included": 2},
            "omissions": [
                {"contribution": public_id, "reason": "unreasoned", "repeats": ""}
                for public_id in sorted(row.public_id for row in shelf.said[:omitted])
            ],
        }
    )
    version.save()


def get(path: str) -> str:
    answer = Client().get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_figures_stand_as_bars_and_in_a_table() -> None:
    make_college()
    shelf = make_shelf()
    told(shelf, (6, 8), (3, 4))
    page = get(f"{shelf.path}coverage/")
    assert "6 of 8 points" in page
    assert "3 of 4 points" in page
    assert page.count('width="225"') == 2
    assert "<td>6</td>" in page
    assert "Not equally represented" not in page
    assert "2 of 3" in page
    assert "No ratings yet" in page
    assert "style=" not in page


def test_parity_below_four_fifths_is_said_in_words() -> None:
    make_college()
    shelf = make_shelf()
    told(shelf, (8, 8), (6, 8))
    page = get(f"{shelf.path}v/1/coverage/")
    assert "Not equally represented" in page
    assert "75 per cent" in page


def test_what_was_left_out_is_listed_with_its_reason_a_page_at_a_time() -> None:
    make_college()
    shelf = make_shelf(said=130)
    told(shelf, (6, 8), (6, 8), omitted=120)
    first = sorted(shelf.said[:120], key=lambda row: row.public_id)[0]
    OmissionReason.objects.create(
        summary=shelf.summary,
        contribution=first,
        text=commit("It belongs to another question."),
        by=shelf.stand.proposer,
        at=shelf.stand.at,
    )
    page = get(f"{shelf.path}coverage/")
    assert "It belongs to another question." in page
    assert page.count("nobody has said why yet") == 99
    further = get(f"{shelf.path}v/1/coverage/omitted/2/")
    assert further.count("nobody has said why yet") == 20
    assert Client().get(f"{shelf.path}v/1/coverage/omitted/3/").status_code == 404
