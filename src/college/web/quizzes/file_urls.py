"""The addresses of a quiz's files: ``files/``."""

from django.urls import path

from college.web.quizzes import files

urlpatterns = [path("files/<str:name>", files.file, name="quiz-file")]
