"""The network is shut while tests run: sockets reach this machine and nothing else."""

import ipaddress
import socket
from typing import Any

_HERE = {"localhost", "localhost.localdomain", ""}
_connect = socket.socket.connect
_connect_ex = socket.socket.connect_ex
_sendto = socket.socket.sendto
_getaddrinfo = socket.getaddrinfo


class NetworkIsShut(RuntimeError):
    """A test tried to reach another machine."""


def _check(host: object) -> None:
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name is None or name in _HERE:
        return
    try:
        inside = ipaddress.ip_address(str(name).split("%")[0]).is_loopback
    except ValueError:
        inside = False
    if not inside:
        raise NetworkIsShut(f"a test tried to reach {name!r}")


def _check_address(own: socket.socket, address: Any) -> None:
    if own.family in (socket.AF_INET, socket.AF_INET6):
        _check(address[0])


def _guarded_connect(own: socket.socket, address: Any) -> None:
    _check_address(own, address)
    return _connect(own, address)


def _guarded_connect_ex(own: socket.socket, address: Any) -> int:
    _check_address(own, address)
    return _connect_ex(own, address)


def _guarded_sendto(own: socket.socket, data: Any, *rest: Any) -> int:
    _check_address(own, rest[-1])
    return _sendto(own, data, *rest)


def _guarded_getaddrinfo(host: Any, *rest: Any, **more: Any) -> Any:
    _check(host)
    return _getaddrinfo(host, *rest, **more)


def pytest_configure() -> None:
    socket.socket.connect = _guarded_connect  # type: ignore[method-assign]
    socket.socket.connect_ex = _guarded_connect_ex  # type: ignore[method-assign]
    socket.socket.sendto = _guarded_sendto  # type: ignore[method-assign,assignment]
    socket.getaddrinfo = _guarded_getaddrinfo


def pytest_unconfigure() -> None:
    socket.socket.connect = _connect  # type: ignore[method-assign]
    socket.socket.connect_ex = _connect_ex  # type: ignore[method-assign]
    socket.socket.sendto = _sendto  # type: ignore[method-assign]
    socket.getaddrinfo = _getaddrinfo
