"""Questions, viewpoints, comments and public passages that are there already can be found as well.

An older wording of a question or viewpoint is read, not found; an erased text has no words.
"""

from collections.abc import Iterator

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import Exists, OuterRef, Q, QuerySet

KINDS = ("question", "viewpoint", "remark", "passage")
_AT_ONCE = 500
#: debate, subject, commitment, committed bytes
Row = tuple[int, str, str, bytes]


def _newest(rows: QuerySet, owner: str) -> QuerySet:
    later = rows.filter(**{owner: OuterRef(owner)}, number__gt=OuterRef("number"))
    return rows.filter(~Exists(later))


def _found(apps: StateApps) -> Iterator[tuple[str, QuerySet, str]]:
    """Each kind, its rows, and the names of their columns in the order of ``Row``."""
    model = apps.get_model
    asked = _newest(model("debates", "QuestionWording").objects.all(), "debate")
    yield "question", asked, "debate_id debate__public_id text"
    stated = _newest(model("debates", "ViewpointWording").objects.all(), "viewpoint")
    for text in ("name", "statement"):
        yield "viewpoint", stated, f"viewpoint__debate_id viewpoint__public_id {text}"
    yield "remark", model("debates", "Remark").objects.all(), "brief__debate_id public_id text"
    shown = Q(brief__rights="full") | Q(quoted_at__isnull=False)
    passages = model("debates", "Passage").objects.filter(shown)
    yield "passage", passages, "brief__debate_id public_id text"


def forwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    searched = apps.get_model("debates", "Searched")
    there = set(searched.objects.filter(kind__in=KINDS).values_list("text_id", flat=True))
    for kind, rows, names in _found(apps):
        debate, subject, text = names.split()
        open_ones = rows.exclude(**{f"{text}__state": "tombstone"})
        columns = (debate, subject, f"{text}_id", f"{text}__body")
        for row in open_ones.values_list(*columns).iterator(_AT_ONCE):
            if row[2] not in there:
                _index(searched, editor, kind, row)


def _index(searched: type, editor: BaseDatabaseSchemaEditor, kind: str, row: Row) -> None:
    debate, subject, text, body = row
    words = bytes(body).decode()
    if not words.strip():
        return
    made = searched.objects.create(debate_id=debate, kind=kind, subject=subject, text_id=text)
    with editor.connection.cursor() as cursor:
        if editor.connection.vendor == "sqlite":
            cursor.execute(
                "INSERT INTO debates_words (rowid, place, words) VALUES (%s, %s, %s)",
                [made.pk, f"d{debate} k{kind}", words],
            )
        else:
            cursor.execute(
                "UPDATE debates_searched SET words ="
                " to_tsvector('english', %s) || to_tsvector('simple', %s) WHERE id = %s",
                [words, words, made.pk],
            )


def backwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("debates", "Searched").objects.filter(kind__in=KINDS).delete()


class Migration(migrations.Migration):
    dependencies = [("debates", "0005_intake"), ("record", "0002_append_only")]
    operations = [migrations.RunPython(forwards, backwards)]
