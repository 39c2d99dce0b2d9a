"""Five contribute to a seed: two in real browsers, two played by Python, and the server."""

import secrets
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key
from playwright.sync_api import expect

from college.committees.actions.contributors import enrol_contributor
from college.committees.models import Contributor as Row
from college.committees.models import Share
from college.committees.queries.epochs import taking
from college.committees.rules import boxes
from college.committees.rules.epochs import Calling, Phase
from college.ground.charter import Preset
from college.ground.ids import new_public_id
from college.record import queries as record
from college.record import signing
from tests.factories.colleges import ORIGIN, make_college
from tests.factories.epochs import Contributor, clock, lodged_by, tick
from tests.factories.people import make_member
from tests.factories.vectors import vectors
from tests.journeys.standing import enter

PAGE = "/committees/contribute/"
NOW = datetime.now(UTC)


@pytest.fixture
def college(live, settings, tmp_path):
    settings.COLLEGE_URL = live
    settings.LOG_ORIGIN = ORIGIN
    settings.KEYS = tmp_path / "keys"
    signing.create()
    return make_college(Preset.CLASS)


def in_browser(new_page, live):
    """A contributor whose browser is real, with the page open once: it has a key."""
    member = make_member()
    row = enrol_contributor(clock(NOW), member, calling=Calling.DELEGATE, seat=new_public_id())
    page = enter(new_page(), live, member)
    with page.expect_response(f"{live}{PAGE}key/") as given:
        page.goto(f"{live}{PAGE}")
    assert given.value.ok, given.value.text()
    expect(page.get_by_text("No epoch waits for you")).to_be_visible()
    row.refresh_from_db()
    assert row.key, "the answer comes after the key is kept"
    return page, row


def first_epoch():
    """The first epoch, opened by the clock; everybody with a key is named in it."""
    assert taking() is None, "no clock but this one runs"
    tick(NOW)
    epoch = taking()
    named = epoch.contributions.count()
    assert named == Row.objects.exclude(key="").count() == epoch.contributors
    return epoch


def look(page, words):
    """Open the page again, and wait until the script has done what the epoch wants."""
    page.reload()
    expect(page.locator("#errands")).to_contain_text(words)


def held(row):
    rows = Share.objects.filter(holder__contributor=row, acknowledged_at__isnull=False)
    return rows.exclude(dealer__contributor=row).count()


def test_a_seed_is_made_by_browsers_python_and_the_server(live, college, new_page, axe, screenshot):
    first, first_row = in_browser(new_page, live)
    second, second_row = in_browser(new_page, live)
    people = [Contributor(NOW), Contributor(NOW)]
    epoch = first_epoch()
    assert epoch.contributors == 5

    look(first, "all is done for now")
    look(second, "all is done for now")
    lodged_by(people, epoch, NOW)
    look(first, "all is done for now")
    look(second, "all is done for now")
    assert held(first_row) == held(second_row) == 4, "every share of the others opens and is true"
    tick(NOW)
    refused = Share.objects.filter(dealer__epoch=epoch, refused_at__isnull=False)
    assert not refused.exists(), "and what the browsers lodged opens in Python"
    axe(first)
    screenshot(first, "contribute-1280-light")

    tick(epoch.seals_at)
    tick(epoch.ends_at)
    look(first, "nothing is asked of you now")
    for one in people:
        one.reveal(epoch, epoch.ends_at)
    # The second browser never comes back in time: the others open their shares of its secret.
    half = epoch.ends_at + timedelta(seconds=30)
    tick(half)
    look(first, "nothing is asked of you now")
    opened = Share.objects.filter(holder__contributor=first_row).exclude(value="")
    assert opened.get().dealer.contributor == second_row
    for one in people:
        one.open_shares(epoch, half)
    tick(half)
    epoch.refresh_from_db()
    assert (epoch.phase, epoch.counted) == (Phase.DRAWN, 5)
    assert epoch.contributions.get(recovered=True).contributor == second_row

    first.goto(f"{live}/committees/epochs/1/")
    expect(first.get_by_text(epoch.seed)).to_be_visible()
    axe(first)
    screenshot(first, "epoch-1280-light")
    first.emulate_media(color_scheme="dark")
    first.set_viewport_size({"width": 320, "height": 800})
    assert first.evaluate("document.documentElement.scrollWidth") <= 320
    axe(first)
    screenshot(first, "epoch-320-dark")


def test_nothing_is_revealed_without_a_signed_sealing(live, college, new_page, monkeypatch):
    page, row = in_browser(new_page, live)
    epoch = first_epoch()
    look(page, "all is done for now")
    tick(epoch.seals_at)
    tick(epoch.ends_at)
    honest = record.receipt

    def forged(entry):
        return honest(entry).replace("\nindex ", "\nindex 1", 1)

    monkeypatch.setattr(record, "receipt", forged)
    page.reload()
    expect(page.get_by_text("Nothing was revealed")).to_be_visible()
    assert epoch.contributions.get(contributor=row).secret == ""
    monkeypatch.setattr(record, "receipt", honest)
    look(page, "nothing is asked of you now")
    assert epoch.contributions.get(contributor=row).secret != ""


def test_nothing_is_revealed_under_another_key_of_the_log(live, college, new_page):
    page, row = in_browser(new_page, live)
    epoch = first_epoch()
    look(page, "all is done for now")
    tick(epoch.seals_at)
    tick(epoch.ends_at)
    other = "other.example/log+00000000+" + "A" * 44
    page.evaluate(
        """(vkey) => new Promise((resolve) => {
            const asked = indexedDB.open("college-contributing", 1);
            asked.onsuccess = () => {
                const going = asked.result.transaction("kept", "readwrite");
                going.objectStore("kept").put(vkey, "the log's key");
                going.oncomplete = () => { asked.result.close(); resolve(); };
            };
        })""",
        other,
    )
    page.reload()
    expect(page.get_by_text("Nothing was revealed")).to_be_visible()
    assert epoch.contributions.get(contributor=row).secret == ""


def test_a_false_share_is_refused_by_the_browser(live, college, new_page):
    page, row = in_browser(new_page, live)
    people = [Contributor(NOW) for _ in range(3)]
    epoch = first_epoch()
    people[0].commit(epoch, NOW)
    people[0].lodge(epoch, NOW, false_for=row.public_id)
    look(page, "all is done for now")
    share = Share.objects.get(holder__contributor=row, dealer__contributor=people[0].row)
    assert share.refused_at is not None


def test_without_script_the_page_says_that_it_needs_it(live, college, new_page):
    row = enrol_contributor(
        clock(NOW), make_member(), calling=Calling.DELEGATE, seat=new_public_id()
    )
    page = enter(new_page(script=False), live, row.member)
    page.goto(f"{live}{PAGE}")
    expect(page.get_by_text("This page needs script")).to_be_visible()


def test_another_browser_says_where_the_key_is_and_can_take_over(live, college, new_page):
    page, row = in_browser(new_page, live)
    other = enter(new_page(), live, row.member)
    other.goto(f"{live}{PAGE}")
    button = other.get_by_role("button", name="From the next epoch on, contribute from this one")
    expect(button).to_be_visible()
    button.click()
    expect(button).to_be_hidden()
    changed = Row.objects.get(pk=row.pk)
    assert changed.key != row.key
    page.reload()
    expect(page.get_by_role("button", name="From the next epoch on")).to_be_visible()


def test_the_browsers_arithmetic_is_that_of_the_vectors(live, college, new_page):
    row = enrol_contributor(
        clock(NOW), make_member(), calling=Calling.DELEGATE, seat=new_public_id()
    )
    page = enter(new_page(), live, row.member)
    page.goto(f"{live}{PAGE}")
    told = vectors("seeds")
    script = """async ({shares, box}) => {
        const own = await import("/static/js/shares.js");
        const split = shares.map(({secret, holders, chance}) =>
            own.split(own.fromHex(secret), holders, own.fromHex(chance)).map(own.hex));
        return [split, await own.digest(own.fromHex(box.share), box)];
    }"""
    dealt, digest = page.evaluate(script, {"shares": told["shares"], "box": told["box"]})
    assert dealt == [case["shares"] for case in told["shares"]]
    assert digest == told["box"]["digest"]


def test_the_browser_proves_every_entry_and_nothing_else(live, college, new_page):
    people = [Contributor(NOW) for _ in range(7)]
    tick(NOW)
    page = enter(new_page(), live, people[0].member)
    page.goto(f"{live}{PAGE}")
    found = record.entries(most=50)
    receipts = [record.receipt(entry) for entry in found]
    kinds = page.evaluate(
        """async ([receipts, vkey]) => {
            const { proven } = await import("/static/js/receipts.js");
            return Promise.all(receipts.map(async (one) => (await proven(one, vkey)).kind));
        }""",
        [receipts, record.log_key().vkey],
    )
    assert len(kinds) > 20
    assert kinds == [entry.kind for entry in found]
    lines = receipts[3].split("\n")
    spoilt = [
        "\n".join([*lines[:at], line[:-9] + _another(line[-9]) + line[-8:], *lines[at + 1 :]])
        for at, line in enumerate(lines)
        if line.endswith("=")
    ]
    refused = page.evaluate(
        """async ([receipts, vkey]) => {
            const { proven } = await import("/static/js/receipts.js");
            return Promise.all(receipts.map((one) => proven(one, vkey).then(() => false, () => true)));
        }""",
        [spoilt, record.log_key().vkey],
    )
    assert len(refused) > 3
    assert all(refused)


def test_a_box_of_the_browser_opens_in_python(live, college, new_page):
    row = enrol_contributor(
        clock(NOW), make_member(), calling=Calling.DELEGATE, seat=new_public_id()
    )
    page = enter(new_page(), live, row.member)
    page.goto(f"{live}{PAGE}")
    holder = derive_private_key(int(vectors("seeds")["box"]["holder_private"], 16), SECP256R1())
    share, about = (
        secrets.token_bytes(32),
        {"epoch": "0" * 13, "dealer": "1" * 13, "holder": "2" * 13},
    )
    locked = page.evaluate(
        """async ([share, key, about]) => {
            const own = await import("/static/js/shares.js");
            return own.box(own.fromHex(share), key, about);
        }""",
        [share.hex(), boxes.point(holder).hex(), about],
    )
    assert boxes.unlock(bytes.fromhex(locked), holder, **about) == share


def _another(letter):
    return "B" if letter == "A" else "A"
