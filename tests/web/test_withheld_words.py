"""What is withheld or erased is gone from every page, fragment, search, file and quotation at once."""

import html
import json
from datetime import timedelta

import pytest
from django.test import Client

from college.ground.act import Act
from college.record.actions.texts import erase, withhold
from college.record.models import Text
from college.web.publish import publish_college
from tests.web.worlds import World, addresses

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def world(college) -> World:
    return World()


def _texts() -> dict[str, list[Text]]:
    """Every text that people wrote, by its words; a source by its title."""
    found: dict[str, list[Text]] = {}
    for text in Text.objects.filter(state="open"):
        words = json.loads(text.words).get("title") if text.is_document else text.words.strip()
        if words:
            found.setdefault(words, []).append(text)
    return found


def _paths(world: World) -> list[str]:
    """Every address that is a page for readers, and searches that find what there is."""
    there = [path for path in addresses(world) if Client().get(path).status_code == 200]
    ends = ("/search/", "/similar/")
    asked = ("ferry", "bridge", "harbour daily", "crossed", "ferryboat vessel")
    there += [f"{p}?words={words}" for p in there if p.endswith(ends) for words in asked]
    return there


def _close(act: Act, text: Text, state: str) -> None:
    if state == "withheld":
        withhold(act, text, ground="threat", case="", until=act.at + timedelta(days=3650))
    else:
        erase(act, text, ground="law")


def _body(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code < 500, path
    return html.unescape(answer.content.decode())


@pytest.mark.parametrize("state", ["withheld", "erased"])
def test_text_that_is_closed_alone_is_on_no_page(world, state):
    """One text at a time: what stands beside it is still open."""
    client, act = Client(), world.room.act(world.room.one)
    pages = {path: _body(client, path) for path in _paths(world)}
    told = 0
    for words, texts in _texts().items():
        where = [path for path, body in pages.items() if words in body]
        told += bool(where)
        for text in texts:
            _close(act, text, state)
        left = [path for path in where if words in _body(client, path)]
        assert not left, words
    assert told > 20


def test_published_files_lose_closed_words(world, tmp_path):
    act, folder = world.room.act(world.room.one), tmp_path / "public"
    for text in [text for texts in _texts().values() for text in texts]:
        _close(act, text, "erased")
    publish_college(folder, at=act.at)
    files = [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
    assert len(files) > 20
    for words in ("The ferry runs daily.", "Harbour accounts", "If it freezes.", "Ferryboat"):
        assert not [file for file in files if words.encode() in file], words
    assert not [file for file in files if b"csrfmiddlewaretoken" in file]
