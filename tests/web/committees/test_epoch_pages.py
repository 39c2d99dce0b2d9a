"""Public pages of epochs: what a seed is made of, who gave what, and that a demonstration says so."""

from datetime import timedelta

import pytest

from college.committees.queries import epochs
from college.record.queries import entries
from tests.factories.acts import MOMENT
from tests.factories.epochs import Contributor, lodged_by, open_epoch, tick

DEMONSTRATION = "Demonstration randomness: the operator can choose the outcome."


@pytest.fixture
def alone(college):
    """An epoch that the server made alone."""
    epoch = open_epoch()
    tick(epoch.seals_at)
    tick(epoch.ends_at)
    epoch.refresh_from_db()
    return epoch


@pytest.fixture
def together(college):
    """An epoch of five, one of whose secrets was withheld and put together."""
    people = [Contributor() for _ in range(4)]
    epoch = open_epoch()
    lodged_by(people, epoch, MOMENT)
    tick(epoch.seals_at)
    tick(epoch.ends_at)
    for one in people[1:]:
        one.reveal(epoch, epoch.ends_at)
    half = epoch.ends_at + timedelta(hours=1)
    tick(half)
    for one in people[1:]:
        one.open_shares(epoch, half)
    tick(half)
    epoch.refresh_from_db()
    return epoch


def words(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_before_the_first_tick_the_list_says_so(college, client):
    assert "No epoch has opened yet" in words(client, "/committees/epochs/")


def test_the_list_leads_to_each_epoch(alone, client):
    page = words(client, "/committees/epochs/")
    assert "/committees/epochs/1/" in page
    assert "/committees/epochs/2/" in page
    assert alone.seed in page


def test_an_epoch_shows_its_seed_and_all_it_is_made_of(together, client):
    page = words(client, "/committees/epochs/1/")
    for part in (together.seed, together.pool, together.cases, together.public_id):
        assert part in page
    for row in together.contributions.all():
        assert row.secret in page
    assert "put together from shares" in page
    assert DEMONSTRATION not in page


def test_a_seed_of_the_server_alone_is_called_a_demonstration(alone, client):
    assert DEMONSTRATION in words(client, "/committees/epochs/1/")
    assert DEMONSTRATION in words(client, "/committees/epochs/"), "the epoch open now is one too"


def test_a_void_epoch_says_why_and_who(college, client):
    people = [Contributor() for _ in range(4)]
    epoch = open_epoch()
    lodged_by(people, epoch, MOMENT)
    for at in (epoch.seals_at, epoch.ends_at):
        tick(at)
    for hours in (1, 2, 3):
        tick(epoch.ends_at + timedelta(hours=hours))
    page = words(client, "/committees/epochs/1/")
    assert "a secret was withheld" in page
    assert people[0].member.public_name in page


@pytest.mark.parametrize("path", ["99/", "0/", f"{2**40}/", "page/7/", f"page/{2**40}/"])
def test_what_is_not_there_is_not_found(alone, client, path):
    assert client.get(f"/committees/epochs/{path}").status_code == 404


def test_a_fixed_page_of_the_list_stands(alone, client):
    page = words(client, "/committees/epochs/page/0/")
    assert page.index("/committees/epochs/1/") < page.index("/committees/epochs/2/")


def test_longer_lists_cost_no_more_queries(alone, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get("/committees/epochs/")
    tick(epochs.taking().seals_at)
    with django_assert_max_num_queries(6):
        client.get("/committees/epochs/")


def test_more_contributors_cost_no_more_queries(together, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get("/committees/epochs/1/")


def test_an_entry_leads_to_its_epoch_and_to_who_contributed(together, client):
    told = entries(subject=together.public_id, kind="committees.epoch.revealed", most=1)[0]
    page = words(client, f"/record/entries/{told.position}/")
    assert 'href="/committees/epochs/1/"' in page
    row = together.contributions.filter(contributor__member__isnull=False, recovered=False).last()
    assert f'href="/members/{row.contributor.member.public_id}/"' in page
