"""The imported source of a debate: an article's passages and its comments."""

from django.db import models

from college.debates.rules.briefs import LONGEST_LINE, LONGEST_NAME, PassageKind, Rights
from college.people import columns


class Brief(models.Model):
    """An article taken in. ``digest`` is of what was read, so that taking it in twice adds nothing.

    ``unplaced`` lists what found no place in it: ``[{"line", "words", "reason"}]``.
    """

    public_id = columns.public_id()
    debate = models.ForeignKey("debates.Debate", on_delete=models.PROTECT, related_name="briefs")
    digest = models.CharField(max_length=64)
    format = models.CharField(max_length=20)
    rights = columns.word(Rights)
    title = columns.text()
    author = models.CharField(max_length=LONGEST_LINE, blank=True)
    source = models.URLField(max_length=LONGEST_LINE, blank=True)
    published = models.CharField(max_length=LONGEST_LINE, blank=True)
    announced_remarks = models.PositiveIntegerField(null=True)
    unplaced = models.JSONField(default=list)
    imported_by = columns.member(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["debate", "digest"], name="debates_brief_once")
        ]

    def __str__(self) -> str:
        return f"brief {self.public_id}"


class Passage(models.Model):
    """One piece of the article. ``full`` rights: all are public; ``quote``: those with ``quoted_at``.

    ``quoted_at`` is when a contribution or a position first quoted it; only then does the record name
    what a passage under ``quote`` rights commits to, so that its words are published with it.
    """

    public_id = columns.public_id()
    brief = models.ForeignKey(Brief, on_delete=models.PROTECT, related_name="passages")
    order = models.PositiveIntegerField()
    kind = columns.word(PassageKind)
    text = columns.text()
    credit = models.CharField(max_length=LONGEST_LINE, blank=True)
    quoted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("order",)
        constraints = [
            models.UniqueConstraint(fields=["brief", "order"], name="debates_passage_order")
        ]

    def __str__(self) -> str:
        return f"passage {self.public_id}"


class Remark(models.Model):
    """An imported comment that is not yet a contribution. ``key`` is its name in the source.

    ``pseudonym`` is as the source gave it, possibly empty; never in the record. ``address_digest`` is a
    keyed digest of the commenter's address, where the source held one: its owner can claim the remark.
    ``restricted_at`` is set while a notice stands before its words.
    """

    public_id = columns.public_id()
    brief = models.ForeignKey(Brief, on_delete=models.PROTECT, related_name="remarks")
    key = models.CharField(max_length=80)
    order = models.PositiveIntegerField()
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="replies")
    depth = models.PositiveSmallIntegerField(default=1)
    pseudonym = models.CharField(max_length=LONGEST_NAME, blank=True)
    said = models.CharField(max_length=LONGEST_NAME, blank=True)
    said_at = models.DateTimeField(null=True)
    text = columns.text()
    address_digest = models.CharField(max_length=64, blank=True)
    claimed_by = columns.member(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    restricted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("order",)
        constraints = [
            models.UniqueConstraint(fields=["brief", "key"], name="debates_remark_once"),
            models.UniqueConstraint(fields=["brief", "order"], name="debates_remark_order"),
        ]

    def __str__(self) -> str:
        return f"remark {self.public_id}"


class RemarkClaim(models.Model):
    """Somebody says a remark is theirs, to own it or to withdraw it.

    ``member`` is NULL for a person without an account, who is reached at ``address`` (personal, emptied
    when decided). ``confirmed_at`` is when a code sent there came back; members need none. Then it is
    granted at once if the source held that address with the remark, else after a notice unless somebody
    objects.
    """

    public_id = columns.public_id()
    remark = models.ForeignKey(Remark, on_delete=models.PROTECT, related_name="claims")
    member = columns.member(null=True)
    address = models.EmailField(blank=True)
    withdraw = models.BooleanField()
    reason = columns.text()
    at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    grant_at = models.DateTimeField()
    granted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"claim of {self.remark_id}"
