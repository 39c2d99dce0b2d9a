"""What a page that rests on verdicts has to say of them, where it is not as it should be (DESIGN §2.11)."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from college.committees.models import Case, Draw, Seat
from college.committees.queries.epochs import is_demonstration


@dataclass(frozen=True, slots=True)
class Caveats:
    """Of one case. ``demonstration``: numbers of the epochs whose outcome the operator could choose.

    ``unmet_side``: a seat of the text's own side went to somebody without a viewpoint; told when the
    draw is decided, not before.
    """

    public_id: str
    verdict: str
    provisional: bool
    unmet: str
    unmet_side: bool
    demonstration: tuple[int, ...]


def caveats(case_ids: Collection[int]) -> dict[int, Caveats]:
    """By the cases' keys. Two queries, or none."""
    if not case_ids:
        return {}
    stand_ins = Seat.objects.filter(draw=OuterRef("pk"), fallback=True)
    draws = (
        Draw.objects.filter(case__in=case_ids)
        .annotate(unmet_side=Exists(stand_ins))
        .select_related("epoch")
        .order_by("id")
    )
    of_case: dict[int, list[Draw]] = {}
    for draw in draws:
        of_case.setdefault(draw.case_id, []).append(draw)
    return {
        case.pk: _caveats(case, of_case.get(case.pk, []))
        for case in Case.objects.filter(pk__in=case_ids)
    }


def _caveats(case: Case, draws: list[Draw]) -> Caveats:
    epochs = {draw.epoch.number: draw.epoch for draw in draws if draw.drawn_at}
    return Caveats(
        public_id=case.public_id,
        verdict=case.verdict,
        provisional=case.provisional,
        unmet=case.unmet,
        unmet_side=any(draw.unmet_side for draw in draws if draw.decided_at),
        demonstration=tuple(n for n, epoch in epochs.items() if is_demonstration(epoch)),
    )
