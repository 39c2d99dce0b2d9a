"""Pages about what is heard, as a browser gets them."""

from django.test import Client

from college.debates.models import Contribution
from tests.debates.actions.said import Room


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def at(room: Room, row: Contribution) -> str:
    return f"/debates/{room.debate.slug}/c/{row.public_id}/"
