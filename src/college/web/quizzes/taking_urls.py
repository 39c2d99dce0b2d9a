"""The door to a debate's quiz."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
