"""The pictures of the README and the documentation, taken from the sample College.

``pytest tests/journeys/test_pictures.py --screenshots docs/pictures`` takes them anew; without the
option nothing is written, and what they show is still looked for.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings
from playwright.sync_api import Page, expect

from college.cli.found import lay_foundation
from college.cli.sample.loading import AGE, load_sample
from college.clockwork.tick import present
from college.ground.charter import Preset
from tests.journeys.standing import standing

MOST_BYTES = 300_000
_PICTURE = Path(__file__).parents[2] / "docs" / "pictures" / "debate.png"


def _make_sample() -> None:
    lay_foundation(Preset.ASSEMBLY, at=present() - AGE)
    # Only a sample College keeps keys for its people, who sign their ballots with them.
    with override_settings(DEMO=True):
        load_sample()


@pytest.fixture(scope="module")
def live_sample(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("pictures")
    with standing(django_db_blocker, folder, _make_sample) as (live, _nothing):
        yield live


def test_picture_of_a_debate(live_sample: str, page: Page, request: pytest.FixtureRequest) -> None:
    page.set_viewport_size({"width": 1280, "height": 1262})
    page.goto(f"{live_sample}/debates/night-buses/")
    expect(page.locator(".viewpoint").first).to_be_visible()
    expect(page.locator(".thread .said").first).to_be_visible()
    folder = request.config.getoption("--screenshots")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / "debate.png")


def test_picture_of_the_readme_is_there_and_small() -> None:
    assert 10_000 < _PICTURE.stat().st_size <= MOST_BYTES
