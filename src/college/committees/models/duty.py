"""When a place is on duty, chosen ahead by the member."""

from django.db import models
from django.db.models import F, Q


class Duty(models.Model):
    """One span of duty, ``ends`` exclusive. A place that has chosen none is on duty throughout."""

    place = models.ForeignKey("committees.Place", on_delete=models.PROTECT, related_name="duties")
    begins = models.DateTimeField()
    ends = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "begins"], name="committees_duty_once"),
            models.CheckConstraint(
                condition=Q(ends__gt=F("begins")), name="committees_duty_forward"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place_id} from {self.begins}"
