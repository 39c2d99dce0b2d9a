"""How often one address begins a quiz, and that nobody's address is kept."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory

from college.ground.charter import Charter
from college.ground.refusals import Refusal
from college.quizzes.models import Attempt
from college.web.quizzes import starts
from tests.factories.acts import MOMENT
from tests.factories.quizzes import Bank, make_live_quiz

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("charter")]
LIMITS = "college.web.quizzes.starts.charter_in_force"
_FLOOD = 100_000


@pytest.fixture
def bank() -> Bank:
    return make_live_quiz(items=16)


def replace_limits(charter: Charter, **limits: int) -> Charter:
    return replace(charter, limits=replace(charter.limits, **limits))


def begin(client: Client, bank: Bank) -> None:
    assert client.post(f"/quizzes/begin/{bank.debate.slug}/").status_code == 302


def test_one_address_cannot_flood_a_quiz(bank, charter, monkeypatch):
    few = replace_limits(charter, quiz_starts_per_hour=3, quiz_counted_per_day=2)
    monkeypatch.setattr(LIMITS, lambda: few)
    client = Client()
    for _ in range(3):
        begin(client, bank)
    for _ in range(20):
        refused = client.post(f"/quizzes/begin/{bank.debate.slug}/")
        assert refused.status_code == 429
    assert "3 quizzes were begun" in refused.content.decode()
    assert list(Attempt.objects.order_by("pk").values_list("counts", flat=True)) == [
        True,
        True,
        False,
    ]
    begin(Client(REMOTE_ADDR="2001:db8::1"), bank)
    monkeypatch.setattr("college.web.quizzes.door.now", lambda: MOMENT + timedelta(days=900))
    begin(client, bank)


def test_neighbours_in_one_ipv6_network_are_one_address(bank, charter, monkeypatch):
    few = replace_limits(charter, quiz_starts_per_hour=1)
    monkeypatch.setattr(LIMITS, lambda: few)
    begin(Client(REMOTE_ADDR="2001:db8::1"), bank)
    sent = Client(REMOTE_ADDR="2001:db8::2").post(f"/quizzes/begin/{bank.debate.slug}/")
    assert sent.status_code == 429
    begin(Client(REMOTE_ADDR="2001:db8:0:1::1"), bank)


def test_no_address_stands_in_the_cache(bank, monkeypatch):
    monkeypatch.setattr("college.web.quizzes.door.now", lambda: MOMENT)
    begin(Client(REMOTE_ADDR="192.0.2.77"), bank)
    assert Attempt.objects.count() == 1
    assert not [name for name in vars(Attempt.objects.get()) if "address" in name]
    kept = repr([*cache._cache.items()])
    name = starts._name("192.0.2.77", MOMENT.date())
    assert name in kept
    assert "192.0.2.77" not in kept
    cache.clear()
    # Made with a key that is gone after two days: nobody can try all addresses on an old cache.
    assert starts._name("192.0.2.77", MOMENT.date()) != name


@pytest.mark.slow
def test_of_a_hundred_thousand_attempts_from_one_address_in_a_day_few_begin_and_fewer_count(
    charter, monkeypatch
):
    monkeypatch.setattr(LIMITS, lambda: charter)
    limits, request = charter.limits, RequestFactory().post("/quizzes/begin/a/")
    midnight = MOMENT.replace(hour=0, minute=0, second=0, microsecond=0)
    begun = []
    for number in range(_FLOOD):
        with suppress(Refusal):
            begun.append(starts.charge(request, midnight + number * timedelta(days=1) / _FLOOD))
    assert len(begun) == 24 * limits.quiz_starts_per_hour
    assert sum(begun) == limits.quiz_counted_per_day
