"""What every test may ask for. Browser fixtures: ``tests/plugins/browser.py``."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test.utils import setup_databases
from hypothesis import HealthCheck, settings

from college.ground.act import Act
from college.record import signing
from college.record.rules.notes import LogKey
from tests.factories.acts import MOMENT, make_act

# A busy machine is no fault of the code: speed is measured in bench/, never asserted in a test.
settings.register_profile("college", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("college")


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: Any
) -> None:
    """The tables, also where a whole module shares a College and no test of it is marked. Whoever
    started the server or made the folder clears them away at the end (``plugins/databases.py``)."""
    with django_db_blocker.unblock():
        setup_databases(verbosity=0, interactive=False)


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """Rate limits live in the cache and would leak from one test into the next."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def moment() -> datetime:
    """The moment of ``act``. No test reads a clock; later moments are made with ``later``."""
    return MOMENT


@pytest.fixture
def act(moment: datetime) -> Act:
    """An act of some member, through a page. Others: ``tests.factories.acts.make_act``."""
    return make_act(at=moment)


@pytest.fixture
def log_key(tmp_path: Path, settings: object) -> LogKey:
    """A fresh key of the log. A key remembers what it signed: each test's database needs its own."""
    settings.KEYS = tmp_path / "keys"  # type: ignore[attr-defined]
    return signing.create()
