"""A College that stands for all the tests of a module: made once, served, and cleared away at the end.

``live_server`` clears the database after every test. Where making the College takes longer than
looking at it, a module shares one: its tests may add to it, and must not count on being the first.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.test import Client, override_settings
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from college.people.models import Account, Member
from tests.factories.colleges import ORIGIN


@contextmanager
def standing(
    blocker: Any, folder: Path, make: Callable[[], Any], **changed: Any
) -> Iterator[tuple[str, Any]]:
    """The address of the College and what ``make`` gave.

    ``blocker`` is ``django_db_blocker``; ``changed`` are settings.
    """
    places = {"KEYS": folder / "keys", "PUBLISHED": folder / "published", "MEDIA_ROOT": folder}
    with blocker.unblock(), override_settings(LOG_ORIGIN=ORIGIN, **places, **changed):
        try:
            made = make()
            server = LiveServer("localhost")
            try:
                # Pages that are also published name some others by their whole address.
                with override_settings(COLLEGE_URL=server.url):
                    yield server.url, made
            finally:
                server.stop()
        finally:
            call_command("flush", verbosity=0, interactive=False)


def enter(page: Page, live: str, member: Member) -> Page:
    """Sign a member in, past the pages of signing in, which have journeys of their own."""
    if member.account is None:
        member.account = Account.objects.create_user(f"{member.public_id}@example.org")
        member.save(update_fields=["account"])
    client = Client()
    client.force_login(member.account, backend="django.contrib.auth.backends.ModelBackend")
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live}])
    return page
