"""The addresses of what is public about items: ``figures/``, ``knowledge/``."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
