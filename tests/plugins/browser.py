"""Pages in a real browser: fixtures for journeys. Whoever asks for one is marked ``journey``.

- ``live``: the address of the running College, on ``localhost`` (passkeys refuse ``127.0.0.1``).
- ``page``: a page of 1280 × 800, light, with script; ``new_page(width=320, dark=True, script=False)``
  opens others, each in a context of its own, so signed in apart from the rest.
- ``axe(page)``: fails with readable lines where WCAG 2.2 A or AA is broken.
- ``screenshot(page, "name")``: saves a picture when ``--screenshots FOLDER`` is given.

A script error or a line of complaint in the console (a refused inline style, say) fails the test.
"""

import os
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from threading import Condition, current_thread, main_thread
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.plugins import chromium

_FLAGS = [
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # The network is shut for the browser too: no name but this one is ever looked up.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
#: Milliseconds until an expectation or a step fails; a busy machine is no fault of the page.
_PATIENCE = 30_000
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
#: A page that answers 404 or 409 on purpose is reported on the console, and so is a line that a test cuts;
#: that is no fault of the page.
_ANSWERED = (
    "Failed to load resource: the server responded with a status of 4",
    "Failed to load resource: net::ERR_INTERNET_DISCONNECTED",
)


class _Answering:
    """How many requests are being answered now.

    A page that is closed leaves its last requests to the server, which goes on with them: they would
    write into the database while it is emptied for the next test, or after.
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self._number = 0
        request_started.connect(self._begins)
        request_finished.connect(self._ends)

    def _begins(self, **_told: object) -> None:
        self._count(1)

    def _ends(self, **_told: object) -> None:
        self._count(-1)

    def _count(self, more: int) -> None:
        # What a test asks for by itself is answered in the main thread.
        if current_thread() is not main_thread():
            with self._changed:
                self._number += more
                self._changed.notify_all()

    def wait_until_none(self) -> None:
        with self._changed:
            over = self._changed.wait_for(lambda: self._number <= 0, timeout=_PATIENCE / 1000)
            left, self._number = self._number, 0
        assert over, f"the server is still busy with {left} requests of pages that were closed"


_answering = _Answering()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--screenshots", default=None, help="a folder for the pictures of journeys")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("journey")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright's synchronous face runs an event loop in this thread; Django then takes every
    # query for one made inside asynchronous code, and refuses.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    path = chromium.find()
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=_FLAGS + sandbox)
        yield running
        running.close()


@pytest.fixture
def live(live_server: Any) -> str:
    """The College's address, without a slash at the end."""
    return str(live_server.url).replace("127.0.0.1", "localhost")


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages: ``new_page(width=, height=, dark=, script=, language=)``."""
    contexts = []
    complaints: list[str] = []

    def opened(
        *,
        width: int = 1280,
        height: int = 800,
        dark: bool = False,
        script: bool = True,
        language: str = "en",
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            locale=language,
            reduced_motion="reduce",
        )
        context.set_default_timeout(_PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
        page.on("console", lambda line: complaints.extend(_complaint(line)))
        return page

    yield opened
    for context in contexts:
        context.close()
    _answering.wait_until_none()
    assert not complaints, "the browser complained:\n" + "\n".join(complaints)


def _complaint(line: Any) -> list[str]:
    if line.type not in {"error", "warning"} or line.text.startswith(_ANSWERED):
        return []
    return [f"{line.type}: {line.text}"]


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()


def wait_for_paint(page: Page) -> None:
    """Until its first frame is on the screen a browser drops the keys that are pressed."""
    page.bring_to_front()
    page.evaluate("() => new Promise(n => requestAnimationFrame(() => requestAnimationFrame(n)))")


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    source = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")

    def check(page: Page) -> None:
        if not page.evaluate("'axe' in window"):
            page.evaluate(source)
        found = page.evaluate("tags => axe.run({runOnly: tags})", _TAGS)["violations"]
        assert not found, f"{page.url}\n" + "\n".join(map(_violation, found))

    return check


def _violation(found: dict[str, Any]) -> str:
    places = "\n".join(
        f"    {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for node in found["nodes"]
    )
    return f"{found['id']} ({found['impact']}): {found['help']}\n{places}"


@pytest.fixture(scope="session")
def screenshot(request: pytest.FixtureRequest) -> Callable[[Page, str], None]:
    """Saves the whole page as ``FOLDER/name.png``; without ``--screenshots`` it does nothing."""
    folder = request.config.getoption("--screenshots")

    def save(page: Page, name: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

    return save
