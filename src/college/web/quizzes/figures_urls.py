"""The addresses of what is public about items: ``figures/``, ``knowledge/``."""

from django.urls import path

from college.web.quizzes import figures

urlpatterns = [
    path("figures/", figures.index, name="quiz-figures"),
    path("figures/<str:public_id>/", figures.item, name="quiz-item-figures"),
    path("knowledge/", figures.knowledge, name="quiz-knowledge"),
]
