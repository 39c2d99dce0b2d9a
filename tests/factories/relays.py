"""A relay of the beacon on this machine, which serves the real rounds of the vectors, or misbehaves."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from college.committees.rules.beacons import CHAIN
from tests.factories.vectors import vectors


class Relay:
    """``answers``: path → (status, body); ``asked``: the paths that were asked for, in order."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[int, bytes]] = {}
        self.asked: list[str] = []
        self.address = ""

    def has(self, round_: int, **changes: object) -> None:
        """Serve a real round of the vectors, with changes to its JSON."""
        drawn = next(b for b in vectors("drand-quicknet")["beacons"] if b["round"] == round_)
        told = {name: drawn[name] for name in ("round", "signature", "randomness")}
        self.says(round_, json.dumps(told | changes).encode())

    def says(self, round_: int, body: bytes, status: int = 200) -> None:
        self.answers[f"/{CHAIN}/public/{round_}"] = (status, body)


@contextmanager
def relaying() -> Iterator[Relay]:
    relay = Relay()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            relay.asked.append(self.path)
            status, body = relay.answers.get(self.path, (404, b"{}"))
            self.send_response(status)
            if status == 302:
                self.send_header("Location", body.decode())
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    relay.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield relay
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
