"""What was published of a quiz's answers: the answers without persons, and the figures made of them."""

from django.db import models

from college.people import columns
from college.quizzes.models.quiz import Quiz


class Tally(models.Model):
    """``answers`` and ``figures`` are committed documents (spec/quizzes.md). ``uncounted``: attempts
    that were taken and not counted, because their address had begun too many that day."""

    public_id = columns.public_id()
    quiz = models.ForeignKey(Quiz, on_delete=models.PROTECT, related_name="tallies")
    number = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    takers = models.PositiveIntegerField()
    uncounted = models.PositiveIntegerField()
    answers = columns.text()
    figures = columns.text()

    class Meta:
        verbose_name_plural = "tallies"
        constraints = [
            models.UniqueConstraint(fields=["quiz", "number"], name="quizzes_tally_once"),
        ]

    def __str__(self) -> str:
        return f"tally {self.number} of {self.quiz_id}"
