"""The published College: the bytes that anonymous readers get, whole, and verifiable from elsewhere."""

import shutil

import pytest

from college.debates.rules.stages import Stage
from college.record.actions.sequence import sequence
from college.web.publish import publish_college
from college_verify.__main__ import main as verify
from tests.factories.acts import MOMENT
from tests.factories.debates import make_debate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]


@pytest.fixture
def stand():
    return make_debate(Stage.OPEN)


@pytest.fixture
def folder(tmp_path, stand):
    sequence(stand.at)
    publish_college(tmp_path / "out", at=stand.at)
    return tmp_path / "out"


def test_published_pages_are_what_readers_get(client, folder, stand, monkeypatch):
    monkeypatch.setattr("college.web.public_cache.now", lambda: MOMENT)
    for path in ("/", "/debates/", f"/debates/{stand.debate.slug}/", "/help/", "/questions/"):
        file = folder / path.strip("/") / "index.html"
        assert file.read_bytes() == client.get(path).content, path


def test_published_directory_is_verified_from_another_place(folder, tmp_path, settings):
    elsewhere = tmp_path / "elsewhere" / "copy"
    shutil.copytree(folder, elsewhere)
    vkey = (settings.KEYS / "log.vkey").read_text().strip()
    assert verify([str(elsewhere), "--vkey", vkey]) == 0
    text = next((elsewhere / "log" / "texts").rglob("*.json"))
    text.write_text(text.read_text().replace("open", "oxen", 1))
    assert verify([str(elsewhere), "--vkey", vkey]) == 1


def test_nothing_private_is_published(folder):
    pages = {str(file.parent.relative_to(folder)) for file in folder.rglob("index.html")}
    assert not {p for p in pages if p.split("/")[0] in {"desk", "settings", "notices", "accounts"}}
    assert not any("take-part" in page for page in pages)
    for file in folder.rglob("*.html"):
        assert b"csrfmiddlewaretoken" not in file.read_bytes()


def test_every_link_to_a_published_kind_of_page_is_there(folder):
    pages = list(folder.rglob("index.html"))
    assert folder / "index.html" in pages
    assert folder / "record" / "entries" / "0" / "index.html" in pages


def test_publishing_again_changes_nothing_and_removes_what_is_gone(folder, stand):
    before = {
        f: f.read_bytes() for f in folder.rglob("*") if f.is_file() and "record" not in f.parts
    }
    stale = folder / "debates" / "long-gone" / "index.html"
    stale.parent.mkdir()
    stale.write_text("gone")
    publish_college(folder, at=stand.at)
    assert not stale.exists()
    after = {
        f: f.read_bytes() for f in folder.rglob("*") if f.is_file() and "record" not in f.parts
    }
    assert after == before
