"""Join and leave."""

from django.db import IntegrityError, transaction

from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people import queries
from college.people.events import MemberAdmitted, MemberResigned
from college.people.models import Account, Member
from college.people.rules import names
from college.people.rules.standing import Standing
from college.record.actions.entries import append

LONGEST_NAME = 40
LONGEST_ABOUT = 300


@transaction.atomic
def admit(
    act: Act, *, account: Account | None, public_name: str, about: str = "", persona: str = ""
) -> Member:
    """Make a member of an account (or of a person of the sample). The entry's actor is the new member."""
    if account is not None and Member.objects.filter(account=account).exists():
        raise Refusal("people.member.already")
    member = Member(
        account=account,
        public_name=_usable(public_name),
        about=_about(about),
        joined_at=act.at,
        persona=persona,
    )
    member.folded_name = names.folded(member.public_name)
    try:
        with transaction.atomic():
            member.save(force_insert=True)
    except IntegrityError as error:
        # Somebody was faster by less than it takes to look: in another window, or with the same name.
        again = account is not None and Member.objects.filter(account=account).exists()
        raise Refusal("people.member.already" if again else "people.name.taken") from error
    own = Act(actor=member.public_id, at=act.at, door=act.door)
    append(own, MemberAdmitted(member=member.public_id), subject=member.public_id)
    return member


@transaction.atomic
def rename(act: Act, *, public_name: str, about: str) -> Member:
    """Change what stands beside one's texts. Names are never in the record, so nothing is recorded."""
    member = queries.acting_member(act, lock=True)
    if public_name != member.public_name:
        member.public_name = _usable(public_name, but=member)
        member.folded_name = names.folded(member.public_name)
    member.about = _about(about)
    try:
        with transaction.atomic():
            member.save(update_fields=["public_name", "folded_name", "about"])
    except IntegrityError as error:
        raise Refusal("people.name.taken") from error
    return member


@transaction.atomic
def resign(act: Act) -> Member:
    """Leave: the account with its address is deleted, the name replaced; the texts stay, unnamed."""
    member = queries.acting_member(act, lock=True)
    account = member.account
    member.account, member.standing = None, Standing.RESIGNED
    member.public_name = f"Former member {member.public_id}"
    member.folded_name, member.about = member.public_id, ""
    member.save()
    if account is not None:
        account.delete()
    append(act, MemberResigned(member=member.public_id), subject=member.public_id)
    return member


def _about(words: str) -> str:
    """One line about oneself, that reads as it is stored."""
    return names.tidy_name(words)[:LONGEST_ABOUT].strip()


def _usable(public_name: str, *, but: Member | None = None) -> str:
    name = names.tidy_name(public_name)
    if fault := names.fault(name, longest=LONGEST_NAME):
        raise Refusal(fault, most=LONGEST_NAME)
    others = Member.objects.exclude(pk=but.pk) if but else Member.objects.all()
    if others.filter(folded_name=names.folded(name)).exists():
        raise Refusal("people.name.taken")
    return name
