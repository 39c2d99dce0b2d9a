"""An item of a quiz, and findings that it favours holders of one viewpoint."""

from django.db import models
from django.db.models import Q

from college.people import columns
from college.quizzes.models.quiz import Quiz
from college.quizzes.rules.life import FlagState, ItemKind, ItemState


class Item(models.Model):
    """``content`` is ``rules.content.Content.plain()``; it is the writer's until ``document`` commits to it.

    ``edition`` counts a draft's savings, so that no page saves over another. ``reason``: why panels dropped
    or retired it. ``after``: the item that this one words anew.
    """

    public_id = columns.public_id()
    quiz = models.ForeignKey(Quiz, on_delete=models.PROTECT, related_name="items")
    version = models.ForeignKey("summaries.Version", on_delete=models.PROTECT, related_name="+")
    viewpoint = models.ForeignKey(
        "debates.Viewpoint", null=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = columns.word(ItemKind)
    state = columns.word(ItemState)
    content = models.JSONField()
    edition = models.PositiveIntegerField(default=1)
    by = columns.member()
    made_at = models.DateTimeField()
    after = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    document = columns.text(null=True)
    case = models.OneToOneField(
        "committees.Case", null=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    reason = columns.text(null=True)

    class Meta:
        indexes = [models.Index(fields=["quiz", "state"], name="quizzes_item_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ItemState.DRAFT)
                | (Q(document__isnull=False) & Q(case__isnull=False)),
                name="quizzes_item_asked_about",
            ),
            models.CheckConstraint(
                condition=~Q(state=ItemState.DROPPED) | Q(reason__isnull=False),
                name="quizzes_item_dropped_reasoned",
            ),
        ]

    def __str__(self) -> str:
        return f"item {self.public_id}: {self.state}"


class Flag(models.Model):
    """A tally found an item harder or easier for holders of a viewpoint; a case says what follows.

    ``d``: Mantel–Haenszel D-DIF in thousandths of a delta.
    """

    public_id = columns.public_id()
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="flags")
    tally = models.ForeignKey("quizzes.Tally", on_delete=models.PROTECT, related_name="flags")
    viewpoint = models.ForeignKey("debates.Viewpoint", on_delete=models.PROTECT, related_name="+")
    d = models.IntegerField()
    state = columns.word(FlagState)
    case = models.OneToOneField("committees.Case", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    reason = columns.text(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(state=FlagState.ASKED),
                name="quizzes_flag_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"flag of {self.item_id}: {self.state}"
