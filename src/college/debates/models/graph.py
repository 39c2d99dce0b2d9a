"""The edges of the argument graph, where claims stand in the reading order, and exact quotations."""

from django.db import models
from django.db.models import F, Q

from college.debates.rules.kinds import LinkKind
from college.people import columns


class Link(models.Model):
    """A typed edge from a contribution to a pinned revision.

    Stale when ``pinned`` is not the head of its contribution any more; confirming pins the head.
    """

    public_id = columns.public_id()
    source = models.ForeignKey(
        "debates.Contribution", on_delete=models.PROTECT, related_name="links"
    )
    kind = columns.word(LinkKind)
    order = models.PositiveSmallIntegerField(default=0)
    target = models.ForeignKey(
        "debates.Contribution", on_delete=models.PROTECT, related_name="linked_from"
    )
    pinned = models.ForeignKey("debates.Revision", on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "kind", "target"], name="debates_link_once"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="debates_link_other"),
        ]
        indexes = [models.Index(fields=["target", "kind"], name="debates_link_target")]

    def __str__(self) -> str:
        return f"{self.source_id} {self.kind} {self.target_id}"


class Placement(models.Model):
    """Where a contribution stands in the reading order; a reused claim stands in several places.

    ``under`` is what it is about, or the argument it is a premise of; NULL at the top. ``path`` is made
    by ``rules.places`` and orders the whole debate. A contribution is read in full where it stands first
    (``home``), and named in its other places.
    """

    debate = models.ForeignKey(
        "debates.Debate", on_delete=models.PROTECT, related_name="placements"
    )
    contribution = models.ForeignKey(
        "debates.Contribution", on_delete=models.PROTECT, related_name="placements"
    )
    under = models.ForeignKey(
        "debates.Contribution", null=True, on_delete=models.PROTECT, related_name="places"
    )
    path = models.CharField(max_length=200)
    depth = models.PositiveSmallIntegerField()
    home = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["debate", "path"], name="debates_placement_path"),
            models.UniqueConstraint(
                fields=["contribution"], condition=Q(home=True), name="debates_placement_home"
            ),
        ]
        indexes = [models.Index(fields=["under"], name="debates_placement_under")]

    def __str__(self) -> str:
        return f"{self.contribution_id} at {self.path}"


class Quotation(models.Model):
    """Exact words of a passage or a remark that a contribution starts from.

    Only the position is kept (W3C Web Annotation text position: characters from 0, end exclusive); the
    words and their surroundings are read from the quoted text, so that erasing it erases them here too.
    """

    contribution = models.ForeignKey(
        "debates.Contribution", on_delete=models.PROTECT, related_name="quotations"
    )
    passage = models.ForeignKey(
        "debates.Passage", null=True, on_delete=models.PROTECT, related_name="quotations"
    )
    remark = models.ForeignKey(
        "debates.Remark", null=True, on_delete=models.PROTECT, related_name="quotations"
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(passage=None, remark__isnull=False)
                | Q(passage__isnull=False, remark=None),
                name="debates_quotation_one_source",
            ),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="debates_quotation_not_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contribution_id} quotes {self.passage_id or self.remark_id}"
