"""Why something was refused, and the way to a second look: on a telephone and in the dark too."""

from collections.abc import Callable

import pytest
from django.db import transaction
from playwright.sync_api import Page, expect

from college.committees.models import Case
from college.committees.rules.tally import Choice
from college.debates.actions.objections import object_to_viewpoint
from college.debates.actions.viewpoints import propose_viewpoint
from college.web.acts import now
from tests.debates.actions.said import Room
from tests.factories.debates import STATEMENT
from tests.factories.hearings import decide, make_court
from tests.journeys.standing import enter

pytestmark = pytest.mark.usefixtures("college")
REASON = "It says nothing that another viewpoint does not say."
_WIDTH = "document.documentElement.scrollWidth"


def refused_viewpoint() -> tuple[Room, Case]:
    room = make_court()
    late = propose_viewpoint(
        room.act(room.undecided), room.debate, name="Another way", statement=STATEMENT
    )
    objection = object_to_viewpoint(room.act(room.one), late, reason=REASON)
    case = decide(room, objection.case, Choice.GRANT, "no-viewpoint")
    Case.objects.update(verdict_at=now())
    return room, case


def test_refused_viewpoint_is_explained_and_appealed_on_a_telephone(
    live: str,
    page: Page,
    axe: Callable[[Page], None],
    screenshot: Callable[[Page, str], None],
) -> None:
    with transaction.atomic():
        room, case = refused_viewpoint()
    enter(page, live, room.undecided)
    page.goto(f"{live}/decisions/{case.public_id}/")
    axe(page)
    screenshot(page, "decision-1280-light")
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 800})
    axe(page)
    screenshot(page, "decision-390-dark")
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate(_WIDTH) <= 320
    page.get_by_role("button", name="Appeal").click()
    expect(page.get_by_text("a fresh and larger panel decides")).to_be_visible()
    axe(page)
