"""Put a case on the list of the epoch that takes cases now."""

from college.committees.models import Case, Draw, Epoch
from college.committees.queries import epochs
from college.committees.rules.ladder import Step
from college.ground.act import Act


def file_draw(act: Act, case: Case, *, step: Step) -> Draw | None:
    """A draw to come: the case's first panels, its review, or a re-trial. The caller holds the case's lock.

    ``None``: nobody serves whom an epoch could draw.
    """
    epoch = epochs.taking()
    if epoch is None or epoch.pooled.roster_id is None:
        return None
    return Draw.objects.create(case=case, step=step, epoch=epoch, filed_at=act.at)


def carry_over(act: Act, epoch: Epoch) -> None:
    """The epoch was voided: its draws go to the one that takes cases now, to be announced anew."""
    Draw.objects.filter(epoch=epoch, drawn_at=None, decided_at=None).update(
        epoch=epochs.taking(), salt=None, body=None, digest=""
    )
