from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "college.people"
    label = "people"
    verbose_name = "People"
