"""Join, rename, leave: what changes, what is recorded, what is refused."""

import json

import pytest

from college.ground.act import Act
from college.ground.refusals import Refusal
from college.people.actions.membership import admit, rename, resign
from college.people.models import Account, Member
from college.people.rules.standing import Standing
from college.record.models import Entry
from tests.factories.acts import MOMENT
from tests.factories.people import act_by, make_member, suspend

pytestmark = pytest.mark.django_db


def _last() -> dict:
    return json.loads(bytes(Entry.objects.latest("id").body))


def test_admit_records_the_member_and_no_name():
    member = make_member("Ada Lovelace")
    entry = _last()
    assert entry["kind"] == "people.member.admitted"
    assert entry["actor"] == member.public_id
    assert entry["data"] == {"member": member.public_id}


def test_admit_twice_with_one_account_is_refused():
    member = make_member(account=True)
    with pytest.raises(Refusal) as refused:
        admit(Act(actor="import", at=MOMENT), account=member.account, public_name="Other")
    assert refused.value.code == "people.member.already"


def test_admit_under_a_look_alike_name_is_refused_and_records_nothing():
    make_member("José")
    before = Entry.objects.count()
    with pytest.raises(Refusal) as refused:
        make_member("jose")
    assert refused.value.code == "people.name.taken"
    assert Entry.objects.count() == before


def test_rename_keeps_the_public_id_and_records_nothing():
    member = make_member("Ada")
    before = Entry.objects.count()
    renamed = rename(act_by(member), public_name="Augusta", about="Writes notes.")
    assert (renamed.public_id, renamed.public_name) == (member.public_id, "Augusta")
    assert Entry.objects.count() == before


def test_rename_to_ones_own_name_in_other_letters_is_allowed():
    member = make_member("Jose")
    assert rename(act_by(member), public_name="José", about="").public_name == "José"


def test_resign_erases_name_and_address_and_keeps_the_id():
    member = make_member("Ada", account=True)
    resign(act_by(member))
    kept = Member.objects.get(pk=member.pk)
    assert kept.standing == Standing.RESIGNED
    assert kept.account is None
    assert "Ada" not in kept.public_name
    assert not Account.objects.exists()
    assert _last()["kind"] == "people.member.resigned"


def test_suspended_members_may_not_act():
    member = suspend(make_member())
    with pytest.raises(Refusal) as refused:
        rename(act_by(member), public_name="Other", about="")
    assert refused.value.code == "people.member.may-not-act"


def test_line_about_oneself_reads_as_it_is_stored(act):
    """No override of the direction of writing, no line break, no character that prints nothing."""
    about = "I row\u202eferries\u2066 \n\n at\x07 dusk"
    member = admit(act, account=None, public_name="Heron", about=about)
    assert member.about == "I rowferries at dusk"
    assert rename(act_by(member), public_name="Heron", about=about).about == "I rowferries at dusk"
