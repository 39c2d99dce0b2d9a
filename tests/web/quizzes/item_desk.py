"""What tests of the item desk do on its pages."""

import re

from college.quizzes.models import Item
from college.quizzes.rules.life import ItemState
from tests.factories.quizzes import Bank, make_item


def desk(bank: Bank) -> str:
    return f"/debates/{bank.debate.slug}/quiz/items/"


def html(page) -> str:
    assert page.status_code == 200, page.content.decode()[-3000:]
    return page.content.decode()


def draft(bank: Bank, writer, **more) -> Item:
    wishes = {"viewpoint": bank.viewpoints[0], "state": ItemState.DRAFT, "by": writer, **more}
    return make_item(bank.quiz, **wishes)


def fields(page: str) -> dict[str, str]:
    """What a browser would send of the draft's form: values of inputs, areas and selects as they stand."""
    form = re.search(r'<form method="post"[^>]*class="sheet">(.*?)</form>', page, re.DOTALL)
    assert form is not None
    found: dict[str, str] = {}
    for tag in re.findall(r"<input [^>]*>", form[1]):
        given = dict(re.findall(r'([a-z]+)="([^"]*)"', tag))
        if given.get("type") not in {"radio", "checkbox"} or " checked" in tag:
            found[given["name"]] = given.get("value", "")
    for name, words in re.findall(r'<textarea [^>]*name="([^"]+)"[^>]*>([^<]*)<', form[1]):
        found[name] = words
    for name, rows in re.findall(
        r'<select [^>]*name="([^"]+)"[^>]*>(.*?)</select>', form[1], re.DOTALL
    ):
        chosen = re.search(r'<option value="([^"]*)" selected', rows)
        found[name] = chosen[1] if chosen else ""
    return found
