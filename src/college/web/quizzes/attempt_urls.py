"""The addresses of attempts: whoever has one goes on with it."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
