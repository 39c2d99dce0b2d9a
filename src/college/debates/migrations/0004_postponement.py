import django.db.models.deletion
from django.db import migrations, models

import college.debates.rules.stages


class Migration(migrations.Migration):

    dependencies = [
        ("debates", "0003_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="Postponement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ground", models.CharField(choices=[(v, v) for v in college.debates.rules.stages.DateGround], max_length=20)),
                ("date", models.CharField(max_length=12)),
                ("before", models.DateTimeField()),
                ("after", models.DateTimeField()),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.member")),
                ("debate", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="postponements", to="debates.debate")),
                ("reason", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="record.text")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("ground", "steward"), _negated=True), models.Q(("by__isnull", False), ("reason__isnull", False)), _connector="OR"),
                        name="debates_postponement_reasoned",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("after__gt", models.F("before"))),
                        name="debates_postponement_ahead",
                    ),
                ],
            },
        ),
    ]
