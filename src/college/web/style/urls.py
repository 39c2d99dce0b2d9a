"""The address of the page of parts."""

from django.urls import path

from college.web.style import pages

urlpatterns = [path("style/", pages.parts, name="style")]
