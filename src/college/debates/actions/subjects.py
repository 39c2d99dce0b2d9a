"""Subjects that questions are listed under: a setting of the stewards."""

from django.db import IntegrityError, transaction

from college.debates.events.questions import SubjectAdded
from college.debates.models import Subject
from college.debates.permissions import require
from college.debates.rules import slugs, wordings
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.queries import acting_member
from college.record.actions.entries import append

LONGEST_NAME = 80


@transaction.atomic
def add_subject(act: Act, *, name: str, slug: str = "") -> Subject:
    """Add a subject; its address is made from its name unless given."""
    member = acting_member(act)
    require("may_add_subject", member)
    name = wordings.one_line(name)
    slug = slug or slugs.stem(name)
    if not name or len(name) > LONGEST_NAME or not slugs.is_slug(slug):
        raise Refusal("debates.subject.no-name", most=LONGEST_NAME)
    if Subject.objects.filter(slug=slug).exists() or Subject.objects.filter(name=name).exists():
        raise Refusal("debates.subject.already")
    try:
        with transaction.atomic():
            subject = Subject.objects.create(slug=slug, name=name)
    except IntegrityError as error:  # another steward was faster
        raise Refusal("debates.subject.already") from error
    append(act, SubjectAdded(subject=slug))
    return subject
