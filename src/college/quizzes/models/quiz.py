"""A summary's quiz: the bank of items from which mini-quizzes are drawn."""

from django.db import models

from college.people import columns


class Quiz(models.Model):
    """One for each summary, made with its first item. ``released_at``: when it could first be taken."""

    public_id = columns.public_id()
    summary = models.OneToOneField(
        "summaries.Summary", on_delete=models.PROTECT, related_name="quiz"
    )
    made_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "quizzes"

    def __str__(self) -> str:
        return f"quiz of {self.summary_id}"
