"""The same log over http, from servers that are honest, clumsy or hostile."""

import gzip
import http.server
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from college_verify import checks, web
from college_verify.checks import Wishes
from college_verify.findings import BadInput, Broken, Findings
from college_verify.sources import find, read_ahead
from college_verify.web import Web
from tests.college_verify.writing import college


class Serving(http.server.BaseHTTPRequestHandler):
    """Serves ``server.folder``; ``server.tricks`` maps a path to a function that answers instead."""

    def do_GET(self):
        self.server.asked.append(self.path)
        if trick := self.server.tricks.get(self.path):
            trick(self)
            return
        file = self.server.folder / self.path.lstrip("/")
        if file.is_file():
            self.answer(file.read_bytes())
        else:
            self.send_error(404)

    def answer(self, data, **headers):
        self.send_response(200)
        for name, value in ({"Content-Length": str(len(data))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *words):
        pass


@contextmanager
def serving(folder, **tricks):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Serving)
    server.folder, server.asked = Path(folder), []
    server.tricks = {f"/log/{name}": trick for name, trick in tricks.items()}
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server, f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return college(300).publish(tmp_path_factory.mktemp("written"), 5, 256)


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch):
    monkeypatch.setattr(web, "_PAUSE", 0.0)


def verify(address):
    findings = Findings()
    checks.check_log(find(address), Wishes(), findings)
    return findings


@pytest.mark.parametrize("end", ["", "/", "/log", "/log/"])
def test_a_log_at_an_address_holds(written, end):
    with serving(written) as (server, address):
        assert verify(address + end).intact()
    # Only what the checkpoint implies is asked for: no partial tile of another size.
    assert not [path for path in server.asked if path.endswith((".p/5", ".p/256", ".p/"))]


def test_a_changed_tile_is_found_over_http(written):
    with serving(written, **{"tile/0/000": lambda h: h.answer(bytes(8192))}) as (_, address):
        assert not verify(address).intact("tiles")


def test_what_is_missing_over_http_is_a_finding(written):
    with serving(written, **{"tile/entries/000": lambda h: h.send_error(404)}) as (_, address):
        assert not verify(address).intact("tree")


def test_a_bundle_sent_zipped_unasked_is_read(written):
    zipped = gzip.compress((written / "log/tile/entries/000").read_bytes())
    trick = {"tile/entries/000": lambda h: h.answer(zipped, Content_Encoding="gzip")}
    with serving(written, **trick) as (_, address):
        assert verify(address).intact()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (gzip.compress(bytes(1 << 26)), "larger"),
        (gzip.compress(bytes(8193)), "larger"),
        (gzip.compress(bytes(8192))[:-9], "cut short"),
        (b"not zipped", "damaged"),
        (b"", "cut short"),
    ],
    # The bytes hold the moment they were zipped: as names they would differ between workers.
    ids=["swells", "one-too-many", "cut", "not-zipped", "empty"],
)
def test_a_zip_that_swells_or_is_damaged_is_a_finding(written, data, words):
    trick = {"tile/0/000": lambda h: h.answer(data, Content_Encoding="gzip")}
    with serving(written, **trick) as (_, address):
        findings = verify(address)
    told = [f.sentence for f in findings.found if f.check == "tiles" and f.outcome == "failed"]
    assert words in told[0]


def test_an_endless_answer_is_cut_off(written):
    def endless(handler):
        handler.send_response(200)
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(bytes(1 << 16))
        except OSError:
            return

    with serving(written, checkpoint=endless) as (_, address):
        findings = verify(address)
    assert any("larger" in f.sentence for f in findings.found)


def test_a_server_that_stumbles_is_asked_again_and_one_that_falls_is_out_of_reach(written):
    times = []

    def stumble(handler):
        times.append(1)
        if len(times) < 3:
            handler.send_error(503)
        else:
            handler.answer((written / "log/vkey").read_bytes())

    with serving(written, vkey=stumble) as (_, address):
        assert verify(address).intact()
    with (
        serving(written, vkey=lambda h: h.send_error(500)) as (_, address),
        pytest.raises(BadInput, match="500"),
    ):
        verify(address)


def test_a_broken_connection_is_no_evidence_against_the_log(written):
    def short(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "8192")
        handler.end_headers()
        handler.wfile.write(b"half")

    with (
        serving(written, **{"tile/0/000": short}) as (_, address),
        pytest.raises(BadInput, match="broke off"),
    ):
        verify(address)


def test_a_drip_of_bytes_ends_our_patience(written, monkeypatch):
    monkeypatch.setattr(web, "_PATIENCE", 0.05)

    def drip(handler):
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(100):
                handler.wfile.write(b"x")
                handler.wfile.flush()
                time.sleep(0.01)
        except OSError:
            return

    with (
        serving(written, vkey=drip) as (_, address),
        pytest.raises(BadInput, match="slowly"),
    ):
        verify(address)


@pytest.mark.parametrize("to", ["file:///etc/hostname", "ftp://127.0.0.1/x", "/log/vkey"])
def test_a_redirect_leads_to_web_addresses_only_and_not_in_circles(written, to):
    def away(handler):
        handler.send_response(302)
        handler.send_header("Location", to)
        handler.end_headers()

    with serving(written, vkey=away) as (_, address), pytest.raises(BadInput):
        verify(address)


def test_nobody_there_is_bad_input():
    with serving(Path("/nonexistent")) as (_, address):
        pass
    with pytest.raises(BadInput):
        find(address)


def test_a_size_beyond_the_limit_is_refused_while_reading(written):
    with serving(written) as (_, address), pytest.raises(Broken, match="larger"):
        Web(address, "log/").read("checkpoint", 10)


def test_reading_ahead_keeps_the_order_and_goes_only_a_few_ahead():
    begun = []

    def fetch(number):
        begun.append(number)
        return number * number

    ahead = read_ahead(iter(range(1000)), fetch, wide=True)
    assert [next(ahead) for _ in range(3)] == [(0, 0), (1, 1), (2, 4)]
    assert len(begun) < 30
    assert [item for item, _ in ahead] == list(range(3, 1000))
