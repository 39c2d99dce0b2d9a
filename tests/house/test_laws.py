"""The charter's laws are guarded by name: ``test_law_6_nothing_unseen_…`` guards the sixth."""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

from tests.house.reading import ROOT

#: The laws that bind what is built: quizzes (10) are still to come.
_LAWS = {
    1: "no winner",
    2: "every viewpoint is protected",
    3: "mirror test",
    4: "no reasonless action",
    5: "nothing decided by one",
    6: "nothing unseen",
    7: "verifiable from outside",
    8: "erasable all the same",
    9: "sources pinned",
}
_NAME = re.compile(r"test_law_(\d+)_\w+")


@cache
def _guards() -> frozenset[int]:
    """The laws that some test is named for."""
    return frozenset(_named())


def _named() -> Iterator[int]:
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            found = isinstance(node, ast.FunctionDef) and _NAME.fullmatch(node.name)
            if found:
                yield int(found.group(1))


@pytest.mark.parametrize("law", _LAWS, ids=_LAWS.get)
def test_every_law_has_a_test_that_bears_its_name(law: int) -> None:
    assert law in _guards()
