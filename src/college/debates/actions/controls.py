"""Control cases of a debate: offered by a steward, mixed in among its reports once they are certified."""

from collections.abc import Sequence

from django.db import transaction

from college.committees.actions import controls as committees
from college.committees.models import Control
from college.committees.queries import controls, epochs
from college.committees.rules.tally import Choice
from college.debates.models import Debate, Viewpoint
from college.debates.permissions import require
from college.debates.queries.labels import labels_at, viewpoints_of
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.queries import acting_member


@transaction.atomic
def offer_control(
    act: Act,
    debate: Debate,
    *,
    words: str,
    rule: str,
    answer: Choice,
    sides: Sequence[Viewpoint],
) -> list[Control]:
    """Offer a text that nobody published, and what should become of it under a rule of conduct.

    For one side, or as a pair of the same words for two. Panels of all viewpoints judge it first.
    """
    require("may_offer_control", acting_member(act), debate)
    return committees.offer_control(
        act,
        words=words,
        rule=rule,
        grounds=(rule,),
        answer=answer,
        scope=debate.public_id,
        sides=[side.public_id for side in sides],
        viewpoints=viewpoints_of(debate),
        labels=_labels(act, debate),
    )


def step(act: Act) -> int:
    """Mix controls in, one pair after another, as long as real cases bring them along."""
    done = 0
    while controls.dues(act.at).exists() and (pair := controls.next_pair()):
        debate = Debate.objects.get(public_id=pair[0].scope)
        used = committees.use_controls(
            act, pair, viewpoints=viewpoints_of(debate), labels=_labels(act, debate)
        )
        if not used:
            break
        done += len(used)
    return done


def _labels(act: Act, debate: Debate) -> dict[str, str]:
    """As they were when the epoch opened that takes cases now; later changes change no draw."""
    epoch = epochs.taking()
    if epoch is None:
        raise Refusal("committees.control.no-epoch")
    return labels_at(debate, epoch.opened_at)
