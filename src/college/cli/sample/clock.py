"""The clock of the sample: everything that falls due, and signed checkpoints, as time passes."""

from datetime import datetime, timedelta

from college.administration.due import due as administration_due
from college.committees.due import due as committees_due
from college.committees.queries import epochs
from college.debates.due import due as debates_due
from college.quizzes.due import due as quizzes_due
from college.record.actions.sequence import sequence
from college.record.due import due as record_due
from college.summaries.due import due as summaries_due

#: Between two moments that something waits for the clock ticks at least this often …
_TICK = timedelta(hours=6)
#: … and this often where no panels sit yet.
_QUIET_TICK = timedelta(hours=24)
#: Of the rooms that the clock serves, all but those that send mail: nobody is to get letters of four months.
_DUE = (record_due, committees_due, administration_due, debates_due, summaries_due, quizzes_due)


def tick(now: datetime, *, sitting: bool) -> datetime:
    """Do what is due and sign a checkpoint; gives when the next epoch seals or ends, or some hours later.

    ``sitting``: whether there are committees yet; without them no epoch begins and stewards decide.
    A seed is revealed only after a signed checkpoint holds its sealing: so the sequencer runs each time.
    """
    for due in _DUE:
        if sitting or due is not committees_due:
            due(now)
    sequence(now)
    if not sitting:
        return now + _QUIET_TICK
    coming = [now + _TICK]
    for epoch in epochs.going_on():
        coming += [at for at in (epoch.seals_at, epoch.ends_at) if at > now]
    return min(coming)
