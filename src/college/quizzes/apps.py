from django.apps import AppConfig


class QuizzesConfig(AppConfig):
    name = "college.quizzes"
    label = "quizzes"
    verbose_name = "Quizzes"
