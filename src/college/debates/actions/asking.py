"""Put a question about a debate to the committees: its sides as they were before the case was known."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from college.committees.actions import cases
from college.committees.models import Case
from college.committees.queries import epochs
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.debates.models import Debate
from college.debates.queries import labels
from college.ground.act import Act
from college.record.models import Text

Held = Mapping[str, str]


def no_side(held: Held) -> str:
    """Of what is nobody's text."""
    return ""


def open_in(
    act: Act,
    debate: Debate,
    *,
    procedure: Procedure,
    rule: str,
    shown: Iterable[Text],
    reason: Text | None,
    parties: Mapping[str, Party],
    own_side: Callable[[Held], str] = no_side,
    grounds: Sequence[str] = (),
) -> Case:
    """Open a case in a locked debate. ``own_side`` is asked with who held what when the epoch opened.

    ``reason`` is ``None`` where the clock asks. ``grounds``: what a ballot may tick, if not the rule alone.
    """
    epoch = epochs.taking()
    held = labels.labels_at(debate, epoch.opened_at if epoch else act.at)
    return cases.open_case(
        act,
        procedure=procedure,
        rule=rule,
        shown=list(shown),
        asked=reason,
        scope=debate.public_id,
        own_side=own_side(held),
        viewpoints=labels.viewpoints_of(debate),
        labels=held,
        parties=parties,
        grounds=grounds,
    )
