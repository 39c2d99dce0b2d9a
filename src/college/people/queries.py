"""Members in standing, who holds office, what a member is told."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from allauth.mfa.models import Authenticator
from django.db.models import Max, QuerySet

from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.models import Account, Member, Notice, Term
from college.people.rules.standing import Office, Standing, may_act
from college.record.charters import charter_in_force
from college.record.queries import added_since

_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Passkey:
    """A passkey that a member signs in with. ``cose`` is its public key as the device gave it, ``host`` the
    SHA-256 of the host that it was made for."""

    number: int
    name: str
    credential: bytes
    host: bytes
    cose: Mapping[int, object]


def acting_member(act: Act, *, lock: bool = False) -> Member:
    """The member who acts, or a refusal: no member, suspended, resigned. One query.

    The lock lets others go on who only refer to the member (PostgreSQL: a foreign key asks for the key).
    """
    rows = Member.objects.select_for_update(no_key=True) if lock else Member.objects
    member = rows.filter(public_id=act.actor).first() if act.is_member else None
    if member is None:
        raise Refusal("people.member.none")
    if not may_act(Standing(member.standing)):
        raise Refusal("people.member.may-not-act")
    return member


def refuse_haste(act: Act) -> None:
    """Refuse a member whose acts have added the charter's ``acts_per_hour`` entries within it. Two queries.

    Far beyond what a person does: a program that goes to and fro would otherwise fill a record of which
    nothing is ever removed. What an import brings is not counted: its own rules limit it.
    """
    most = charter_in_force().limits.acts_per_hour
    if added_since(act.actor, act.at - _HOUR, most=most, but=".taken-in") >= most:
        raise Refusal("people.member.too-often", most=most)


def member_of_account(account: Account) -> Member | None:
    """One query."""
    return Member.objects.filter(account=account).first()


def member_at(address: str) -> Member | None:
    """The member whose account has an address. One query."""
    return Member.objects.filter(account__email__iexact=address).first()


def member_by_id(public_id: str) -> Member | None:
    """One query."""
    return Member.objects.filter(public_id=public_id).first()


def members_by_id(public_ids: Collection[str]) -> dict[str, Member]:
    """Members by public id. One query."""
    return {m.public_id: m for m in Member.objects.filter(public_id__in=public_ids)}


def public_names(public_ids: Collection[str]) -> dict[str, str]:
    """Members' names as others see them, by public id. One query."""
    rows = Member.objects.filter(public_id__in=public_ids)
    return dict(rows.values_list("public_id", "public_name"))


def members() -> QuerySet[Member]:
    """Everybody who ever joined, for rooms above to narrow down. One query."""
    return Member.objects.order_by("id")


def personas() -> QuerySet[Member]:
    """The members of a sample College whose part a visitor can take. One query."""
    return Member.objects.exclude(persona="").select_related("account").order_by("id")


def is_steward(member: Member) -> bool:
    """One query."""
    return stewards().filter(member=member).exists()


def stewards() -> QuerySet[Term]:
    """Terms of the stewards in office. One query."""
    return (
        Term.objects.filter(office=Office.STEWARD, ended_at=None)
        .select_related("member")
        .order_by("began_at", "id")
    )


def terms_of(member: Member) -> QuerySet[Term]:
    """All terms a member served. One query."""
    return Term.objects.filter(member=member).order_by("began_at", "id")


def notices_of(member: Member) -> QuerySet[Notice]:
    """Newest first. One query."""
    return Notice.objects.filter(member=member).order_by("-at", "-id")


def unread_of(member: Member) -> int:
    """One query."""
    return Notice.objects.filter(member=member, read_at=None).count()


def last_mailed(member: int) -> datetime | None:
    """When a member's last digest was sent. One query."""
    newest = Notice.objects.filter(member_id=member).aggregate(at=Max("mailed_at"))["at"]
    return cast("datetime | None", newest)


def last_told(code: str, members: Collection[int]) -> dict[int, datetime]:
    """When each of these members was last told this. One query."""
    rows = Notice.objects.filter(code=code, member_id__in=members)
    return dict(rows.values_list("member_id").annotate(Max("at")))


def unmailed(limit: int) -> QuerySet[Notice]:
    """Notices that no digest has carried and nobody has read, oldest first. One query."""
    return (
        Notice.objects.filter(mailed_at=None, read_at=None, member__account__isnull=False)
        .select_related("member__account")
        .order_by("member_id", "at", "id")[:limit]
    )


def passkeys_of(member: Member) -> list[Passkey]:
    """The passkeys of a member's account, oldest first. One query."""
    rows = Authenticator.objects.filter(
        user_id=member.account_id, type=Authenticator.Type.WEBAUTHN
    ).order_by("created_at", "pk")
    return [_passkey(row) for row in rows]


def _passkey(row: Authenticator) -> Passkey:
    wrapped = row.wrap()
    given = wrapped.authenticator_data
    made = given.credential_data
    return Passkey(
        row.pk, wrapped.name, made.credential_id, given.rp_id_hash, dict(made.public_key)
    )
