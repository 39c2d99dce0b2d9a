"""What gave way in a debate by a verdict, for the list of it."""

from dataclasses import dataclass

from college.debates.models import Debate, Restriction
from college.debates.queries.hearings import Heard, in_force
from college.debates.rules import addresses
from college.debates.rules.grounds import Ground

_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class GaveWay:
    """A wording or a comment with a restriction in force, and where it stands with its notice."""

    url: str
    is_remark: bool
    heard: Heard


def of_debate(debate: Debate, before: int | None = None) -> tuple[list[GaveWay], int | None]:
    """The newest first, and the number to go on before; none at the end. One query."""
    rows = in_force().filter(hearing__debate=debate).order_by("-id")
    if before is not None:
        rows = rows.filter(id__lt=before)
    found = list(
        rows.select_related(
            "case", "reason", "hearing__onto", "hearing__remark", "hearing__revision__contribution"
        )[: _AT_ONCE + 1]
    )
    shown = found[:_AT_ONCE]
    return [_gave_way(debate, row) for row in shown], shown[-1].pk if len(
        found
    ) > _AT_ONCE else None


def _gave_way(debate: Debate, row: Restriction) -> GaveWay:
    hearing = row.hearing
    onto = hearing.onto
    return GaveWay(
        url=_url(debate, row),
        is_remark=hearing.remark is not None,
        heard=Heard(
            case_url=addresses.case(row.case.public_id),
            ground=Ground(row.rule),
            settled=hearing.settled,
            opened_at=hearing.opened_at,
            restriction=row.public_id,
            reason=row.reason.rendered or "",
            at=row.at,
            appealed_at=hearing.appealed_at,
            onto_url=addresses.contribution(debate.slug, onto.public_id) if onto else "",
        ),
    )


def _url(debate: Debate, row: Restriction) -> str:
    revision, remark = row.hearing.revision, row.hearing.remark
    if revision is None:
        return addresses.remark(debate.slug, remark.public_id) if remark else ""
    here = addresses.contribution(debate.slug, revision.contribution.public_id)
    return here if revision.number == revision.contribution.head else f"{here}r/{revision.number}/"
