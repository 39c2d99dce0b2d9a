"""What pages of a debate are looked at with: an open debate, and a brief in it."""

import pytest

from tests.factories.briefs import make_brief, make_remark
from tests.factories.colleges import make_college
from tests.factories.debates import make_debate


@pytest.fixture
def stand():
    make_college()
    return make_debate()


@pytest.fixture
def brief(stand):
    return make_brief(stand, make_remark("r1"), make_remark("r2", "r1", pseudonym=""))
