"""The server's key for seeds: made once, readable by its owner alone, the same after a restart."""

import stat

import pytest

from college.committees import server
from college.ground.refusals import Refusal


@pytest.fixture(autouse=True)
def keys(settings, tmp_path):
    settings.KEYS = tmp_path / "keys"
    return settings.KEYS


def test_it_is_made_once_and_kept(keys):
    first = server.load()
    file = keys / "contributor.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert server.load() == first
    assert [f.name for f in keys.iterdir()] == ["contributor.key"]


def test_each_epoch_has_a_secret_of_its_own(keys):
    own = server.load()
    assert own.secret("0" * 13) == server.load().secret("0" * 13)
    assert own.secret("0" * 13) != own.secret("1" * 13)
    assert own.point == server.load().point


def test_two_servers_have_nothing_in_common(keys, settings, tmp_path):
    first = server.load()
    settings.KEYS = tmp_path / "others"
    second = server.load()
    assert first.point != second.point
    assert first.secret("0" * 13) != second.secret("0" * 13)


def test_a_key_that_others_can_read_is_refused(keys):
    server.load()
    (keys / "contributor.key").chmod(0o640)
    with pytest.raises(Refusal, match=r"committees\.key\.readable"):
        server.load()


@pytest.mark.parametrize("text", ["", "ab", "zz" * 32, "ab" * 33])
def test_a_damaged_key_is_refused(keys, text):
    server.load()
    (keys / "contributor.key").write_text(text)
    with pytest.raises(Refusal, match=r"committees\.key\.damaged"):
        server.load()
