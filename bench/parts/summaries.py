"""A long summary at once: the rows that its actions would leave, without their checks and entries."""

import random
from datetime import timedelta

from college.debates.models import Contribution, Revision
from college.debates.rules.kinds import Kind
from college.ground.ids import new_public_id
from college.record.actions.texts import commit_document, commit_many_plain
from college.summaries.models import Statement, StatementLink, Summary, Version
from college.summaries.rules.life import SummaryState, VersionState
from college.summaries.rules.sections import SectionKind, sections
from parts.debates import Stand

#: Contributions that one statement rests on.
_LINKS = 4
_WORDS = "Those who hold it say that the ferry carried {number} people on an ordinary winter day."


def write(stand: Stand, statements: int) -> Version:
    """A version of so many statements, all sections alike, each resting on four contributions by chance."""
    chosen = random.Random(7)
    at = stand.debate.proposed_at + timedelta(days=60)
    summary = Summary.objects.create(debate=stand.debate, state=SummaryState.ATTESTING, begun_at=at)
    text = commit_document({"v": "college-summary-v1"})
    version = Version.objects.create(
        summary=summary,
        number=1,
        round=1,
        made_at=at,
        state=VersionState.CANDIDATE,
        document=text,
        coverage=text,
    )
    keys = {viewpoint.public_id: viewpoint.pk for viewpoint in stand.viewpoints}
    places = sections(list(keys))
    texts = commit_many_plain(_WORDS.format(number=n) for n in range(statements))
    rows = Statement.objects.bulk_create(
        Statement(
            version=version,
            statement=new_public_id(),
            section=(place := places[n * len(places) // statements]).kind,
            viewpoint_id=keys[place.viewpoint] if place.kind is SectionKind.HOLDS else None,
            order=n + 1,
            text=texts[n],
        )
        for n in range(statements)
    )
    _link(rows, stand, chosen)
    return version


def _link(rows: list[Statement], stand: Stand, chosen: random.Random) -> None:
    said = Contribution.objects.filter(debate=stand.debate).exclude(kind=Kind.ANSWER)
    pinned = dict(
        Revision.objects.filter(contribution__in=said, number=1).values_list("contribution", "pk")
    )
    keys = sorted(pinned)
    StatementLink.objects.bulk_create(
        (
            StatementLink(row=row, contribution_id=key, pinned_id=pinned[key], order=order)
            for row in rows
            for order, key in enumerate(chosen.sample(keys, _LINKS), start=1)
        ),
        batch_size=500,
    )
