"""A published log as written, a copy to spoil, and what the verifier says of either."""

import shutil

import pytest
from django.db import transaction
from django.test import override_settings

from college.record import signing
from tests.college_verify.worlds import World
from tests.college_verify.writing import college
from tests.factories.colleges import ORIGIN


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    """300 entries, with what the sizes 5, 40 and 256 left."""
    return college(300).publish(tmp_path_factory.mktemp("written"), 5, 40, 256)


@pytest.fixture
def log(written, tmp_path):
    """A copy of the log to spoil; its folder ``log/``."""
    shutil.copytree(written, tmp_path / "copy")
    return tmp_path / "copy" / "log"


@pytest.fixture(scope="session")
def world(django_db_setup, django_db_blocker, tmp_path_factory) -> World:
    """Made once: nobody changes what it published."""
    home = tmp_path_factory.mktemp("colleges")
    with (
        django_db_blocker.unblock(),
        override_settings(LOG_ORIGIN=ORIGIN, KEYS=home / "keys"),
        transaction.atomic(),
    ):
        signing.create()
        made = World(home)
        transaction.set_rollback(True)
    return made
