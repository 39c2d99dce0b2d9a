"""Two people ask the same at the same moment: the second is told what they would be told a moment later."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from college.ground.refusals import Refusal


@contextmanager
def once(permission: str) -> Iterator[None]:
    """Around the row that can be there only once; ``permission`` says when it may be asked for."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise Refusal("administration.permission.may-not", permission=permission) from None
