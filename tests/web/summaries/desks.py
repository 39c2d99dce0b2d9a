"""Addresses at the editors' desk."""

from college.summaries.models import DraftStatement
from tests.factories.summaries import Desk

SENTENCE = "Those who would keep the ferry say that it runs every day."


def url(desk: Desk, end: str = "") -> str:
    return f"/debates/{desk.debate.slug}/summary/{end}"


def of(desk: Desk, row: DraftStatement, way: str, key: str = "disputed") -> str:
    return url(desk, f"desk/{key}/{row.statement}/{way}/")


def shown(answer) -> str:
    return answer.content.decode()
