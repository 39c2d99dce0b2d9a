"""The addresses of a member's own results."""

from django.urls import path

from college.web.quizzes import results

urlpatterns = [
    path("", results.results, name="quiz-results"),
    path("<str:public_id>/delete/", results.remove, name="quiz-result-delete"),
]
