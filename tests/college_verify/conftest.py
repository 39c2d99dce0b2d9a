"""A published log as written, a copy to spoil, and what the verifier says of either."""

import shutil

import pytest

from tests.college_verify.writing import college


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    """300 entries, with what the sizes 5, 40 and 256 left."""
    return college(300).publish(tmp_path_factory.mktemp("written"), 5, 40, 256)


@pytest.fixture
def log(written, tmp_path):
    """A copy of the log to spoil; its folder ``log/``."""
    shutil.copytree(written, tmp_path / "copy")
    return tmp_path / "copy" / "log"
