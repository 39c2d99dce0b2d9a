from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "college.record"
    label = "record"
    verbose_name = "Record"
