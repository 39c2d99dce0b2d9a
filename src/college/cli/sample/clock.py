"""The clock of the sample: everything that falls due, and signed checkpoints, as time passes."""

from datetime import datetime, timedelta

from college.administration.due import due as administration_due
from college.committees.due import due as committees_due
from college.committees.queries import epochs
from college.debates.due import due as debates_due
from college.record.actions.sequence import sequence
from college.record.due import due as record_due

#: Between two moments that something waits for the clock ticks at least this often.
_TICK = timedelta(hours=6)
#: Of the rooms that the clock serves, all but those that send mail: nobody is to get letters of two months.
_DUE = (record_due, committees_due, administration_due, debates_due)


def tick(now: datetime) -> datetime:
    """Do what is due and sign a checkpoint; gives when the next epoch seals or ends, or six hours later.

    A seed is revealed only after a signed checkpoint holds its sealing: so the sequencer runs each time.
    """
    for due in _DUE:
        due(now)
    sequence(now)
    coming = [now + _TICK]
    for epoch in epochs.going_on():
        coming += [at for at in (epoch.seals_at, epoch.ends_at) if at > now]
    return min(coming)
