"""A call that leaves the site: a letter, a link and a code for people outside."""

from django.db import models

from college.people import columns


class Invitation(models.Model):
    """``code`` is what a guest types or follows; it opens the door to a debate, and gives no power."""

    public_id = columns.public_id()
    debate = models.ForeignKey(
        "debates.Debate", on_delete=models.PROTECT, related_name="invitations"
    )
    position = models.ForeignKey(
        "debates.Position", null=True, on_delete=models.PROTECT, related_name="invitations"
    )
    code = models.CharField(max_length=16, unique=True)
    letter = columns.text()
    by = columns.member()
    at = models.DateTimeField()
    used = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"invitation {self.public_id}"
