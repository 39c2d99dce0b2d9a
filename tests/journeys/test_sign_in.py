"""Join and sign in: by a code that is sent, and by a passkey."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from college.people.actions.accounts import open_account
from college.people.models import Member
from tests.factories.people import make_member
from tests.journeys.devices import Device

pytestmark = pytest.mark.usefixtures("college")

ADDRESS = "ada@example.org"
Code = Callable[[str], str]
Check = Callable[[Page], None]
Picture = Callable[[Page, str], None]


@pytest.fixture
def device(page: Page) -> Device:
    return Device(page)


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("main").get_by_role("heading", level=1)).to_have_text(words)


def send_code(page: Page, name: str = "Send me a code") -> None:
    """Ask for a code; it is mailed before the page to enter it comes."""
    press(page, name)
    heading(page, "Enter the code")


def enter_code(page: Page, code: str) -> None:
    page.get_by_label("Code").fill(code)
    press(page, "Go on")


def ask_for_code(page: Page, live: str, address: str = ADDRESS) -> None:
    page.goto(f"{live}/accounts/login/")
    page.get_by_label("E-mail address").fill(address)
    send_code(page)


def sign_out(page: Page) -> None:
    page.get_by_role("navigation").get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("You have signed out.")).to_be_visible()


def join(page: Page, live: str, code: Code) -> None:
    """From the front page to a desk."""
    page.goto(live)
    page.get_by_role("link", name="Join", exact=True).click()
    page.get_by_role("link", name="Begin with an e-mail address").click()
    page.get_by_label("E-mail address").fill(ADDRESS)
    send_code(page)
    enter_code(page, code(ADDRESS))
    # A new account has no name yet: the desk sends it there.
    heading(page, "Choose a public name")
    page.get_by_label("Public name").fill("Ada of the Quay")
    press(page, "Become a member")
    heading(page, "My desk")


def add_passkey(page: Page, live: str) -> None:
    page.goto(f"{live}/settings/")
    page.get_by_role("link", name="Your passkeys").click()
    page.get_by_role("link", name="Add a passkey").click()
    press(page, "Make the passkey")
    heading(page, "Your passkeys")
    expect(page.get_by_role("heading", name="My passkey")).to_be_visible()


def test_newcomer_joins_with_a_code_adds_a_passkey_and_signs_in_with_either(
    live: str, page: Page, device: Device, code: Code
) -> None:
    join(page, live, code)
    member = Member.objects.get(public_name="Ada of the Quay")
    assert member.account.email == ADDRESS
    add_passkey(page, live)
    sign_out(page)

    page.goto(f"{live}/accounts/login/")
    press(page, "Use my passkey")
    heading(page, "My desk")
    sign_out(page)

    ask_for_code(page, live)
    enter_code(page, code(ADDRESS))
    heading(page, "My desk")


def test_joining_with_a_passkey_makes_it_on_the_way(
    live: str, page: Page, device: Device, code: Code
) -> None:
    page.goto(f"{live}/accounts/signup/passkey/")
    page.get_by_label("E-mail address").fill(ADDRESS)
    send_code(page)
    enter_code(page, code(ADDRESS))
    heading(page, "Make a passkey")
    press(page, "Make the passkey")
    heading(page, "Choose a public name")


def test_wrong_code_is_refused_in_words_and_the_right_one_still_serves(
    live: str, page: Page, code: Code
) -> None:
    open_account(ADDRESS)
    ask_for_code(page, live)
    enter_code(page, "QQQQQQ")
    expect(page.get_by_role("alert")).to_contain_text("This is not the code we sent.")
    enter_code(page, code(ADDRESS))
    heading(page, "Choose a public name")


def test_unknown_address_learns_by_mail_alone_that_it_has_no_account(live: str, page: Page) -> None:
    ask_for_code(page, live, "nobody@example.org")
    assert "It has no account." in mail.outbox[-1].body
    assert f"{live}/accounts/signup/" in mail.outbox[-1].body


def test_device_that_does_not_know_its_owner_is_refused_in_words(
    live: str, page: Page, device: Device, code: Code
) -> None:
    join(page, live, code)
    add_passkey(page, live)
    sign_out(page)
    device.knows_its_owner(False)
    page.goto(f"{live}/accounts/login/")
    press(page, "Use my passkey")
    refused = page.get_by_role("alert")
    expect(refused).to_contain_text("did not make sure that it is you")
    expect(refused).to_contain_text("You can sign in with a code instead.")


def test_passkey_is_renamed_and_removed_and_the_code_remains(
    live: str, page: Page, device: Device, code: Code
) -> None:
    join(page, live, code)
    add_passkey(page, live)
    page.get_by_role("link", name="Rename My passkey").click()
    page.get_by_label("Name of this passkey").fill("Blue phone")
    press(page, "Save")
    page.get_by_role("link", name="Remove Blue phone").click()
    heading(page, "Remove “Blue phone”?")
    press(page, "Remove it")
    expect(page.get_by_text("You have no passkey yet")).to_be_visible()
    assert "A passkey was removed" in mail.outbox[-1].subject


def test_passkey_is_asked_for_before_the_doors_are_changed_long_after_signing_in(
    live: str, page: Page, device: Device, code: Code, settings: Any
) -> None:
    join(page, live, code)
    add_passkey(page, live)
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    page.get_by_role("link", name="Remove My passkey").click()
    heading(page, "Is it you?")
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
    press(page, "Use my passkey")
    heading(page, "Remove “My passkey”?")


def test_address_changes_once_the_new_one_is_confirmed(live: str, page: Page, code: Code) -> None:
    join(page, live, code)
    page.goto(f"{live}/settings/")
    page.get_by_role("link", name="Your e-mail address").click()
    page.get_by_label("New address").fill("new@example.org")
    send_code(page, "Change it")
    enter_code(page, code("new@example.org"))
    expect(page.get_by_role("heading", name="Enter the code")).to_have_count(0)
    member = Member.objects.get(public_name="Ada of the Quay")
    assert member.account.email == "new@example.org"


def test_text_written_before_the_session_ended_is_back_after_signing_in(
    live: str, page: Page, code: Code
) -> None:
    join(page, live, code)
    words = "A question that took a while to put."
    page.goto(f"{live}/questions/propose/")
    page.get_by_label("Question").fill(words)
    expect(page.get_by_text("Kept on this device until you send it.")).to_be_visible()
    page.context.clear_cookies()
    # requestSubmit returns before the answer comes: the page to wait for is the answer's.
    with page.expect_navigation():
        page.get_by_role("main").locator("form.sheet").evaluate("form => form.requestSubmit()")
    ask_for_code(page, live)
    enter_code(page, code(ADDRESS))
    heading(page, "My desk")
    page.goto(f"{live}/questions/propose/")
    expect(page.get_by_label("Question")).to_have_value(words)


def test_passwords_have_no_page(live: str, page: Page) -> None:
    for path in ("password/reset/", "password/change/", "password/set/"):
        answer = page.goto(f"{live}/accounts/{path}")
        assert answer is not None
        assert answer.status == 404, path


@pytest.fixture
def inspect(axe: Check, screenshot: Picture) -> Callable[[Page, str], None]:
    """Accessible, no wider than the window, and with a picture if wanted."""

    def look_at(page: Page, name: str) -> None:
        axe(page)
        width = page.viewport_size["width"]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
        screenshot(page, f"sign-in-{name}-{width}")

    return look_at


@pytest.mark.parametrize("look", [{}, {"width": 320, "dark": True}], ids=["plain", "phone-dark"])
def test_every_page_of_signing_in_is_accessible(
    live: str, new_page: Callable[..., Page], inspect: Picture, code: Code, look: dict[str, Any]
) -> None:
    page = new_page(**look)
    Device(page)
    for path in ("join/", "accounts/signup/", "accounts/signup/passkey/", "accounts/login/"):
        page.goto(f"{live}/{path}")
        inspect(page, path.strip("/").replace("/", "-"))
    address = make_member("Ada", account=True).account.email
    ask_for_code(page, live, address)
    inspect(page, "code")
    enter_code(page, "QQQQQQ")
    expect(page.get_by_role("alert")).to_contain_text("This is not the code we sent.")
    inspect(page, "wrong-code")
    enter_code(page, code(address))
    heading(page, "My desk")
    for path in ("settings/", "accounts/2fa/", "accounts/2fa/webauthn/add/", "accounts/email/"):
        page.goto(f"{live}/{path}")
        inspect(page, path.strip("/").replace("/", "-"))
    add_passkey(page, live)
    inspect(page, "passkeys")
    for way, title in (("Rename", "Rename a passkey"), ("Remove", "Remove “My passkey”?")):
        page.goto(f"{live}/accounts/2fa/webauthn/")
        page.get_by_role("link", name=f"{way} My passkey").click()
        heading(page, title)
        inspect(page, way)
    page.goto(f"{live}/accounts/2fa/webauthn/reauthenticate/?next=/settings/")
    heading(page, "Is it you?")
    inspect(page, "is-it-you")
