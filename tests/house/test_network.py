"""No test reaches another machine; this one it may reach."""

import socket
import urllib.request

import pytest

from tests.plugins.loopback import NetworkIsShut


def test_name_of_another_machine_is_not_looked_up() -> None:
    with pytest.raises(NetworkIsShut, match=r"example\.org"):
        urllib.request.urlopen("http://example.org/")


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1"])
def test_address_of_another_machine_is_not_connected_to(address: str) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as own, pytest.raises(NetworkIsShut, match=address):
        own.connect((address, 80))


def test_datagram_to_another_machine_is_not_sent() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as own, pytest.raises(NetworkIsShut):
        own.sendto(b"x", ("192.0.2.1", 53))


def test_this_machine_can_be_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(("localhost", server.getsockname()[1])) as own,
    ):
        assert own.getpeername() == server.getsockname()
