"""The addresses of a debate's summary; the site puts them under ``debates/<slug>/summary/``."""

from django.urls import URLPattern

#: What anyone reads.
_READING: list[URLPattern] = []

urlpatterns = [*_READING]
