"""A file that a member handed in on a page, until it is taken in or dropped."""

from django.db import models
from django.db.models import Q

from college.debates.rules.briefs import Rights
from college.exchange.rules.arrivals import WORK, State
from college.ground.ids import new_public_id


class Arrival(models.Model):
    """The file itself lies in COLLEGE_HOME/intake under the public id, and is deleted when it is over.

    ``report`` is the table of the dry run; ``code`` and ``params`` say why the last step was refused.
    When it is over, ``name`` and ``report`` are emptied, and so are ``question`` and ``place``: of what
    was refused, only once its member has had time to hand in another file. ``brief`` is the public
    id of what came of it, ``slug`` the debate's address then. ``source`` is the article's address, where
    its member gave one; ``place`` and ``subject`` (its slug) are of a new question.
    """

    public_id = models.CharField(max_length=13, unique=True, default=new_public_id, editable=False)
    member = models.ForeignKey("people.Member", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    format = models.CharField(max_length=20, blank=True)
    post = models.CharField(max_length=200, blank=True)
    rights = models.CharField(
        max_length=20, choices=[(r.value, r.value) for r in Rights], default=Rights.QUOTE
    )
    slug = models.CharField(max_length=80, blank=True)
    question = models.CharField(max_length=1000, blank=True)
    place = models.CharField(max_length=1000, blank=True)
    subject = models.CharField(max_length=80, blank=True)
    source = models.CharField(max_length=1000, blank=True)
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in State], default=State.WAITING
    )
    report = models.JSONField(null=True)
    code = models.CharField(max_length=80, blank=True)
    params = models.JSONField(default=dict)
    brief = models.CharField(max_length=13, blank=True)
    passages = models.PositiveIntegerField(default=0)
    remarks = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(
                fields=["id"],
                condition=Q(state__in=sorted(WORK)),
                name="exchange_arrival_work",
            ),
            models.Index(fields=["member", "-id"], name="exchange_arrival_member"),
        ]

    def __str__(self) -> str:
        return f"arrival {self.public_id}"
