"""A term served in an office of the College."""

from django.db import models
from django.db.models import Q

from college.people.rules.standing import Office


class Term(models.Model):
    """Who holds an office, and since when. Ended terms stay."""

    public_id = models.CharField(max_length=13, unique=True, editable=False)
    member = models.ForeignKey("people.Member", on_delete=models.PROTECT, related_name="terms")
    office = models.CharField(max_length=12, choices=[(o.value, o.value) for o in Office])
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "office"], condition=Q(ended_at=None), name="people_term_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.member_id}"
