"""Ask the committees about a text: open a case, or join the one that is open on this wording and ground."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from college.committees.actions import cases
from college.committees.rules.areas import Procedure
from college.committees.rules.eligibility import Party
from college.debates.actions.asking import Held, open_in
from college.debates.events.hearings import TextReported
from college.debates.models import Contribution, Debate, Hearing, Link, Remark, Revision, Source
from college.debates.queries import questions, remarks
from college.debates.rules import addresses
from college.debates.rules.grounds import Ground, Origin, Settled
from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.actions.notices import tell
from college.people.models import Member
from college.record.actions.entries import append
from college.record.models import Text


@dataclass(frozen=True, slots=True)
class Thing:
    """What is heard: a contribution in its newest wording, or an imported comment."""

    debate: Debate
    contribution: Contribution | None = None
    revision: Revision | None = None
    remark: Remark | None = None

    @property
    def public_id(self) -> str:
        return self._row.public_id

    @property
    def author(self) -> Member | None:
        if self.contribution is not None:
            return self.contribution.author
        return self.remark.claimed_by if self.remark else None

    @property
    def text(self) -> Text:
        """The wording that is heard."""
        row = self.revision or self.remark
        if row is None:
            raise RuntimeError("a thing is a contribution or a comment")
        return row.text

    @property
    def path(self) -> str:
        if self.remark is not None:
            return addresses.remark(self.debate.slug, self.remark.public_id)
        return addresses.contribution(self.debate.slug, self.public_id)

    @property
    def _row(self) -> Contribution | Remark:
        row = self.contribution or self.remark
        if row is None:
            raise RuntimeError("a thing is a contribution or a comment")
        return row


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the committees about a text. ``asked_by``: the public id of the report."""

    ground: Ground
    origin: Origin
    reason: Text
    asked_by: str
    law: Text | None = None
    onto: Contribution | None = None


def thing_of(row: Contribution | Remark) -> Thing:
    """The thing as it is now, in a locked debate. Two queries."""
    if isinstance(row, Remark):
        remark = remarks.fresh(row)
        return Thing(remark.brief.debate, remark=remark)
    told = ("debate", "author", "viewpoint", "headword", "condition")
    contribution = Contribution.objects.select_related(*told).get(pk=row.pk)
    revision = Revision.objects.select_related("text").get(
        contribution=contribution, number=contribution.head
    )
    return Thing(contribution.debate, contribution, revision)


def texts_of(thing: Thing) -> Iterator[Text]:
    """Everything of a thing that a panel reads: its wording, and what stands with it. One query."""
    if thing.text.words or thing.contribution is None:
        yield thing.text
    if thing.contribution is None:
        return
    for text in (thing.contribution.headword, thing.contribution.condition):
        if text is not None:
            yield text
    for source in Source.objects.filter(contribution=thing.contribution).select_related(
        "line", "quotation"
    ):
        yield source.quotation
        yield source.line


def ask(act: Act, thing: Thing, asked: Asked, *, by: Member | None) -> tuple[Hearing, bool]:
    """Open a case about a thing, or join the one on this wording and ground; whether it was joined.

    ``act`` is somebody's who stays unnamed: what it records says what was asked, never who did.
    """
    found = _hearing(thing, asked.ground)
    if found is None:
        hearing = _open(act, thing, asked, by=by)
    elif found.settled_at is None:
        hearing = found
        if by is not None:
            cases.add_parties(hearing.case, {by.public_id: Party.REPORTED})
    elif found.settled == Settled.KEPT:
        raise Refusal("debates.report.kept")
    else:
        raise Refusal("debates.report.restricted-already")
    event = TextReported(
        report=asked.asked_by,
        case=hearing.case.public_id,
        debate=thing.debate.public_id,
        subject=thing.public_id,
        text=thing.text.commitment,
        ground=asked.ground.value,
        origin=asked.origin.value,
        reason=asked.reason.commitment,
        law=asked.law.commitment if asked.law else "",
        onto=asked.onto.public_id if asked.onto else "",
        joined=found is not None,
    )
    append(act, event, subject=thing.public_id)
    return hearing, found is not None


def unnamed(act: Act) -> Act:
    """The same moment, by somebody: what a reporter or a person outside does is told without saying who."""
    return replace(act, actor="import")


def _hearing(thing: Thing, ground: Ground) -> Hearing | None:
    rows = Hearing.objects.filter(ground=ground).exclude(settled=Settled.WITHDRAWN)
    rows = rows.filter(remark=thing.remark, revision=thing.revision)
    return rows.select_related("case").first()


def _open(act: Act, thing: Thing, asked: Asked, *, by: Member | None) -> Hearing:
    shown = list(texts_of(thing))
    if asked.onto is not None:
        shown += texts_of(thing_of(asked.onto))
    if asked.law is not None:
        shown.append(asked.law)
    if asked.ground is Ground.OFF_TOPIC:
        question = questions.asked(thing.debate.slug)
        shown += [question.text] if question is not None else []
    case = open_in(
        act,
        thing.debate,
        procedure=Procedure.CONDUCT,
        rule=asked.ground.value,
        shown=shown,
        reason=asked.reason,
        parties=parties_of(thing) | ({by.public_id: Party.REPORTED} if by is not None else {}),
        own_side=lambda held: side_of(thing, held),
    )
    hearing = Hearing.objects.create(
        case=case,
        debate=thing.debate,
        ground=asked.ground,
        origin=asked.origin,
        revision=thing.revision,
        remark=thing.remark,
        author=thing.author,
        onto=asked.onto,
        law=asked.law,
        opened_at=act.at,
    )
    if thing.author is not None:
        tell(thing.author, "debates.text.reported", params={}, path=thing.path, at=act.at)
    return hearing


def side_of(thing: Thing, held: Held) -> str:
    """The side of the author then; of one who declared it later, the side the text was said for."""
    author = thing.author
    side = held.get(author.public_id, "") if author is not None else ""
    if side or thing.contribution is None or thing.contribution.viewpoint is None:
        return side
    said_for = thing.contribution.viewpoint
    return (said_for.merged_into or said_for).public_id


def parties_of(thing: Thing) -> dict[str, Party]:
    """Who may not sit, whoever asks: those who replied to the text, and who wrote it. At most two queries."""
    if thing.contribution is not None:
        repliers = Link.objects.filter(target=thing.contribution)
        ids = repliers.values_list("source__author__public_id", flat=True)
    else:
        ids = remarks.quoting_members(thing.remark).values_list("public_id", flat=True)
    found = dict.fromkeys(ids, Party.REPLIED)
    if thing.author is not None:
        found[thing.author.public_id] = Party.AUTHOR
    return found
