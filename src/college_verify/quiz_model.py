"""The two-parameter model: the published slopes and intercepts are where its function is largest, since its
gradient there is nothing (``spec/quizzes.md`` section 4). Nothing is searched for again."""

from collections.abc import Iterator, Sequence
from math import exp, log1p
from typing import Any

from college_verify.findings import Broken, shown
from college_verify.quiz_classical import Column

_NODES = [number / 4 for number in range(-20, 21)]
_WEIGHTS = [-(node * node) / 2 for node in _NODES]
#: Thousandths are rounded: so far from nothing may the gradient of an item be, for each of its takers.
_MOST = 5e-4
_FEWEST = 3
_MEMBERS = {"item", "a", "c", "b"}


def check(told: Any, names: Sequence[str], columns: Sequence[Column], least: int) -> None:
    """Raises ``Broken``. ``None`` may stand for a search that did not arrive."""
    used = [at for at, column in enumerate(columns) if column.takers >= least]
    if told is None:
        return
    if len(used) < _FEWEST:
        raise Broken("it publishes a model where too few items have takers enough")
    wanted = [names[at] for at in used]
    if not isinstance(told, list) or not all(_has_form(one) for one in told):
        raise Broken("its model has not the members of one")
    if [one["item"] for one in told] != wanted:
        raise Broken("its model is not of the items that takers enough were shown")
    fitted = []
    for one, at in zip(told, used, strict=True):
        column = columns[at]
        varies = 0 < column.hits < column.takers
        if varies != (one["a"] is not None and one["c"] is not None):
            raise Broken(f"the model of the item {shown(one['item'])} is there, or not, wrongly")
        _check_difficulty(one)
        if varies:
            fitted.append((one, column))
    _check_gradient(fitted)


def _has_form(one: Any) -> bool:
    return (
        isinstance(one, dict)
        and one.keys() == _MEMBERS
        and all(one[name] is None or type(one[name]) is int for name in ("a", "b", "c"))
    )


def _check_difficulty(one: dict[str, Any]) -> None:
    """b is −c / a, as far as rounding lets it be told; where a rounds to 0, b may be anything."""
    a, b, c = one["a"], one["b"], one["c"]
    if a is None:
        if b is not None:
            raise Broken(f"the item {shown(one['item'])} has a difficulty without a slope")
    elif a and b is not None and abs(b * a / 1000 + c) > 1 + (abs(a) + abs(b)) / 1000:
        raise Broken(f"the difficulty of the item {shown(one['item'])} is not −c / a")
    elif b is None and abs(a) > 1:
        raise Broken(f"the item {shown(one['item'])} has a slope and no difficulty")


def _check_gradient(fitted: Sequence[tuple[dict[str, Any], Column]]) -> None:
    if not fitted:
        return
    if sum(one["a"] for one, _column in fitted) <= 0:
        raise Broken("the slopes of its model are turned round")
    right, shown_ = _expected([(one["a"] / 1000, one["c"] / 1000, col) for one, col in fitted])
    for at, (one, column) in enumerate(fitted):
        a, c = one["a"] / 1000, one["c"] / 1000
        up_a, up_c = 1 - a, 0.0
        for node, hits, takers in zip(_NODES, right[at], shown_[at], strict=True):
            surprise = hits - takers * _chance(a * node + c)
            up_a += node * surprise
            up_c += surprise
        if max(abs(up_a), abs(up_c)) / column.takers > _MOST:
            raise Broken(
                f"the model of the item {shown(one['item'])} is not where its function is largest"
            )


def _expected(
    items: Sequence[tuple[float, float, Column]],
) -> tuple[list[list[float]], list[list[float]]]:
    """By item and node: how many of its takers are right there, and how many there are, in expectation."""
    tables = [_table(a, c) for a, c, _column in items]
    right = [[0.0] * len(_NODES) for _ in items]
    wrong = [[0.0] * len(_NODES) for _ in items]
    for answered in _rows([column for _a, _c, column in items]):
        joint = _WEIGHTS
        for at, is_right in answered:
            joint = [x + y for x, y in zip(joint, tables[at][is_right], strict=True)]
        top = max(joint)
        parts = [exp(x - top) for x in joint]
        whole = sum(parts)
        parts = [x / whole for x in parts]
        for at, is_right in answered:
            side = right if is_right else wrong
            side[at] = [x + y for x, y in zip(side[at], parts, strict=True)]
    every = [[x + y for x, y in zip(r, w, strict=True)] for r, w in zip(right, wrong, strict=True)]
    return right, every


def _rows(columns: Sequence[Column]) -> Iterator[list[tuple[int, bool]]]:
    keys = [column.key for column in columns]
    for cells in zip(*(column.cells for column in columns), strict=True):
        row = [(at, cell == keys[at]) for at, cell in enumerate(cells) if cell]
        if row:
            yield row


def _table(a: float, c: float) -> tuple[list[float], list[float]]:
    """The logarithms of being wrong and of being right at each node."""
    logits = [a * node + c for node in _NODES]
    return [-_softplus(x) for x in logits], [-_softplus(-x) for x in logits]


def _softplus(value: float) -> float:
    return value + log1p(exp(-value)) if value > 0 else log1p(exp(value))


def _chance(logit: float) -> float:
    return 1 / (1 + exp(-logit)) if logit > 0 else exp(logit) / (1 + exp(logit))
