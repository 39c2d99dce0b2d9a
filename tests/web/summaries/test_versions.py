"""What a version changed, sentence by sentence."""

import pytest
from django.test import Client

from college.ground.ids import new_public_id
from tests.factories.colleges import make_college
from tests.factories.readings import make_shelf, make_version

pytestmark = pytest.mark.django_db


def test_page_of_changes_tells_each_sentence_what_became_of_it() -> None:
    make_college()
    shelf = make_shelf()
    one, two, three = shelf.said[:3]
    kept, gone, reworded, resting, new = (new_public_id() for _ in range(5))
    make_version(
        shelf,
        {
            "question": [(kept, "It stays.", [one]), (gone, "It goes.", [one])],
            "evidence": [(reworded, "The ferry ran.", [one]), (resting, "As before.", [two])],
        },
    )
    make_version(
        shelf,
        {
            "question": [(kept, "It stays.", [one])],
            "evidence": [
                (reworded, "The ferry never ran.", [one]),
                (resting, "As before.", [two, three]),
                (new, "It comes.", [three]),
            ],
        },
    )
    page = Client().get(f"{shelf.path}v/2/changes/").content.decode()
    assert "<del>It goes.</del>" in page
    assert "<ins>never</ins>" in page
    assert "<ins>It comes.</ins>" in page
    assert "rests on other contributions" in page
    assert "It stays." not in page
    assert f"{shelf.path}v/2/#s-{new}" in page


def test_the_first_version_changed_nothing() -> None:
    make_college()
    shelf = make_shelf()
    make_version(shelf)
    assert Client().get(f"{shelf.path}v/1/changes/").status_code == 404
