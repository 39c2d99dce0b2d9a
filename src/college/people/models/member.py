"""A member and their standing."""

from django.db import models

from college.ground.ids import new_public_id
from college.people.rules.standing import Standing


class Member(models.Model):
    """Who debates. ``account`` is NULL for people of a sample and after an account was erased."""

    public_id = models.CharField(max_length=13, unique=True, default=new_public_id, editable=False)
    account = models.OneToOneField(
        "people.Account", null=True, on_delete=models.SET_NULL, related_name="member"
    )
    public_name = models.CharField(max_length=80)
    #: How names are compared (rules/names.py), so that nobody passes for another by an accent.
    folded_name = models.CharField(max_length=80, unique=True)
    about = models.CharField(max_length=300, blank=True)
    standing = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in Standing], default=Standing.ADMITTED
    )
    joined_at = models.DateTimeField()
    #: In a sample College: the part a visitor can take with one click (member, delegate, moderator, steward).
    persona = models.CharField(max_length=12, blank=True)

    def __str__(self) -> str:
        return self.public_name
