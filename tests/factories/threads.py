"""Long debates at once: rows as the actions would leave them, without the actions' checks and entries."""

from datetime import datetime, timedelta
from itertools import count

from college.debates.models import Contribution, Debate, Link, Placement, Revision, Viewpoint
from college.debates.rules import places
from college.debates.rules.kinds import Kind, LinkKind, State
from college.people.models import Member
from college.record.actions.texts import commit
from college.record.models import Text

SENTENCE = "The ferry of quay {n} ran on {n} days of last winter, and the council counted them."


def make_thread(
    debate: Debate,
    authors: list[tuple[Member, Viewpoint | None]],
    *,
    length: int,
    at: datetime,
    branching: int = 5,
) -> list[Contribution]:
    """``length`` contributions: claims, and under each ``branching`` - 1 arguments, every other with a
    challenge of its own."""
    template = commit(SENTENCE)
    texts, rows, revisions, links, spots = [], [], [], [], []
    top: tuple[Contribution, Revision, places.Place] | None = None
    first = (Contribution.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1
    number = count(first)
    for n in range(length):
        author, viewpoint = authors[n % len(authors)]
        kind = Kind.CLAIM if n % branching == 0 else Kind.ARGUMENT
        kind = Kind.CHALLENGE if n % branching == branching - 1 else kind
        form = {Kind.CLAIM: "factual", Kind.ARGUMENT: "supports", Kind.CHALLENGE: "unclear"}[kind]
        moment = at + timedelta(seconds=n)
        text = Text(
            commitment=f"{next(number):064x}",
            salt=template.salt,
            body=SENTENCE.format(n=n).encode(),
            rendered=f"<p>{SENTENCE.format(n=n)}</p>",
        )
        row = Contribution(
            pk=first + n,
            debate=debate,
            kind=kind,
            form=form,
            author=author,
            viewpoint=viewpoint,
            at=moment,
            stage=debate.stage,
            state=State.STANDING,
            words=16,
            due_at=moment + timedelta(days=7) if kind == Kind.CHALLENGE else None,
        )
        revision = Revision(
            contribution=row, number=1, text=text, words=16, by=author, at=moment, pk=first + n
        )
        if kind == Kind.CLAIM or top is None:
            place = places.top(row.pk)
            top = (row, revision, place)
            under = None
        else:
            place, under = places.below(top[2], row.pk), top[0]
            relation = LinkKind.CHALLENGES if kind == Kind.CHALLENGE else LinkKind.CONCLUSION
            links.append(
                Link(source=row, kind=relation, target=top[0], pinned=top[1], confirmed_at=moment)
            )
        spots.append(
            Placement(
                debate=debate,
                contribution=row,
                under=under,
                path=place.path,
                depth=place.depth,
                home=True,
            )
        )
        texts.append(text)
        rows.append(row)
        revisions.append(revision)
    Text.objects.bulk_create(texts, batch_size=500)
    Contribution.objects.bulk_create(rows, batch_size=500)
    Revision.objects.bulk_create(revisions, batch_size=500)
    Link.objects.bulk_create(links, batch_size=500)
    Placement.objects.bulk_create(spots, batch_size=500)
    return rows
