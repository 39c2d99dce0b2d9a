"""Which committed texts can be found by their words."""

from django.db import models

from college.people import columns


class Searched(models.Model):
    """One text in the search index. The words themselves are in the index only, which each database keeps
    in its own way (``queries/search.py``), and leave it the moment the text is erased.

    ``kind`` is a kind of contribution, or ``question``, ``viewpoint``, ``remark`` or ``passage``;
    ``subject`` the public id of what the text belongs to (of a question: its debate).
    """

    debate = models.ForeignKey("debates.Debate", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=13)
    text = columns.text()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text"], name="debates_searched_once")]
        indexes = [models.Index(fields=["subject"], name="debates_searched_subject")]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"
