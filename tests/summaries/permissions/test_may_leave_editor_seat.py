"""may_leave_editor_seat: the editor alone, at any time."""

import pytest

from college.summaries.models import Editor
from tests.summaries.permissions.writers import STATES, make_writers

pytestmark = pytest.mark.django_db


def test_may_leave_editor_seat():
    writers = make_writers()
    seat = Editor.objects.get(member=writers.roles["first"])
    writers.assert_allowed("may_leave_editor_seat", lambda _: seat, {"first": STATES})
    seat.ended_at = seat.began_at
    writers.assert_allowed("may_leave_editor_seat", lambda _: seat, {})
