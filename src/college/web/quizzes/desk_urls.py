"""The addresses of the item desk: ``items/`` and below."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
