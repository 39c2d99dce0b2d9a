"""Asking a relay: a valid signature is taken, whatever else it says is not."""

import json

import pytest

from college.committees import relay
from tests.factories.relays import relaying
from tests.factories.vectors import vectors

REAL = {b["round"]: b["signature"] for b in vectors("drand-quicknet")["beacons"]}


@pytest.fixture
def server():
    with relaying() as running:
        yield running


def test_a_real_round_is_taken(server):
    server.has(1000)
    assert relay.ask(server.address, 1000).hex() == REAL[1000]
    assert relay.ask(f"{server.address}/", 1000).hex() == REAL[1000]


def test_its_word_on_randomness_is_not_asked_for(server):
    server.has(1000, randomness="00" * 32)
    assert relay.ask(server.address, 1000).hex() == REAL[1000]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b"{",
        b'{"signature": 7}',
        b'{"signature": "zz"}',
        json.dumps({"signature": REAL[1001]}).encode(),
        json.dumps({"signature": REAL[1000], "more": "x" * 5000}).encode(),
        b"\xff\xfe",
    ],
)
def test_anything_else_is_no_round(server, body):
    server.says(1000, body)
    assert relay.ask(server.address, 1000) is None


@pytest.mark.parametrize("status", [404, 425, 500])
def test_a_round_that_is_not_there_yet_is_not_there(server, status):
    server.says(1000, json.dumps({"signature": REAL[1000]}).encode(), status)
    assert relay.ask(server.address, 1000) is None


def test_nobody_is_followed_elsewhere(server):
    server.has(1001)
    server.says(1000, f"{server.address}/elsewhere".encode(), 302)
    assert relay.ask(server.address, 1000) is None
    assert len(server.asked) == 1


def test_a_relay_that_is_not_there_is_no_error():
    assert relay.ask("http://127.0.0.1:9", 1000) is None
