"""Add an argument: premises, jointly, for or against or as a limit to a claim or another argument."""

from collections.abc import Sequence

from django.db import transaction

from college.debates.actions import claims, writing
from college.debates.actions.claims import NewClaim
from college.debates.actions.speaking import (
    Speaking,
    begin,
    charge,
    pace,
    require_stage,
    sent_before,
)
from college.debates.actions.succession import succeed
from college.debates.events.contributions import ArgumentAdded
from college.debates.models import Contribution, Debate, Revision
from college.debates.queries.graph import public_ids, support_above
from college.debates.rules import graph, links, posting
from college.debates.rules.kinds import ArgumentForm, Kind, LinkKind
from college.debates.rules.links import Span
from college.ground.act import Act
from college.ground.prose import count_words
from college.ground.refusals import Refusal
from college.record.actions.entries import append_many


@transaction.atomic
def add_argument(
    act: Act,
    debate: Debate,
    *,
    form: str,
    premises: Sequence[Contribution | NewClaim],
    conclusion: Contribution,
    text: str = "",
    quotes: Sequence[Span] = (),
    succeeds: Contribution | None = None,
    token: str = "",
) -> Contribution:
    """Add an argument whose premises exist already (and are reused) or are worded in the same act.

    ``text`` says how the premises bear on the conclusion; it may be empty.
    """
    speaking = begin(act, debate.pk)
    if again := sent_before(speaking, token):
        return again
    require_stage(speaking, Kind.ARGUMENT)
    posting.form(Kind.ARGUMENT, form)
    why = posting.text(text, speaking.charter.lengths, may_be_empty=True)
    new = [claims.prepared(speaking, p) for p in premises if isinstance(p, NewClaim)]
    old_keys = [p.pk for p in premises if isinstance(p, Contribution)]
    pinned = _targets(speaking, old_keys, len(new), conclusion)
    if form == ArgumentForm.SUPPORTS:
        _refuse_circle(old_keys, conclusion.pk)
    succeeded = succeed(speaking, succeeds, Kind.ARGUMENT)
    pace(speaking, 1 + len(new))
    charge(speaking, count_words(why) + sum(count_words(c.text) for c in new))

    fresh = [claims.write_claim(speaking, claim) for claim in new]
    argument = writing.write(speaking, Kind.ARGUMENT, why, form=form, spans=quotes, token=token)
    revisions = _in_order(premises, pinned, fresh)
    writing.link(argument, LinkKind.PREMISE, revisions)
    writing.link(argument, LinkKind.CONCLUSION, [pinned[conclusion.pk]])
    at = writing.place_under(argument, pinned[conclusion.pk].contribution)
    rows = [revision.contribution for revision in revisions]
    writing.place_premises(argument, at, rows, new={w.contribution.pk for w in fresh})
    event = ArgumentAdded(
        form=form,
        premises=tuple(row.public_id for row in rows),
        premise_texts=tuple(revision.text_id for revision in revisions),
        conclusion=pinned[conclusion.pk].contribution.public_id,
        conclusion_text=pinned[conclusion.pk].text_id,
        **argument.told(),
        **(succeeded.tell(argument) if succeeded else {}),
    )
    entries = [(claims.told(w), w.contribution.public_id) for w in fresh]
    append_many(act, [*entries, (event, argument.contribution.public_id)])
    return argument.contribution


def _targets(
    speaking: Speaking, premises: Sequence[int], new: int, conclusion: Contribution
) -> dict[int, Revision]:
    """The newest revisions of existing premises and of the conclusion, all fit for their part."""
    most = speaking.charter.limits.premises
    links.premises(premises, new=new, conclusion=conclusion.pk, most=most)
    pinned = writing.heads(speaking, [*premises, conclusion.pk])
    for key in premises:
        writing.check(speaking, LinkKind.PREMISE, pinned[key])
    writing.check(speaking, LinkKind.CONCLUSION, pinned[conclusion.pk])
    return pinned


def _refuse_circle(premises: Sequence[int], conclusion: int) -> None:
    """Premises worded just now support nothing yet, so only existing ones can close a circle."""
    if not premises:
        return
    way = graph.circle(premises, conclusion, support_above(conclusion, until=premises))
    if way:
        raise Refusal("debates.argument.circle", path=public_ids(way))


def _in_order(
    premises: Sequence[Contribution | NewClaim],
    pinned: dict[int, Revision],
    fresh: Sequence[writing.Written],
) -> list[Revision]:
    waiting = iter(fresh)
    return [
        next(waiting).revision if isinstance(given, NewClaim) else pinned[given.pk]
        for given in premises
    ]
