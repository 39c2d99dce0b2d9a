"""Something a member is told: on their desk, and once a day by mail."""

from django.db import models


class Notice(models.Model):
    """``code`` names the sentence (web/<room>/words.py NOTICES), ``params`` fill it, ``path`` leads there.

    ``urgent``: it asks for something that is soon too late, so the day's mail does not wait for it.
    """

    member = models.ForeignKey("people.Member", on_delete=models.CASCADE, related_name="notices")
    code = models.CharField(max_length=80)
    params = models.JSONField(default=dict)
    path = models.CharField(max_length=300)
    at = models.DateTimeField()
    urgent = models.BooleanField(default=False)
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["member", "-at"], name="people_notice_newest")]

    def __str__(self) -> str:
        return f"{self.code} to {self.member_id}"
