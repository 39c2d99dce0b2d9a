"""What contributions carry besides their text: words charged, reasons, conditions, terms; places as paths."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

_STAGES = ["registered", "proposed", "framing", "open", "closing", "closed"]


def _text(*, null: bool = True) -> models.ForeignKey:
    return models.ForeignKey(
        null=null, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="record.text"
    )


def _to(model: str, name: str, *, null: bool = False) -> models.ForeignKey:
    return models.ForeignKey(
        null=null, on_delete=django.db.models.deletion.PROTECT, related_name=name, to=model
    )


class Migration(migrations.Migration):
    dependencies = [("debates", "0001_initial"), ("record", "0001_initial")]

    operations = [
        migrations.AddField("contribution", "words", models.PositiveIntegerField(default=0)),
        migrations.AddField("contribution", "as_delegate", models.BooleanField(default=False)),
        migrations.AddField("contribution", "state_reason", _text()),
        migrations.AddField("contribution", "headword", _text()),
        migrations.AddField("contribution", "condition", _text()),
        migrations.AddField("contribution", "token", models.CharField(blank=True, max_length=32)),
        migrations.AlterField(
            "contribution",
            "stage",
            models.CharField(choices=[(s, s) for s in _STAGES], max_length=20),
        ),
        migrations.RemoveConstraint("contribution", "debates_contribution_term"),
        migrations.AddConstraint(
            "contribution",
            models.CheckConstraint(
                condition=~Q(term="") | ~Q(kind="definition") | ~Q(state="standing"),
                name="debates_contribution_term",
            ),
        ),
        migrations.AddConstraint(
            "contribution",
            models.UniqueConstraint(
                condition=~Q(token=""),
                fields=("author", "token"),
                name="debates_contribution_token_once",
            ),
        ),
        migrations.AddIndex(
            "contribution",
            models.Index(
                fields=["debate", "viewpoint", "stage"], name="debates_contribution_budget"
            ),
        ),
        migrations.DeleteModel("Source"),
        migrations.CreateModel(
            "Source",
            [
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "contribution",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="source",
                        to="debates.contribution",
                    ),
                ),
                ("line", _text(null=False)),
                ("quotation", _text(null=False)),
            ],
        ),
        migrations.DeleteModel("Placement"),
        migrations.CreateModel(
            "Placement",
            [
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", models.CharField(max_length=200)),
                ("depth", models.PositiveSmallIntegerField()),
                ("home", models.BooleanField()),
                ("debate", _to("debates.debate", "placements")),
                ("contribution", _to("debates.contribution", "placements")),
                ("under", _to("debates.contribution", "places", null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["under"], name="debates_placement_under")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("debate", "path"), name="debates_placement_path"
                    ),
                    models.UniqueConstraint(
                        condition=Q(home=True),
                        fields=("contribution",),
                        name="debates_placement_home",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "Searched",
            [
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("subject", models.CharField(max_length=13)),
                (
                    "debate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="debates.debate",
                    ),
                ),
                ("text", _text(null=False)),
            ],
            options={
                "indexes": [models.Index(fields=["subject"], name="debates_searched_subject")],
                "constraints": [
                    models.UniqueConstraint(fields=("text",), name="debates_searched_once")
                ],
            },
        ),
    ]
