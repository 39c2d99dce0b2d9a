"""may_take_editor_seat: who holds an admitted viewpoint or none, has no seat, and speaks for nobody."""

import pytest

from tests.summaries.permissions.writers import WRITING, make_writers

pytestmark = pytest.mark.django_db


def test_may_take_editor_seat():
    allowed = dict.fromkeys(["holder", "undecided"], WRITING)
    make_writers().assert_allowed("may_take_editor_seat", lambda w: w.summary, allowed)
