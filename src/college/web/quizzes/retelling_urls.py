"""The addresses of stating a viewpoint that is not one's own: ``retell/``, ``retellings/``."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
