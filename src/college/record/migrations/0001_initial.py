from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("size", models.BigIntegerField(primary_key=True, serialize=False)),
                ("root", models.BinaryField()),
                ("note", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("note", "")),
                        fields=["size"],
                        name="record_checkpoint_unsigned",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("body", models.BinaryField()),
                ("kind", models.CharField(max_length=80)),
                ("actor", models.CharField(max_length=20)),
                ("at", models.DateTimeField()),
                ("subject", models.CharField(blank=True, max_length=20)),
                ("position", models.BigIntegerField(null=True, unique=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("position", None)),
                        fields=["id"],
                        name="record_entry_waiting",
                    ),
                    models.Index(fields=["subject", "id"], name="record_entry_subject"),
                    models.Index(fields=["kind", "id"], name="record_entry_kind"),
                    models.Index(fields=["actor", "id"], name="record_entry_actor"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("position", None), ("position__gte", 0), _connector="OR"
                        ),
                        name="record_entry_position_from_zero",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Text",
            fields=[
                ("commitment", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("salt", models.BinaryField(null=True)),
                ("body", models.BinaryField(null=True)),
                ("is_document", models.BooleanField(default=False)),
                ("rendered", models.TextField(blank=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("withheld", "withheld"),
                            ("tombstone", "tombstone"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("ground", models.CharField(blank=True, max_length=80)),
                ("case", models.CharField(blank=True, max_length=20)),
                ("until", models.DateTimeField(null=True)),
                ("changed_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "withheld")),
                        fields=["until"],
                        name="record_text_lapsing",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("body", None),
                                ("rendered", ""),
                                ("salt", None),
                                ("state", "tombstone"),
                            ),
                            models.Q(
                                models.Q(("state", "tombstone"), _negated=True),
                                ("body__isnull", False),
                                ("salt__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="record_text_tombstone_is_empty",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "open"),
                            models.Q(("ground", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="record_text_closed_has_ground",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("level", models.PositiveSmallIntegerField()),
                ("number", models.BigIntegerField()),
                ("hashes", models.BinaryField()),
                ("inner", models.BinaryField(default=b"")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("level", "number"), name="record_tile_once")
                ],
            },
        ),
    ]
