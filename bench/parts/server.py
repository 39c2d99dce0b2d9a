"""A server on loopback, started for a measurement and stopped afterwards; and clients that keep it busy."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from parts import cpu

_PATIENCE = 60
HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request. A client sends its requests over one connection, one after the other."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes = b""
    status: int = 200


@dataclass(frozen=True, slots=True)
class Load:
    """Processor seconds of the server and all its processes, per request; requests a second."""

    cpu: float
    rate: float
    bytes: int


@contextmanager
def running(command: Sequence[str], port: int, **environment: str) -> Iterator[int]:
    """The number of the started process, once it answers."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            list(command),
            env=os.environ | environment,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait(process, port, said)
            yield process.pid
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


@contextmanager
def college(port: int) -> Iterator[int]:
    """``college serve`` on the home of this process, without its clock."""
    program = [sys.executable, "-m", "college.cli", "serve", "--no-clock", "--port", str(port)]
    with running(program, port) as pid:
        yield pid


def free_port() -> int:
    with socket.socket() as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])


def load(pid: int, port: int, clients: Sequence[Sequence[Asked]]) -> Load:
    """Let every client send its requests, all clients at once."""
    before, start = cpu.of_tree(pid), time.monotonic()
    with ThreadPoolExecutor(len(clients)) as pool:
        sizes = list(pool.map(lambda requests: _send(port, requests), clients))
    seconds = time.monotonic() - start
    count = sum(len(requests) for requests in clients)
    return Load((cpu.of_tree(pid) - before) / count, count / seconds, sum(sizes) // count)


def rounds(times: int, each: Callable[[int], Load]) -> list[Load]:
    return [each(number) for number in range(times)]


def _send(port: int, requests: Sequence[Asked]) -> int:
    """Bytes of the answers' bodies. Every answer must have the status that is expected."""
    connection = http.client.HTTPConnection(HOST, port, timeout=_PATIENCE)
    received = 0
    for one in requests:
        connection.request(one.method, one.path, one.body or None, one.headers)
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != one.status:
            raise SystemExit(f"{one.method} {one.path}: {answer.status}\n{body[:2000].decode()}")
        received += len(body)
    connection.close()
    return received


def _wait(process: subprocess.Popen[bytes], port: int, said: object) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError), socket.create_connection((HOST, port), timeout=1):
            return
        time.sleep(0.05)
    said.seek(0)  # type: ignore[attr-defined]  a file that may be read again
    raise SystemExit(f"{process.args} did not come up:\n{said.read().decode()}")  # type: ignore[attr-defined]
