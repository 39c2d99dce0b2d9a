"""Remarks come in reading order, and no reply is lost, whatever the file says of who answers whom."""

from hypothesis import given
from hypothesis import strategies as st

from college.exchange.arriving.threads import Comment, Gathered, arrange
from college.exchange.unplaced import Leftovers


def comment(key: str, parent: str | None) -> Comment:
    return Comment(key, parent, "Ned", "", None, f"Words of {key}", line=1)


def test_answers_stand_below_what_they_answer():
    found = [comment("a", None), comment("b", None), comment("c", "a"), comment("d", "c")]
    remarks = arrange(Gathered(found), Leftovers())
    assert [(r.key, r.parent) for r in remarks] == [
        ("a", None),
        ("c", "a"),
        ("d", "c"),
        ("b", None),
    ]


def test_answers_to_left_out_comments_move_up_to_the_next_kept():
    gathered = Gathered([comment("a", None), comment("d", "c")], {"c": "b", "b": "a"})
    assert [(r.key, r.parent) for r in arrange(gathered, Leftovers())] == [("a", None), ("d", "a")]


_number = st.integers(0, 30)


@given(st.lists(st.tuples(_number, st.none() | _number), max_size=60))
def test_any_parents_give_a_forest_in_which_parents_come_first(pairs):
    found = [comment(str(key), None if parent is None else str(parent)) for key, parent in pairs]
    leftovers = Leftovers()
    remarks = arrange(Gathered(found), leftovers)
    seen: set[str] = set()
    for remark in remarks:
        assert remark.parent is None or remark.parent in seen
        assert remark.key not in seen
        seen.add(remark.key)
    repeated = sum(row.reason == "repeated" for row in leftovers.rows())
    assert len(remarks) + repeated == len(found)
