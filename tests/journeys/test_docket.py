"""A panel member on a telephone and at a keyboard: six cases in a row, signed with a key of their own."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from college.committees.models import Ballot, Key
from college_verify import ballots as verifier
from college_verify import signatures as verifier_signatures
from tests.factories.dockets import Sitting, make_sitting
from tests.journeys.devices import Device
from tests.journeys.standing import enter

pytestmark = pytest.mark.usefixtures("college")
REASON = "It calls a person a fool."


@pytest.fixture
def sitting(college: Any) -> Sitting:
    return make_sitting(6)


def every_ballot_holds() -> None:
    """As somebody outside sees it, with the verifier's code."""
    for ballot in Ballot.objects.select_related("seat__place"):
        opened = json.loads(bytes(ballot.body))
        signed = opened["signature"]
        key = Key.objects.get(document_id=signed["key"], place=ballot.seat.place)
        read = verifier_signatures.read_key(json.loads(bytes(key.document.body)))
        verifier_signatures.check(opened["ballot"].encode(), signed, read)
        assert verifier.seal(bytes(ballot.salt), opened["ballot"], signed) == ballot.digest
        assert verifier.read(opened["ballot"].encode()).seat == ballot.seat.public_id


def make_device_key(page: Page, live: str) -> None:
    page.goto(f"{live}/committees/desk/")
    page.get_by_role("link", name="Make your key").click()
    page.get_by_role("button", name="Make a key here").click()
    expect(page.get_by_text("The key is enrolled")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your docket")


def accept_all(page: Page) -> None:
    page.get_by_role("button", name="Accept all 6").click()
    expect(page.get_by_text("Case 1 of 6", exact=True)).to_be_visible()


def decide(page: Page, answer: str, press: Callable[..., None]) -> None:
    press(page.get_by_label(answer))
    page.get_by_label("Your reason, in one sentence").fill(REASON)
    press(page.get_by_role("button", name="Go on to sign"))
    expect(page.get_by_role("heading", name="Exactly this is signed")).to_be_visible()


def fits(page: Page) -> None:
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url


def test_a_docket_of_six_on_a_telephone_by_touch(
    live: str,
    browser: Any,
    sitting: Sitting,
    axe: Callable[[Page], None],
    screenshot: Callable[[Page, str], None],
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    enter(page, live, sitting.member)
    make_device_key(page, live)
    axe(page)
    fits(page)
    screenshot(page, "docket-390")
    page.get_by_role("button", name="Accept all 6").tap()
    for number in range(1, 7):
        expect(page.get_by_text(f"Case {number} of 6", exact=True)).to_be_visible()
        if number == 1:
            axe(page)
            fits(page)
            screenshot(page, "case-390")
        answer = "No, it stays as it is" if number % 2 else "Yes, restrict it: insult"
        decide(page, answer, lambda target: target.tap())
        if number == 1:
            axe(page)
            fits(page)
            screenshot(page, "sign-390")
        page.get_by_role("button", name="Sign with this device’s key and cast").tap()
        expect(page.get_by_role("heading", level=1)).to_have_text("Your ballot is sealed")
        if number == 1:
            axe(page)
            fits(page)
            screenshot(page, "sealed-390")
        if number < 6:
            expect(page.get_by_text(f"{number} of 6 done.")).to_be_visible()
            page.get_by_role("link", name="Next case").tap()
    expect(page.get_by_text("That was the last one for now.")).to_be_visible()
    context.close()
    assert Ballot.objects.count() == 6
    every_ballot_holds()


def test_a_docket_of_six_by_keyboard(
    live: str, new_page: Callable[..., Page], sitting: Sitting
) -> None:
    page = new_page(width=390, dark=True)
    enter(page, live, sitting.member)
    make_device_key(page, live)

    def press(target: Any) -> None:
        target.focus()
        page.keyboard.press("Space" if target.get_attribute("type") == "radio" else "Enter")

    press(page.get_by_role("button", name="Accept all 6"))
    for number in range(1, 7):
        expect(page.get_by_text(f"Case {number} of 6", exact=True)).to_be_visible()
        decide(page, "No, it stays as it is", press)
        press(page.get_by_role("button", name="Sign with this device’s key and cast"))
        expect(page.get_by_role("heading", level=1)).to_have_text("Your ballot is sealed")
        if number < 6:
            press(page.get_by_role("link", name="Next case"))
    assert Ballot.objects.count() == 6
    every_ballot_holds()


def test_a_ballot_signed_with_the_passkey_one_signs_in_with(
    live: str, page: Page, sitting: Sitting
) -> None:
    device = Device(page)
    enter(page, live, sitting.member)
    page.goto(f"{live}/accounts/2fa/webauthn/add/")
    page.get_by_role("main").get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_role("heading", name="My passkey")).to_be_visible()
    page.goto(f"{live}/committees/desk/")
    page.get_by_role("link", name="Make your key").click()
    page.get_by_role("button", name="Use “My passkey”").click()
    accept_all(page)
    decide(page, "Yes, restrict it: insult", lambda target: target.click())

    device.knows_its_owner(False)
    sign = page.get_by_role("button", name="Sign with my passkey and cast")
    sign.click()
    expect(page.get_by_role("alert")).to_contain_text("so nothing was signed")
    assert not Ballot.objects.exists()

    device.knows_its_owner(True)
    sign.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your ballot is sealed")
    kept = json.loads(bytes(Ballot.objects.get().body))
    assert kept["signature"]["kind"] == "passkey"
    every_ballot_holds()


def test_another_browser_without_the_key_says_where_it_is(
    live: str, new_page: Callable[..., Page], sitting: Sitting
) -> None:
    one = new_page()
    enter(one, live, sitting.member)
    make_device_key(one, live)
    accept_all(one)
    other = new_page(width=390)
    enter(other, live, sitting.member)
    other.goto(f"{live}/committees/desk/")
    other.get_by_role("link", name="Begin").click()
    decide(other, "No, it stays as it is", lambda target: target.click())
    expect(other.get_by_role("alert")).to_contain_text("None of your keys is on this device.")
    expect(other.get_by_role("button", name="Sign with this device’s key and cast")).to_have_count(
        0
    )


def test_what_was_written_is_back_after_leaving_the_page(
    live: str, page: Page, sitting: Sitting
) -> None:
    enter(page, live, sitting.member)
    make_device_key(page, live)
    accept_all(page)
    address = page.url
    page.get_by_label("Your reason, in one sentence").fill(REASON)
    expect(page.get_by_text("Kept on this device until you send it.")).to_be_visible()
    page.goto(f"{live}/committees/desk/")
    page.goto(address)
    expect(page.get_by_label("Your reason, in one sentence")).to_have_value(REASON)


def test_without_script_everything_is_readable_and_the_page_says_what_signing_needs(
    live: str, new_page: Callable[..., Page], sitting: Sitting, settings: Any
) -> None:
    with_script = new_page()
    enter(with_script, live, sitting.member)
    make_device_key(with_script, live)
    page = new_page(width=390, script=False)
    enter(page, live, sitting.member)
    page.goto(f"{live}/committees/desk/")
    accept_all(page)
    expect(page.get_by_text("You are a fool")).to_be_visible()
    decide(page, "No, it stays as it is", lambda target: target.click())
    expect(page.get_by_text("Signing needs script")).to_be_visible()
    settings.DEMO = True
    page.goto(
        f"{live}/committees/my-service/{sitting.place.public_id}/keys/?next=/committees/desk/"
    )
    page.get_by_role("button", name="Use a software key").click()
    page.get_by_role("link", name="Begin").click()
    decide(page, "No, it stays as it is", lambda target: target.click())
    page.get_by_role("button", name="Sign and cast").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your ballot is sealed")
    every_ballot_holds()


@pytest.mark.parametrize("look", [{}, {"width": 320, "dark": True}], ids=["plain", "phone-dark"])
def test_every_page_of_service_is_accessible_and_fits(  # noqa: PLR0917  fixtures
    live: str,
    new_page: Callable[..., Page],
    sitting: Sitting,
    axe: Callable[[Page], None],
    screenshot: Callable[[Page, str], None],
    look: dict[str, Any],
) -> None:
    page = new_page(**look)
    enter(page, live, sitting.member)
    one, other, refused = (seat.public_id for seat in sitting.seats[:3])
    keys = f"committees/my-service/{sitting.place.public_id}/keys/"

    def inspect(name: str) -> None:
        axe(page)
        fits(page)
        screenshot(page, f"service-{name}-{page.viewport_size['width']}")

    for name, path in (
        ("docket", "committees/desk/"),
        ("called", f"committees/desk/seats/{one}/"),
        ("keys", keys),
        ("service", "committees/my-service/"),
    ):
        page.goto(f"{live}/{path}")
        inspect(name)
    page.goto(f"{live}/committees/desk/seats/{refused}/")
    page.get_by_role("button", name="No, call the next").click()
    expect(page.get_by_role("status")).to_contain_text("You do not sit on this case")
    page.goto(f"{live}/committees/desk/seats/{refused}/")
    inspect("over")
    make_device_key(page, live)
    page.goto(f"{live}/{keys}")
    inspect("keys-made")
    page.goto(f"{live}/committees/desk/seats/{one}/")
    page.get_by_role("button", name="Accept", exact=True).click()
    expect(page.get_by_role("button", name="Go on to sign")).to_be_visible()
    inspect("case")
    page.get_by_role("button", name="Go on to sign").evaluate(
        "button => button.form.noValidate = true"
    )
    page.get_by_role("button", name="Go on to sign").click()
    expect(page.get_by_role("alert").first).to_contain_text("Not sent yet")
    inspect("case-wrong")
    decide(page, "Yes, restrict it: insult", lambda target: target.click())
    inspect("sign")
    page.get_by_role("button", name="Sign with this device’s key and cast").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your ballot is sealed")
    inspect("sealed")
    page.goto(f"{live}/committees/my-service/")
    inspect("service-after")
    page.goto(f"{live}/committees/desk/seats/{other}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("A seat on a panel")
