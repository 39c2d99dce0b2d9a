"""My service: keys, times of duty, ties, leaving; every form one's own, and every mistake said in words."""

from hashlib import sha256

import pytest
from django.test import Client
from fido2.cose import ES256

from college.clockwork.tick import present
from college.committees.models import Duty, Key, Place, Recusal
from college.committees.queries import duty
from college.committees.rules.signatures import Algorithm, SignatureKind, encode64
from college.people.queries import Passkey
from college.web.committees import signing
from tests.factories.ballots import Signer, make_secret
from tests.factories.committees import make_roster
from tests.factories.debates import make_debate
from tests.factories.people import make_member
from tests.factories.service import enrol

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("college")]
SERVICE = "/committees/my-service/"


@pytest.fixture
def place(college) -> Place:
    return make_roster(50, at=present()).places.select_related("member", "roster").first()


@pytest.fixture
def browser_of(signed_in, place) -> Client:
    return signed_in(place.member)


def keys_page(place: Place, rest: str = "") -> str:
    return f"{SERVICE}{place.public_id}/keys/{rest}"


def test_the_page_tells_pseudonym_term_keys_and_duty(browser_of, place):
    page = browser_of.get(SERVICE).content.decode()
    assert place.public_id in page
    assert "on duty throughout" in page
    assert "none yet" in page
    assert page.count('name="span"') == 12


def test_who_does_not_serve_is_told_so(signed_in, place):
    browser = signed_in(make_member())
    page = browser.get(SERVICE).content.decode()
    assert "You do not serve in this term." in page
    assert 'name="span"' not in page
    for path in ("duty/", "leave/"):
        assert browser.post(SERVICE + path, {"sure": "yes"}).status_code == 404


def test_times_of_duty_are_kept_and_too_few_are_refused_in_words(browser_of, place):
    answer = browser_of.post(f"{SERVICE}duty/", {"span": ["3"]})
    assert answer.status_code == 422
    assert "at least 6 of the times ahead" in answer.content.decode()
    assert not Duty.objects.exists()
    browser_of.post(f"{SERVICE}duty/", {"span": [str(n) for n in range(2, 9)]})
    assert len(duty.chosen_by(place)) == 8
    page = browser_of.get(SERVICE).content.decode()
    assert page.count(" checked") == 7


@pytest.mark.parametrize("span", ["-1", "0", "1e3", "99999", "٣", "'; --", "", "2" * 5000])
def test_strange_times_are_no_times(browser_of, place, span):
    assert browser_of.post(f"{SERVICE}duty/", {"span": span}).status_code == 422
    assert not Duty.objects.exists()


def test_a_device_s_key_is_enrolled_and_revoked(browser_of, place):
    public = encode64(Signer(SignatureKind.DEVICE).key.public)
    answer = browser_of.post(
        keys_page(place, "device/"), {"public": public, "next": "/committees/desk/"}
    )
    assert answer.headers["Location"] == "/committees/desk/"
    key = Key.objects.get()
    assert key.kind == SignatureKind.DEVICE
    again = browser_of.post(keys_page(place, "device/"), {"public": public})
    assert again.status_code == 422
    assert "has served before" in again.content.decode()
    browser_of.post(keys_page(place, "revoke/"), {"key": key.document_id})
    key.refresh_from_db()
    assert key.revoked_at is not None
    assert browser_of.post(keys_page(place, "revoke/"), {"key": key.document_id}).status_code == 422


def _other_key() -> str:
    key = Signer(SignatureKind.PASSKEY, Algorithm.ES256).key
    return encode64(key.public)


@pytest.mark.parametrize("public", ["", "AAAA", "é", "=" * 80, "A" * 5000, _other_key()])
def test_what_is_no_key_is_refused_in_words(browser_of, place, public):
    answer = browser_of.post(keys_page(place, "device/"), {"public": public})
    assert answer.status_code == 422
    assert "no key that can sign" in answer.content.decode()
    assert not Key.objects.exists()


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_after_enrolling_one_stays_here(browser_of, place, to):
    public = encode64(Signer(SignatureKind.DEVICE).key.public)
    answer = browser_of.post(keys_page(place, "device/"), {"public": public, "next": to})
    assert answer.headers["Location"] == SERVICE


@pytest.mark.parametrize("rest", ["", "device/", "passkey/", "software/", "revoke/"])
def test_other_people_s_keys_are_not_there(signed_in, place, settings, rest):
    settings.DEMO = True
    other = place.roster.places.select_related("member").last()
    _signer, key = enrol(place, present())
    browser = signed_in(other.member)
    form = {"key": key.document_id, "passkey": "1", "public": "AAAA"}
    address = keys_page(place, rest)
    answer = browser.post(address, form) if rest else browser.get(address)
    assert answer.status_code == 404
    key.refresh_from_db()
    assert key.revoked_at is None
    assert Key.objects.count() == 1
    own = browser.post(keys_page(other, "revoke/"), {"key": key.document_id})
    assert own.status_code == 422


def test_a_passkey_of_another_is_not_there(browser_of, place):
    for number in ("1", "x", ""):
        answer = browser_of.post(keys_page(place, "passkey/"), {"passkey": number})
        assert answer.status_code == 404


def passkey_at(host: str) -> Passkey:
    public = make_secret(Algorithm.ES256).public_key()
    cose = dict(ES256.from_cryptography_key(public))
    return Passkey(1, "phone", b"\x01\x02", sha256(host.encode()).digest(), cose)


def test_a_passkey_names_the_address_it_signs_at(settings):
    settings.COLLEGE_URL = "https://college.example"
    key = signing.key_of_passkey(passkey_at("college.example"))
    assert (key.rp, key.origins) == ("college.example", ("https://college.example",))


def test_a_passkey_made_for_another_address_is_refused(settings):
    settings.COLLEGE_URL = "https://college.example"
    with pytest.raises(signing.Refusal, check=lambda r: r.code == "committees.key.elsewhere"):
        signing.key_of_passkey(passkey_at("localhost"))


def test_ties_are_declared_by_an_address_and_taken_back(browser_of, place):
    debate = make_debate().debate
    friend = make_member("A Friend")
    for address in (
        f"/debates/{debate.slug}/",
        f"http://testserver/members/{friend.public_id}/#about",
    ):
        answer = browser_of.post(f"{SERVICE}ties/", {"address": address})
        assert answer.status_code == 302, address
    page = browser_of.get(SERVICE).content.decode()
    assert "A Friend" in page
    assert f"/debates/{debate.slug}/" in page
    tie = Recusal.objects.get(on=friend.public_id)
    browser_of.post(f"{SERVICE}ties/end/", {"tie": tie.public_id})
    assert "A Friend" not in browser_of.get(SERVICE).content.decode()


@pytest.mark.parametrize(
    "address", ["", "nonsense", "/members/", "/members/0000000000000/", "/debates/none/", "/" * 300]
)
def test_an_address_that_leads_nowhere_is_said_so(browser_of, place, address):
    answer = browser_of.post(f"{SERVICE}ties/", {"address": address})
    assert answer.status_code == 422
    assert not Recusal.objects.exists()


def test_nobody_takes_back_or_sees_another_s_tie(signed_in, browser_of, place):
    friend = make_member("A Friend")
    browser_of.post(f"{SERVICE}ties/", {"address": f"/members/{friend.public_id}/"})
    tie = Recusal.objects.get()
    browser = signed_in(friend)
    assert browser.post(f"{SERVICE}ties/end/", {"tie": tie.public_id}).status_code == 404
    assert place.member.public_name not in browser.get(SERVICE).content.decode()


def test_leaving_needs_the_tick(browser_of, place):
    browser_of.post(f"{SERVICE}leave/")
    place.refresh_from_db()
    assert place.left_at is None
    browser_of.post(f"{SERVICE}leave/", {"sure": "yes"})
    place.refresh_from_db()
    assert place.left_at is not None
    assert "you have left" in browser_of.get(SERVICE).content.decode()


def test_the_desk_of_all_rooms_leads_to_the_docket(signed_in, place):
    page = signed_in(place.member).get("/desk/").content.decode()
    assert 'href="/committees/my-service/"' in page
