"""When an article was published, as people read it."""

import pytest

from college.web.debates.briefs import day_of


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2023-04-14T06:00:00+02:00", "14 April 2023"),
        ("2023-04-14", "14 April 2023"),
        ("28 February 2026", "28 February 2026"),
        ("last spring", "last spring"),
        ("", ""),
    ],
)
def test_date_of_publication(written, shown):
    assert day_of(written) == shown
