"""Enact verdicts on what a room asked about debates: in this room, and in those above it."""

from collections.abc import Callable, Mapping

from django.db import transaction
from django.db.models import Model

from college.committees.models import Case
from college.committees.queries import cases
from college.debates.actions.locking import locked_by_id
from college.ground.act import Act


def enact_waiting(act: Act, asking: Mapping[type[Model], Callable[[Act, Case], bool]]) -> int:
    """Enact the verdicts that wait, oldest first; how many were. Safe to repeat.

    ``asking``: tables that keep the key to a ``case``, in the order in which they are looked through, and who
    enacts its verdict. One query where no verdict waits, as at most ticks; else one for each table.
    """
    waiting = list(cases.unenacted())
    if not waiting:
        return 0
    done = 0
    for table, enact in asking.items():
        own = table._default_manager.filter(case__in=waiting).values_list("case", flat=True)
        keys = set(own)
        done += sum(_once(act, case, enact) for case in waiting if case.pk in keys)
    return done


@transaction.atomic
def _once(act: Act, case: Case, enact: Callable[[Act, Case], bool]) -> bool:
    """Another tick at the same moment finds it done: whoever has the debate looks again."""
    locked_by_id(case.scope)
    now = cases.unenacted().filter(pk=case.pk).first()
    return now is not None and enact(act, now)
