"""Attempts at a quiz. Nothing in them leads to a person: no account, no address, no hour."""

from django.db import models
from django.db.models import Q

from college.people import columns
from college.quizzes.models.item import Item
from college.quizzes.models.quiz import Quiz


class Attempt(models.Model):
    """One mini-quiz as it was drawn. Whoever has the ``token`` (in the address) goes on with it.

    ``items``: public ids in their order. ``seen``: those of them that the same browser has answered before.
    ``declared``: a viewpoint's public id, ``undecided``, or empty where nothing was said; it is told to
    nobody. ``counts``: its first answers enter figures. ``tally``: the first that counted it.
    """

    token = models.CharField(max_length=22, unique=True)
    quiz = models.ForeignKey(Quiz, on_delete=models.PROTECT, related_name="attempts")
    begun_on = models.DateField()
    items = models.JSONField()
    seen = models.JSONField(default=list)
    declared = models.CharField(max_length=13, blank=True)
    counts = models.BooleanField()
    tally = models.ForeignKey(
        "quizzes.Tally", null=True, on_delete=models.PROTECT, related_name="attempts"
    )

    class Meta:
        indexes = [models.Index(fields=["quiz", "tally"], name="quizzes_attempt_counted")]

    def __str__(self) -> str:
        return f"attempt at {self.quiz_id}"


class Answer(models.Model):
    """One answer, given once. ``given``: as ``rules.answers`` writes it; empty: “I don't know”.

    ``certainty``: per cent, or NULL where none was told.
    """

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="answers")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="answers")
    given = models.CharField(max_length=64, blank=True)
    certainty = models.PositiveSmallIntegerField(null=True)
    right = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["attempt", "item"], name="quizzes_answer_once"),
            models.CheckConstraint(
                condition=Q(certainty=None) | Q(certainty__lte=100),
                name="quizzes_answer_certainty_per_cent",
            ),
        ]

    def __str__(self) -> str:
        return f"answer to {self.item_id}"


class KeptResult(models.Model):
    """A result that a member keeps, seen by nobody else; not tied to the attempt that it was of.

    ``answers``: for each item its public id, whether it was right, whether it was answered, the certainty.
    """

    public_id = columns.public_id()
    member = columns.member(name="quiz_results")
    quiz = models.ForeignKey(Quiz, on_delete=models.PROTECT, related_name="+")
    kept_on = models.DateField()
    answers = models.JSONField()

    def __str__(self) -> str:
        return f"result {self.public_id}"
