"""The same door and the same attempts, for frames in others' pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
