"""Every kind of page of the sample College, in a language that marks what translators are shown.

What people of the sample wrote is put into Greek letters first. So Latin words that are left unmarked
are the College's own, and no translator would ever see them.
"""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model

from college.cli.found import lay_foundation
from college.cli.sample.loading import AGE, load_sample
from college.clockwork.tick import present
from college.debates.models import Brief, Passage, QuestionWording, Remark, Subject
from college.ground.charter import Preset
from college.people.models import Member
from college.people.queries import personas
from college.quizzes.models import Item, Retelling
from college.quizzes.rules.content import Content, from_plain
from college.record.models import Text
from college.summaries.models import DraftWording
from tests.factories.colleges import ORIGIN
from tests.journeys.crawling import longest
from tests.plugins.language import unmarked

_GREEK = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "αβξδεφγηιϊκλμνοπθρστυωψχζϋΑΒΞΔΕΦΓΗΙΪΚΛΜΝΟΠΘΡΣΤΥΩΨΧΖΫ",
)
_MARKUP = re.compile(r"(<[^>]*>|&[#\w]+;)")
_ADDRESS = re.compile(r"/\S*|https?://\S*|\S+@sample\.example")
#: Columns that hold what people wrote or are called, beside the texts.
_WRITTEN: dict[type[Model], tuple[str, ...]] = {
    Brief: ("author", "published", "source"),
    DraftWording: ("words",),
    Member: ("public_name", "about"),
    Passage: ("credit",),
    QuestionWording: ("place", "period"),
    Remark: ("pseudonym", "said"),
    Retelling: ("words",),
    Subject: ("name",),
}


def greek(words: str) -> str:
    """The words in Greek letters; elements and entities stay."""
    parts = _MARKUP.split(words)
    return "".join(p if _MARKUP.fullmatch(p) else p.translate(_GREEK) for p in parts)


def _document(body: str) -> str:
    """A line of a source: its values are words, its names are not. What holds more is left alone."""
    found = json.loads(body)
    flat = isinstance(found, dict) and all(isinstance(value, str) for value in found.values())
    return json.dumps({k: v.translate(_GREEK) for k, v in found.items()}) if flat else body


def _open_texts() -> None:
    """Texts cannot be changed; for the rest of this transaction, they can."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE record_text DISABLE TRIGGER USER")
            return
        table = "type = 'trigger' AND tbl_name = 'record_text'"
        cursor.execute(f"SELECT name FROM sqlite_master WHERE {table}")
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name}")


def _into_greek() -> None:
    _open_texts()
    for text in Text.objects.exclude(body=None):
        body = bytes(text.body).decode()
        body = _document(body) if text.is_document else body.translate(_GREEK)
        changed = {"body": body.encode(), "rendered": greek(text.rendered)}
        Text.objects.filter(pk=text.pk).update(**changed)
    for model, names in _WRITTEN.items():
        for row in model._default_manager.all():
            for name in names:
                setattr(row, name, getattr(row, name).translate(_GREEK))
            row.save(update_fields=names)
    for item in Item.objects.all():
        item.content = _asked(from_plain(item.content)).plain()
        item.save(update_fields=["content"])


def _asked(content: Content) -> Content:
    """An item in Greek letters, with the words of the summary that it quotes."""
    return replace(
        content,
        stem=content.stem.translate(_GREEK),
        explanation=content.explanation.translate(_GREEK),
        prompts=tuple(one.translate(_GREEK) for one in content.prompts),
        options=tuple(replace(one, words=one.words.translate(_GREEK)) for one in content.options),
        estimate=content.estimate
        and replace(content.estimate, unit=content.estimate.unit.translate(_GREEK)),
        sources=tuple(
            replace(
                one,
                exact=one.exact.translate(_GREEK),
                prefix=one.prefix.translate(_GREEK),
                suffix=one.suffix.translate(_GREEK),
            )
            for one in content.sources
        ),
    )


@pytest.mark.django_db
def test_no_page_holds_a_word_that_no_translator_sees(
    settings: Any, tmp_path: Path, marked: None
) -> None:
    settings.KEYS, settings.PUBLISHED = tmp_path / "keys", tmp_path / "published"
    settings.LOG_ORIGIN, settings.DEMO = ORIGIN, True
    lay_foundation(Preset.ASSEMBLY, at=present() - AGE)
    load_sample()
    _into_greek()
    pages = longest({member.persona: member for member in personas()})
    left = {
        f"{kind}: {words}"
        for kind, (_who, seen) in pages.items()
        for words in unmarked(seen.html)
        if not _ADDRESS.fullmatch(words)
    }
    assert len(pages) > 60
    assert not left, "\n".join(sorted(left))
