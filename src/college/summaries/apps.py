from django.apps import AppConfig


class SummariesConfig(AppConfig):
    name = "college.summaries"
    label = "summaries"
    verbose_name = "Summaries"
