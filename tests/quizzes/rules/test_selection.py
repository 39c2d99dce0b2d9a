"""A mini-quiz is drawn in balance, new items first, and no viewpoint's name decides anything."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from college.quizzes.rules.selection import draw, options_order

_NAMES = ("", "left", "right", "third")


@st.composite
def banks(made: st.DrawFn) -> list[tuple[str, str]]:
    viewpoints = made(st.lists(st.sampled_from(_NAMES), max_size=30))
    return [(f"item{n}", viewpoint) for n, viewpoint in enumerate(viewpoints)]


SEEDS = st.binary(min_size=1, max_size=8)
SIZES = st.integers(0, 12)


def counted(bank: list[tuple[str, str]], drawn: list[str], viewpoints: set[str]) -> list[int]:
    of = dict(bank)
    counts = Counter(of[item] for item in drawn)
    return [counts[viewpoint] for viewpoint in viewpoints]


@given(banks(), SIZES, SEEDS, st.sets(st.integers(0, 29)), st.sets(st.sampled_from(_NAMES[1:])))
def test_no_viewpoint_is_asked_about_more_than_one_item_more_than_another(
    bank: list[tuple[str, str]], size: int, seed: bytes, seen: set[int], viewpoints: set[str]
) -> None:
    been = {f"item{n}" for n in seen}

    drawn = draw(bank, seen=been, size=size, seed=seed, viewpoints=viewpoints)

    assert len(drawn) == len(set(drawn)) <= size
    assert set(drawn) <= {item for item, _ in bank}
    counts = counted(bank, drawn, viewpoints | {v for _, v in bank if v})
    assert not counts or max(counts) - min(counts) <= 1


@given(banks(), SIZES, SEEDS, st.sets(st.integers(0, 29)))
def test_exchanging_two_viewpoints_draws_the_same_items(
    bank: list[tuple[str, str]], size: int, seed: bytes, seen: set[int]
) -> None:
    been = {f"item{n}" for n in seen}
    other = {"left": "right", "right": "left"}
    mirrored = [(item, other.get(viewpoint, viewpoint)) for item, viewpoint in bank]

    drawn = draw(bank, seen=been, size=size, seed=seed)

    assert drawn == draw(mirrored, seen=been, size=size, seed=seed)
    assert drawn == draw(bank[::-1], seen=been, size=size, seed=seed)


@given(st.integers(1, 4), st.integers(1, 4), SEEDS)
def test_a_full_bank_gives_a_full_quiz(rows: int, viewpoints: int, seed: bytes) -> None:
    bank = [(f"{v}{n}", f"view{v}") for v in range(viewpoints) for n in range(rows)]

    assert len(draw(bank, seen=(), size=rows * viewpoints, seed=seed)) == rows * viewpoints


@given(SEEDS)
def test_a_retake_asks_other_items_while_there_are_any(seed: bytes) -> None:
    bank = [(f"{v}{n}", v) for v in ("left", "right") for n in range(8)]

    first = draw(bank, seen=(), size=8, seed=b"first" + seed)
    second = draw(bank, seen=first, size=8, seed=seed)
    third = draw(bank, seen={*first, *second}, size=8, seed=seed)

    assert len(second) == 8
    assert not set(first) & set(second)
    assert len(third) == 8


@given(SEEDS)
def test_a_retake_prefers_the_items_that_are_left(seed: bytes) -> None:
    bank = [(f"{v}{n}", v) for v in ("left", "right") for n in range(5)]
    seen = [f"{v}{n}" for v in ("left", "right") for n in range(3)]

    drawn = draw(bank, seen=seen, size=6, seed=seed)

    assert {"left3", "left4", "right3", "right4"} < set(drawn)


def test_items_of_all_viewpoints_get_their_share_and_fill_up() -> None:
    sided = [(f"{v}{n}", v) for v in ("left", "right") for n in range(9)]
    few = draw([*sided, *((f"all{n}", "") for n in range(6))], seen=(), size=8, seed=b"a")
    filled = draw(
        [*sided[:2], *sided[9:11], *((f"all{n}", "") for n in range(9))], seen=(), size=8, seed=b"a"
    )

    assert sum(item.startswith("all") for item in few) == 2
    assert len(filled) == 8


def test_nothing_is_drawn_from_nothing() -> None:
    assert draw([], seen=(), size=8, seed=b"a") == []


def test_a_viewpoint_without_items_holds_back_the_others() -> None:
    bank = [(f"left{n}", "left") for n in range(6)]

    assert len(draw(bank, seen=(), size=6, seed=b"a", viewpoints={"left", "right"})) == 1


def test_seeds_draw_different_items() -> None:
    bank = [(f"{v}{n}", v) for v in ("left", "right") for n in range(8)]

    assert len({tuple(draw(bank, seen=(), size=8, seed=bytes([n]))) for n in range(20)}) == 20


@given(st.text(min_size=1, max_size=22), st.integers(0, 10))
def test_options_are_each_shown_once_and_always_in_the_same_order(token: str, n: int) -> None:
    assert sorted(options_order(token, "item", n)) == list(range(n))
    assert options_order(token, "item", n) == options_order(token, "item", n)


def test_options_stand_in_other_orders_in_other_attempts() -> None:
    assert len({tuple(options_order(str(n), "item", 4)) for n in range(40)}) > 10
