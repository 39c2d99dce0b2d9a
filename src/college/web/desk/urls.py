"""The address of a member's desk."""

from django.urls import path

from college.web.desk import desk

urlpatterns = [path("desk/", desk.desk, name="desk")]
