"""A debate whose second viewpoint one person holds, and the key of an item about it before its panels."""

from django.db import transaction

from college.clockwork.tick import present
from college.committees.models import Case
from college.committees.queries import epochs
from college.committees.rules.areas import Procedure
from college.debates.models import Debate
from college.debates.queries import labels
from tests.factories.committees import draw_epoch, make_case, make_roster
from tests.factories.debates import Stand, add_holder, make_debate

_PEOPLE = 46


def make_sides() -> Stand:
    """Eight hold the first viewpoint, one the second. The College must be founded."""
    made = make_debate(viewpoints=2)
    for _ in range(7):
        add_holder(made, made.viewpoints[0])
    return made


@transaction.atomic
def drawn(debate: Debate) -> Case:
    """The key of an item, whose panels' seats are called now."""
    make_roster(_PEOPLE, at=present())
    taking = epochs.taking()
    assert taking is not None
    case = make_case(
        procedure=Procedure.KEY,
        rule="key-stands",
        at=taking.opened_at,
        scope=debate.public_id,
        viewpoints=labels.viewpoints_of(debate),
        labels=labels.labels_at(debate, taking.opened_at),
    )
    draw_epoch(taking)
    return Case.objects.get(pk=case.pk)
