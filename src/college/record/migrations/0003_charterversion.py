"""The charter stands in the record, below every room that lives by it: its table moves here with its rows."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('record', '0002_append_only'),
        ('administration', '0001_initial'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    'ALTER TABLE administration_charterversion RENAME TO record_charterversion',
                    'ALTER TABLE record_charterversion RENAME TO administration_charterversion',
                ),
            ],
            state_operations=[
                migrations.CreateModel(
                    name='CharterVersion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.PositiveIntegerField(unique=True)),
                        ('at', models.DateTimeField()),
                        ('document', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='record.text')),
                    ],
                ),
            ],
        ),
    ]
