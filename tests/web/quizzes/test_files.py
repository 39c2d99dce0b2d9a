"""A quiz as files: on its page, published, and from the command line."""

import csv
import json
import re
from dataclasses import replace
from io import StringIO

import pytest
from click.testing import CliRunner

from college.cli.__main__ import college
from college.exchange.quizzes.questions import cleaned, to_content
from college.exchange.quizzes.reading import read
from college.quizzes.rules.content import from_plain
from college.quizzes.rules.life import ItemKind, ItemState
from college.web.live_links import is_published_path
from college.web.quizzes.files import FORMATS
from tests.factories.quizzes import make_item, make_live_quiz, make_quiz

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]
FILES = [made.file for made in FORMATS.values()]


@pytest.fixture
def bank():
    return make_live_quiz(viewpoints=2, items=8)


def fetched(client, bank, file):
    return client.get(f"/debates/{bank.debate.slug}/quiz/files/{file}")


def items_of(client, bank):
    return json.loads(fetched(client, bank, "quiz.json").content)["items"]


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_the_same_for_everybody_and_published(client, bank, file):
    found = fetched(client, bank, file)
    assert found.status_code == 200
    assert found.content == fetched(client, bank, file).content
    assert f'filename="{bank.debate.slug}-{file}"' in found["Content-Disposition"]
    assert is_published_path(f"/debates/{bank.debate.slug}/quiz/files/{file}")


def test_the_page_leads_to_every_file(client, bank):
    page = client.get(f"/debates/{bank.debate.slug}/quiz/").content.decode()
    links = re.findall('href="([^"]+/quiz/files/[^"]+)"', page)
    assert [link.rsplit("/", 1)[1] for link in sorted(links)] == sorted(FILES)
    assert all(client.get(link).status_code == 200 for link in links)


@pytest.mark.parametrize("file", ["quiz.gift.txt", "quiz.xml", "quiz.json"])
def test_every_item_is_in_each_file_and_comes_back_as_the_same_question(client, bank, file):
    found = read(fetched(client, bank, file).content, file)
    assert found.left_out == ()
    names = {one["viewpoint"]: one["name"] for one in _json(client, bank)["viewpoints"]}
    for item, question in zip(bank.items, found.questions, strict=True):
        assert question.id == item.public_id
        content, draft = from_plain(item.content), to_content(question, viewpoint_names=names)
        assert (draft.kind, draft.stem, draft.key, draft.viewpoint) == (
            content.kind,
            content.stem,
            content.key,
            content.viewpoint,
        )
        if content.kind is not ItemKind.TRUE_FALSE:
            options = [replace(one, words=cleaned(one.words)) for one in content.options]
            assert list(draft.options) == options
        assert draft.explanation.startswith(content.explanation)


def _json(client, bank):
    return json.loads(fetched(client, bank, "quiz.json").content)


def test_json_says_where_the_words_stand_and_what_was_committed(client, bank, settings):
    one, item = _json(client, bank)["items"][0], bank.items[0]
    assert from_plain(one) == from_plain(item.content)
    assert one["document"] == item.document_id
    place = f"/debates/{bank.debate.slug}/summary/v/{bank.version.number}/"
    assert one["url"] == f"{settings.COLLEGE_URL}{place}#s-{one['sources'][0]['statement']}"
    assert f'id="s-{one["sources"][0]["statement"]}"' in client.get(place).content.decode()


def test_csv_has_a_row_to_an_item(client, bank):
    text = fetched(client, bank, "quiz.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text, newline="")))
    assert [row["item"] for row in rows] == [item.public_id for item in bank.items]


@pytest.mark.parametrize("state", [one for one in ItemState if one is not ItemState.LIVE])
def test_only_items_that_are_in_the_quiz_go_out(client, bank, state):
    other = make_item(bank.quiz, viewpoint=bank.viewpoints[0], state=state)
    assert other.public_id not in {one["item"] for one in items_of(client, bank)}


def test_nothing_is_there_before_the_quiz_is_released(client):
    bank = make_quiz()
    make_item(bank.quiz, viewpoint=bank.viewpoints[0])
    assert fetched(client, bank, "quiz.xml").status_code == 404


def test_no_other_file_is_there(client, bank):
    assert fetched(client, bank, "quiz.pdf").status_code == 404
    assert client.get("/debates/no-such-debate/quiz/files/quiz.xml").status_code == 404
    assert client.post(f"/debates/{bank.debate.slug}/quiz/files/quiz.xml").status_code == 405


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_command_writes_what_the_page_offers(client, bank, tmp_path, monkeypatch, form):
    monkeypatch.chdir(tmp_path)
    slug, file = bank.debate.slug, FORMATS[form].file
    done = CliRunner().invoke(college, ["export", "quiz", slug, "--format", form])
    assert done.output == f"{slug}-{file}\n"
    written = (tmp_path / f"{slug}-{file}").read_bytes()
    assert written == fetched(client, bank, file).content
    shown = CliRunner().invoke(college, ["export", "quiz", slug, "--format", form, "-o", "-"])
    assert shown.stdout_bytes == written


@pytest.mark.parametrize(
    ("released", "words"), [(None, "There is no debate"), (False, "No quiz on the debate")]
)
def test_the_command_says_what_is_missing(released, words):
    slug = "no-such" if released is None else make_quiz().debate.slug
    done = CliRunner().invoke(college, ["export", "quiz", slug, "--format", "gift"])
    assert done.exit_code == 2
    assert f"{words} “{slug}”" in done.output


def test_the_command_says_where_it_could_not_write(bank, tmp_path):
    target = tmp_path / "none" / "quiz.csv"
    done = CliRunner().invoke(
        college, ["export", "quiz", bank.debate.slug, "--format", "csv", "-o", str(target)]
    )
    assert done.exit_code == 2
    assert "No such file or directory" in done.output
