from django.apps import AppConfig


class DebatesConfig(AppConfig):
    name = "college.debates"
    label = "debates"
    verbose_name = "Debates"
