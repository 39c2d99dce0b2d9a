from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "college.web"
    label = "web"
    verbose_name = "Web"
