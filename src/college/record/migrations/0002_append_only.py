"""Keep entries, heads and tombstones as they are, whoever writes to the tables.

The triggers refuse what no action does: changed entries, moved entries, a second note or another root
for a head, a tombstone that comes back to life, a text whose bytes become others. On PostgreSQL they
refuse DELETE as well. On SQLite they cannot: emptying a table between tests is a DELETE there, while
on PostgreSQL it is a TRUNCATE, which passes row triggers. A missing entry is found by the verifier.

A later migration that makes SQLite rebuild one of these tables drops its trigger and must put it back;
``tests/record/test_append_only.py`` looks for all of them.
"""

from django.db import migrations

# Table, name, and what is refused, with {is_not} for the vendor's comparison that knows NULL.
UPDATES = [
    (
        "record_entry",
        "record_entry_stays",
        'OLD."id" {is_not} NEW."id" OR OLD."body" {is_not} NEW."body"'
        ' OR OLD."kind" {is_not} NEW."kind" OR OLD."actor" {is_not} NEW."actor"'
        ' OR OLD."at" {is_not} NEW."at" OR OLD."subject" {is_not} NEW."subject"'
        ' OR (OLD."position" IS NOT NULL AND OLD."position" {is_not} NEW."position")',
    ),
    (
        "record_checkpoint",
        "record_checkpoint_stays",
        'OLD."size" {is_not} NEW."size" OR OLD."root" {is_not} NEW."root"'
        ' OR OLD."at" {is_not} NEW."at" OR (OLD."note" <> \'\' AND OLD."note" {is_not} NEW."note")',
    ),
    (
        "record_text",
        "record_text_stays",
        'OLD."commitment" {is_not} NEW."commitment"'
        " OR (OLD.\"state\" = 'tombstone' AND NEW.\"state\" <> 'tombstone')"
        ' OR (NEW."body" IS NOT NULL AND OLD."body" {is_not} NEW."body")'
        ' OR (NEW."salt" IS NOT NULL AND OLD."salt" {is_not} NEW."salt")',
    ),
]
TABLES = ["record_entry", "record_checkpoint", "record_text", "record_tile"]

REFUSE = """
CREATE FUNCTION record_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the record only grows: % on %', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END
$$
"""


def _keep(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(REFUSE, params=None)  # its % are PL/pgSQL's
        for table, name, refused in UPDATES:
            when = refused.format(is_not="IS DISTINCT FROM")
            schema_editor.execute(
                f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW"
                f" WHEN ({when}) EXECUTE FUNCTION record_refuse()"
            )
        for table in TABLES:
            schema_editor.execute(
                f"CREATE TRIGGER {table}_lasts BEFORE DELETE ON {table} FOR EACH ROW"
                " EXECUTE FUNCTION record_refuse()"
            )
        return
    for table, name, refused in UPDATES:
        when = refused.format(is_not="IS NOT")
        schema_editor.execute(
            f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW WHEN {when}"
            f" BEGIN SELECT RAISE(ABORT, 'the record only grows: UPDATE on {table}'); END"
        )


def _let_go(apps, schema_editor):
    on_table = schema_editor.connection.vendor == "postgresql"
    for table, name, _refused in UPDATES:
        schema_editor.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if on_table else ""))
    if on_table:
        for table in TABLES:
            schema_editor.execute(f"DROP TRIGGER {table}_lasts ON {table}")
        schema_editor.execute("DROP FUNCTION record_refuse()")


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]
    operations = [migrations.RunPython(_keep, _let_go)]
