"""``college import``: the table of a dry run, a brief, one sentence for what is wrong, exit status 2."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from college.cli.__main__ import college
from college.debates.models import Brief, Debate
from college.ground.refusals import Refusal
from college.web.refusals import sentence
from tests.exchange.actions.test_arrivals import PAGE, QUESTION
from tests.factories.colleges import make_college
from tests.factories.people import make_member, make_steward

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "page.txt"
    file.write_text(PAGE)
    return str(file)


def _run(*arguments):
    return CliRunner().invoke(college, ["import", *arguments], catch_exceptions=False)


def _code(*arguments):
    with pytest.raises(Refusal) as refused:
        _run(*arguments)
    return refused.value.code


def test_dry_run_prints_a_table_and_changes_nothing(file):
    done = _run(file, "--dry-run")
    assert re.search(r"^Title +The ferry we cannot afford to lose$", done.output, re.M)
    assert re.search(r"^Comments +2 \(the page announces 2\)$", done.output, re.M)
    assert not Brief.objects.exists()


def test_dry_run_as_json(file):
    figures = json.loads(_run(file, "--dry-run", "--json").output)
    assert (figures["comments"], figures["threads"], figures["unnamed"]) == (2, 2, 0)


def test_question_is_proposed_by_the_first_steward(file):
    make_college()
    steward = make_steward()
    make_steward()
    done = _run(file, "--question", QUESTION)
    debate = Debate.objects.get()
    assert debate.proposed_by == steward
    assert "2 comments" in done.output
    assert f"/debates/{debate.slug}/brief/{Brief.objects.get().public_id}/" in done.output


def test_twice_adds_nothing_twice(file):
    make_college()
    make_steward()
    _run(file, "--question", QUESTION)
    done = _run(file, "--debate", Debate.objects.get().slug, "--json")
    told = json.loads(done.output)
    assert (told["passages"], told["remarks"]) == (0, 0)
    assert Brief.objects.count() == 1


def test_member_who_brings_it_can_be_named(file):
    make_college()
    member = make_member()
    _run(file, "--question", QUESTION, "--as", member.public_id)
    assert Brief.objects.get().imported_by == member


def test_nobody_to_bring_it_is_said(file):
    make_college()
    assert _code(file, "--question", QUESTION) == "exchange.import.nobody"


def test_unknown_debate_is_said(file):
    make_college()
    make_steward()
    assert _code(file, "--debate", "nowhere") == "exchange.import.no-debate"


@pytest.mark.parametrize("given", [(), ("--debate", "x", "--question", QUESTION)])
def test_one_place_has_to_be_named(file, given):
    assert _code(file, *given) == "exchange.import.no-option"


def test_wrong_question_leaves_neither_question_nor_brief(file):
    make_college()
    make_steward()
    assert _code(file, "--question", "Why?") == "debates.question.too-short"
    assert not Debate.objects.exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b"PK\x03\x04", "This is a packed file (zip). Please unpack it first."),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "This is no text but a file of another kind (png)."),
        (
            b'<?xml version="1.0"?>\n<!DOCTYPE rss [<!ENTITY a "b">]>\n<rss xmlns:wp="http://wordpress.org/export/1.2/"/>',
            "Line 2: the file declares entities of its own.",
        ),
    ],
)
def test_bad_file_is_one_sentence_and_exit_status_2(tmp_path: Path, content, sentence):
    file = tmp_path / "file"
    file.write_bytes(content)
    line = [sys.executable, "-m", "college.cli", "import", str(file), "--dry-run"]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_source_is_kept_and_told_when_it_is_no_address(file):
    make_college()
    make_steward()
    assert _code(file, "--question", QUESTION, "--source", "ftp://a.example/") == (
        "exchange.import.no-address"
    )
    _run(file, "--question", QUESTION, "--source", "https://paper.example/ferry")
    assert Brief.objects.get().source == "https://paper.example/ferry"


def test_address_can_be_given_later(file):
    make_college()
    make_steward()
    _run(file, "--question", QUESTION)
    assert not Brief.objects.get().source
    slug = Debate.objects.get().slug
    _run(file, "--debate", slug, "--source", "https://paper.example/ferry")
    assert Brief.objects.get().source == "https://paper.example/ferry"


def test_command_without_a_target_names_its_options(file):
    assert _code(file) == "exchange.import.no-option"
    assert "--debate" in str(sentence(Refusal("exchange.import.no-option")))
