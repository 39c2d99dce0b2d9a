from django.apps import AppConfig


class AdministrationConfig(AppConfig):
    name = "college.administration"
    label = "administration"
    verbose_name = "Administration"
