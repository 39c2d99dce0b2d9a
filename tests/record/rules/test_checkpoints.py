"""The three lines of a checkpoint."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from college.record.rules.checkpoints import Head, parse_text
from college.record.rules.notes import NotANote

_ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="


@given(st.integers(0, 2**63 - 1), st.binary(min_size=32, max_size=32))
def test_a_head_there_and_back(size: int, root: bytes) -> None:
    head = Head("college.example/log", size, root)
    assert parse_text(head.text) == head


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"origin\n1\n{_ROOT}",
        f"origin\n1\n{_ROOT}\nextension\n",
        f"origin\n1\n{_ROOT}\n\n",
        f"\n1\n{_ROOT}\n",
        f"origin\n01\n{_ROOT}\n",
        f"origin\n-1\n{_ROOT}\n",
        f"origin\n+1\n{_ROOT}\n",
        f"origin\n 1\n{_ROOT}\n",
        f"origin\n1_0\n{_ROOT}\n",
        f"origin\n١\n{_ROOT}\n",
        f"origin\n\n{_ROOT}\n",
        f"origin\n{2**63}\n{_ROOT}\n",
        f"origin\n1\n{_ROOT[:-1]}\n",
        "origin\n1\nAAAA\n",
        f"origin\r\n1\r\n{_ROOT}\r\n",
    ],
)
def test_parse_text_refuses(text: str) -> None:
    with pytest.raises(NotANote):
        parse_text(text)
