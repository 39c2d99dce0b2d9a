"""Many clients at once, each with a connection of its own for every request, as phones on a bad line have."""

import asyncio
import random
import time
from collections.abc import Sequence

from parts.server import HOST, Asked


def latencies(port: int, clients: Sequence[Sequence[Asked]], *, pause: float) -> list[float]:
    """Seconds that each request took, from opening its connection to the end of the answer, in rising order.

    Every client waits between 0 and twice ``pause`` seconds before each of its requests.
    """
    return sorted(asyncio.run(_all(port, clients, pause)))


def share(sorted_values: Sequence[float], part: float) -> float:
    """The value below which this part of them lies."""
    return sorted_values[min(len(sorted_values) - 1, int(part * len(sorted_values)))]


async def _all(port: int, clients: Sequence[Sequence[Asked]], pause: float) -> list[float]:
    chance = random.Random(7)
    waits = [[chance.uniform(0, 2 * pause) for _ in requests] for requests in clients]
    told = await asyncio.gather(
        *(_client(port, requests, wait) for requests, wait in zip(clients, waits, strict=True))
    )
    return [one for client in told for one in client]


async def _client(port: int, requests: Sequence[Asked], waits: Sequence[float]) -> list[float]:
    found = []
    for one, wait in zip(requests, waits, strict=True):
        await asyncio.sleep(wait)
        start = time.monotonic()
        await _send(port, one)
        found.append(time.monotonic() - start)
    return found


async def _send(port: int, one: Asked) -> None:
    reader, writer = await asyncio.open_connection(HOST, port)
    headers = {
        "Host": f"localhost:{port}",
        "Connection": "close",
        "Content-Length": str(len(one.body)),
        **one.headers,
    }
    lines = [f"{one.method} {one.path} HTTP/1.1", *(f"{k}: {v}" for k, v in headers.items())]
    writer.write("\r\n".join([*lines, "", ""]).encode() + one.body)
    answer = await reader.read()
    writer.close()
    status = int(answer.split(b" ", 2)[1])
    if status != one.status:
        raise SystemExit(f"{one.method} {one.path}: {status}\n{answer[:2000].decode()}")
