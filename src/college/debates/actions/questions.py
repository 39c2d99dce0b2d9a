"""Register, propose and reword questions; file them under subjects; link debates that turn on others."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q

from college.debates.actions import search
from college.debates.actions.locking import locked, moved
from college.debates.actions.stages import dates_of, postpone
from college.debates.events.questions import (
    DebateRenamed,
    QuestionFiled,
    QuestionProposed,
    QuestionRegistered,
    QuestionReworded,
    TurnAdded,
)
from college.debates.models import Debate, Draft, FormerSlug, QuestionWording, Subject, Turn
from college.debates.permissions import require
from college.debates.rules import slugs, stages, wordings
from college.debates.rules.stages import DateGround, Stage
from college.debates.rules.wordings import Asked
from college.ground.act import Act
from college.ground.charter import Charter
from college.ground.moments import rfc3339
from college.ground.refusals import Refusal
from college.people.models import Member
from college.people.queries import acting_member, refuse_haste
from college.record.actions.entries import append
from college.record.actions.texts import commit, commit_plain
from college.record.charters import charter_in_force

_DAY = timedelta(days=1)
#: Times to look for a free address while others take it.
_LOOKS = 5


@transaction.atomic
def register_question(
    act: Act, *, wording: str, place: str = "", period: str = "", subject: Subject | None = None
) -> Debate:
    """Put a question into the register of questions not yet debated."""
    member = acting_member(act, lock=True)
    require("may_register_question", member)
    asked = wordings.asked(wording, place, period, charter_in_force().lengths)
    debate, words = _make(act, member, asked, stage=Stage.REGISTERED, subject=subject)
    event = QuestionRegistered(debate=debate.public_id, wording=words.text_id)
    append(act, event, subject=debate.public_id)
    return debate


@transaction.atomic
def propose_question(
    act: Act,
    *,
    wording: str,
    place: str = "",
    period: str = "",
    subject: Subject | None = None,
    slug: str = "",
) -> Debate:
    """Propose a question for debate: its notice begins. ``slug`` is made from the wording when empty."""
    member = acting_member(act, lock=True)
    require("may_propose_question", member)
    asked = wordings.asked(wording, place, period, charter_in_force().lengths)
    debate, words = _make(act, member, asked, stage=Stage.PROPOSED, subject=subject, slug=slug)
    _tell_proposed(act, debate, words)
    return debate


@transaction.atomic
def propose_registered(act: Act, debate: Debate) -> Debate:
    """Propose a question that stands in the register; the member who does becomes its proposer."""
    member = acting_member(act, lock=True)
    debate = locked(debate)
    require("may_propose_registered", member, debate)
    charter = charter_in_force()
    _check_often(act, member, charter)
    debate.stage, debate.proposed_by, debate.proposed_at = Stage.PROPOSED, member, act.at
    debate.admit_at = stages.on_proposal(charter.clocks, act.at).admit_at
    moved(debate, "stage", "proposed_by", "proposed_at", "admit_at")
    _tell_proposed(act, debate, _newest(debate))
    return debate


@transaction.atomic
def reword_question(
    act: Act, debate: Debate, *, wording: str, place: str, period: str, seen: int
) -> QuestionWording:
    """A new wording by the proposer. ``seen`` is the number of the wording it was written over; a newer
    one is a refusal that carries its words. What follows waits for a whole notice again."""
    member = acting_member(act)
    debate = locked(debate)
    require("may_reword_question", member, debate)
    refuse_haste(act)
    newest = _newest(debate)
    if seen != newest.number:
        raise Refusal(
            "debates.question.stale",
            number=newest.number,
            wording=newest.text.words,
            place=newest.place,
            period=newest.period,
        )
    asked = wordings.asked(wording, place, period, charter_in_force().lengths)
    if asked == Asked(newest.text.words, newest.place, newest.period):
        raise Refusal("debates.question.unchanged")
    return _reword(act, debate, asked, by=member)


@transaction.atomic
def use_draft(act: Act, draft: Draft) -> QuestionWording:
    """Make a draft's wording the question's. Scope stays; the wording points to the draft."""
    member = acting_member(act)
    debate = locked(draft.debate)
    draft = Draft.objects.select_related("debate", "wording").get(pk=draft.pk)
    require("may_use_draft", member, draft)
    newest = _newest(debate)
    if draft.wording.words == newest.text.words:
        raise Refusal("debates.question.unchanged")
    asked = Asked(draft.wording.words, newest.place, newest.period)
    return _reword(act, debate, asked, by=member, draft=draft.public_id)


@transaction.atomic
def rename_debate(act: Act, debate: Debate, *, slug: str) -> Debate:
    """A steward gives a debate another address; every former one leads to it for ever."""
    member = acting_member(act)
    debate = locked(debate)
    require("may_rename_debate", member, debate)
    if slug == debate.slug:
        return debate
    FormerSlug.objects.filter(slug=slug, debate=debate).delete()
    former = debate.slug
    debate.slug = _free(slug)
    try:
        with transaction.atomic():
            moved(debate, "slug")
    except IntegrityError as error:  # another debate got it at this very moment
        raise Refusal("debates.debate.address-taken") from error
    FormerSlug.objects.create(slug=former, debate=debate)
    append(act, DebateRenamed(debate=debate.public_id), subject=debate.public_id)
    return debate


@transaction.atomic
def file_question(act: Act, debate: Debate, *, subject: Subject) -> Debate:
    """A steward lists a question under a subject."""
    member = acting_member(act)
    debate = locked(debate)
    require("may_file_question", member, debate)
    if debate.subject_id == subject.pk:
        return debate
    debate.subject = subject
    moved(debate, "subject")
    event = QuestionFiled(debate=debate.public_id, subject=subject.slug)
    append(act, event, subject=debate.public_id)
    return debate


@transaction.atomic
def add_turn(act: Act, debate: Debate, *, on: Debate, reason: str) -> Turn:
    """Note that how ``debate`` comes out turns on ``on``, and why."""
    member = acting_member(act)
    debate = locked(debate)
    require("may_add_turn", member, debate)
    refuse_haste(act)
    if on.pk == debate.pk:
        raise Refusal("debates.turn.itself")
    if Turn.objects.filter(debate=debate, on=on).exists():
        raise Refusal("debates.turn.already")
    text = commit(wordings.reason(reason, charter_in_force().lengths))
    turn = Turn.objects.create(debate=debate, on=on, reason=text, by=member, at=act.at)
    moved(debate)
    event = TurnAdded(
        turn=turn.public_id, debate=debate.public_id, on=on.public_id, reason=text.commitment
    )
    append(act, event, subject=debate.public_id)
    return turn


def _make(
    act: Act,
    member: Member,
    asked: Asked,
    *,
    stage: Stage,
    subject: Subject | None,
    slug: str = "",
) -> tuple[Debate, QuestionWording]:
    charter = charter_in_force()
    _check_often(act, member, charter)
    dates = stages.on_proposal(charter.clocks, act.at)
    debate = Debate(
        subject=subject,
        stage=stage,
        proposed_by=member,
        proposed_at=act.at,
        admit_at=dates.admit_at if stage is Stage.PROPOSED else None,
    )
    _settle(debate, asked, slug)
    return debate, _word(act, debate, asked, by=member, number=1)


def _settle(debate: Debate, asked: Asked, slug: str) -> None:
    """Store a new debate at its address. Who finds it taken at this very moment looks again."""
    for _look in range(_LOOKS):
        _check_new(asked.words)
        debate.slug = _free(slug) if slug else slugs.free(slugs.stem(asked.words), _Taken())
        try:
            with transaction.atomic():
                debate.save(force_insert=True)
        except IntegrityError:
            continue
        return
    raise Refusal("debates.debate.address-taken")


def _reword(
    act: Act, debate: Debate, asked: Asked, *, by: Member, draft: str = ""
) -> QuestionWording:
    old = _newest(debate)
    search.forget_text(old.text_id)
    row = _word(act, debate, asked, by=by, number=old.number + 1)
    moved(debate)
    event = QuestionReworded(
        debate=debate.public_id, number=row.number, wording=row.text_id, draft=draft
    )
    append(act, event, subject=debate.public_id)
    clocks = charter_in_force().clocks
    dates = stages.when_reworded(clocks, Stage(debate.stage), dates_of(debate), act.at)
    postpone(act, debate, dates, ground=DateGround.NEW_WORDING)
    return row


def _word(act: Act, debate: Debate, asked: Asked, *, by: Member, number: int) -> QuestionWording:
    text = commit_plain(asked.words)
    search.index_many(debate.pk, [(text, debate.public_id)], kind="question")
    return QuestionWording.objects.create(
        debate=debate,
        number=number,
        text=text,
        place=asked.place,
        period=asked.period,
        by=by,
        at=act.at,
    )


def _newest(debate: Debate) -> QuestionWording:
    return debate.wordings.select_related("text").order_by("-number")[0]


def _tell_proposed(act: Act, debate: Debate, words: QuestionWording) -> None:
    event = QuestionProposed(
        debate=debate.public_id,
        number=words.number,
        wording=words.text_id,
        admit_at=rfc3339(debate.admit_at),
    )
    append(act, event, subject=debate.public_id)


def _check_often(act: Act, member: Member, charter: Charter) -> None:
    """Registering counts as proposing: one limit keeps both from being flooded."""
    recent = Debate.objects.filter(proposed_by=member, proposed_at__gt=act.at - _DAY).count()
    most = charter.limits.questions_per_day
    if recent >= most:
        raise Refusal("debates.question.too-many-a-day", most=most)


def _check_new(words: str) -> None:
    """The very same words are not asked twice; like ones are for people to see and link."""
    stem = slugs.stem(words)
    alike = Debate.objects.filter(Q(slug=stem) | Q(slug__startswith=f"{stem}-"))[:20]
    for debate in alike:
        if _newest(debate).text.words.casefold() == words.casefold():
            raise Refusal("debates.question.already-there", slug=debate.slug)


def _free(slug: str) -> str:
    if not slugs.is_slug(slug):
        raise Refusal("debates.debate.no-address", most=slugs.LONGEST)
    if slug in _Taken():
        raise Refusal("debates.debate.address-taken")
    return slug


class _Taken:
    """Addresses that a debate has or had."""

    def __contains__(self, slug: object) -> bool:
        return (
            Debate.objects.filter(slug=slug).exists()
            or FormerSlug.objects.filter(slug=slug).exists()
        )
