"""The index of words, in each database's own way, and the rule that an erased text leaves it at once.

The rule is a trigger, because texts are erased in the record, which stands below this room and does not
know that anybody searches. A later migration that rebuilds ``record_text`` on SQLite drops triggers: the
test that erases a text and searches for it would then fail, and this operation has to be run again.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = (
    """CREATE VIRTUAL TABLE debates_words
       USING fts5(place, words, tokenize = 'porter unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER debates_searched_leaves AFTER DELETE ON debates_searched
       BEGIN DELETE FROM debates_words WHERE rowid = OLD.id; END""",
    """CREATE TRIGGER debates_text_erased AFTER UPDATE OF state ON record_text
       WHEN NEW.state = 'tombstone'
       BEGIN DELETE FROM debates_searched WHERE text_id = NEW.commitment; END""",
)
SQLITE_BACK = (
    "DROP TRIGGER debates_text_erased",
    "DROP TRIGGER debates_searched_leaves",
    "DROP TABLE debates_words",
)
POSTGRESQL = (
    "ALTER TABLE debates_searched ADD COLUMN words tsvector",
    "CREATE INDEX debates_searched_words ON debates_searched USING gin (words)",
    """CREATE FUNCTION debates_text_erased() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN DELETE FROM debates_searched WHERE text_id = NEW.commitment; RETURN NULL; END $$""",
    """CREATE TRIGGER debates_text_erased AFTER UPDATE OF state ON record_text
       FOR EACH ROW WHEN (NEW.state = 'tombstone') EXECUTE FUNCTION debates_text_erased()""",
)
POSTGRESQL_BACK = (
    "DROP TRIGGER debates_text_erased ON record_text",
    "DROP FUNCTION debates_text_erased",
    "ALTER TABLE debates_searched DROP COLUMN words",
)


def _run(statements: tuple[str, ...], editor: BaseDatabaseSchemaEditor) -> None:
    for statement in statements:
        editor.execute(statement, params=None)


def forwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    _run(SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL, editor)


def backwards(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    _run(SQLITE_BACK if editor.connection.vendor == "sqlite" else POSTGRESQL_BACK, editor)


class Migration(migrations.Migration):
    dependencies = [("debates", "0002_contributions_carry"), ("record", "0002_append_only")]
    operations = [migrations.RunPython(forwards, backwards)]
