"""The addresses of the sample's one-click sign-in."""

from django.urls import path

from college.web.demo import personas

urlpatterns = [
    path("demo/", personas.choose, name="demo"),
    path("demo/enter/", personas.enter, name="demo-enter"),
]
