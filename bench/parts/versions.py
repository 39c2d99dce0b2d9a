"""Versions of summaries at once: the rows that the actions would leave, without their checks and entries."""

import random
from collections.abc import Mapping
from typing import Any

from college.debates.models import Contribution, Revision
from college.ground.ids import new_public_id
from college.record.actions.texts import commit, commit_document, commit_many_plain
from college.summaries.models import (
    Anchor,
    Attestation,
    Comment,
    Statement,
    StatementLink,
    Summary,
    Version,
)
from college.summaries.rules.life import (
    AnchorHow,
    CommentState,
    Fairness,
    SummaryState,
    VersionState,
)
from college.summaries.rules.plain import plain
from college.summaries.rules.sections import sections

_LINKS = (1, 1, 2, 3)
_COMMENTED = 10
_ATTESTED = 15


def certify(stand: Any, statements: int, words: list[str]) -> Version:
    """A certified version with so many statements of some twenty ``words`` each over the debate's claims,
    arguments and evidence; a comment by each side on every tenth, a "not fair" on every fifteenth."""
    chance = random.Random(statements)
    said = list(
        Contribution.objects.filter(debate=stand.debate, kind__in=["claim", "argument", "evidence"])
        .order_by("pk")
        .values_list("pk", "public_id")
    )
    heads = dict(
        Revision.objects.filter(contribution__debate=stand.debate).values_list(
            "contribution_id", "pk"
        )
    )
    viewpoints = list(stand.debate.viewpoints.order_by("pk"))
    by_id = {one.public_id: one for one in viewpoints}
    ordered = sections([one.public_id for one in viewpoints])
    texts = [
        " ".join(chance.choice(words) for _ in range(chance.randint(14, 26))).capitalize() + "."
        for _ in range(statements)
    ]
    places = sorted((n * len(ordered) // statements, n) for n in range(statements))
    ids = [new_public_id() for _ in range(statements)]
    at = stand.debate.proposed_at
    summary = Summary.objects.create(debate=stand.debate, state=SummaryState.CERTIFIED, begun_at=at)
    document = {
        "sections": [
            {"section": one.kind.value, "viewpoint": one.viewpoint, "statements": []}
            for one in ordered
        ]
    }
    version = Version.objects.create(
        summary=summary,
        number=1,
        round=1,
        made_at=at,
        state=VersionState.CERTIFIED,
        certified_at=at,
        document=commit_document(document),
        coverage=commit_document({}),
    )
    kept = commit_many_plain(texts)
    rows = Statement.objects.bulk_create(
        Statement(
            version=version,
            statement=ids[n],
            section=ordered[place].kind,
            viewpoint=by_id.get(ordered[place].viewpoint),
            order=n + 1,
            text=kept[n],
        )
        for place, n in places
    )
    StatementLink.objects.bulk_create(
        StatementLink(row=row, contribution_id=key, pinned_id=heads[key], order=order)
        for row in rows
        for order, (key, _id) in enumerate(chance.sample(said, chance.choice(_LINKS)), 1)
    )
    of_section: dict[int, list[tuple[str, str]]] = {}
    for place, n in places:
        of_section.setdefault(place, []).append((ids[n], texts[n]))
    _say(stand, version, viewpoints, plain(list(of_section.values())).spans)
    return version


def _say(
    stand: Any, version: Version, viewpoints: list[Any], spans: Mapping[str, tuple[int, int]]
) -> None:
    at, member = version.made_at, stand.members[0]
    for n, (statement, (start, _end)) in enumerate(spans.items()):
        for viewpoint in viewpoints if n % _COMMENTED == 0 else []:
            text = commit("This leaves out what was said of the second winter, which was colder.")
            comment = Comment.objects.create(
                summary=version.summary,
                made_on=version,
                viewpoint=viewpoint,
                author=member,
                text=text,
                words=13,
                at=at,
                state=CommentState.STANDING,
            )
            Anchor.objects.create(
                comment=comment,
                version=version,
                start=start,
                end=start + 12,
                how=AnchorHow.WRITTEN,
                at=at,
            )
        if n % _ATTESTED == 0:
            Attestation.objects.create(
                version=version,
                viewpoint=viewpoints[n % len(viewpoints)],
                statement=statement,
                fairness=Fairness.NOT_FAIR,
                comment=commit("It says the opposite of what we hold, in words of our opponents."),
                by=member,
                at=at,
            )
