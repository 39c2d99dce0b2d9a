"""girth and statsmodels, run by the Python of their own environment: what they take, in CPU seconds.

    psychometrics.py ANSWERS.npy STRATA.json ROUNDS

ANSWERS: takers × items, 1 or 0. STRATA: of each item its strata, as they are published. Prints the CPU
seconds of each round: girth's two-parameter model, and statsmodels' common odds ratio and logistic
regressions of every item on the same strata.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import statsmodels.api as sm
from girth import twopl_mml
from statsmodels.stats.contingency_tables import StratifiedTable


def main() -> None:
    # girth marks what is missing with a number beyond a byte.
    answers = np.load(sys.argv[1]).astype(np.int64)
    items = json.loads(Path(sys.argv[2]).read_text("utf-8"))
    rounds = int(sys.argv[3])
    taken = {
        "girth": [_seconds(lambda: twopl_mml(answers.T)) for _round in range(rounds)],
        "statsmodels": [
            _seconds(lambda: [_looked(one) for one in items]) for _round in range(rounds)
        ],
    }
    print(json.dumps(taken))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _looked(strata: list[list[int]]) -> None:
    table = StratifiedTable([np.array([one[1:3], one[3:5]], dtype=float) for one in strata])
    test = table.test_null_odds(correction=True)
    assert table.oddsratio_pooled > 0
    assert table.logodds_pooled_se > 0
    assert test.pvalue >= 0
    z = np.repeat([one[0] / sum(one[1:]) / 1000 for one in strata], 2)
    g = np.tile([0.0, 1.0], len(strata))
    counts = np.array([one[1:] for one in strata], dtype=float).reshape(-1, 2)
    ones = np.ones_like(z)
    for columns in ([ones], [ones, z], [ones, z, g], [ones, z, g, z * g]):
        sm.GLM(counts, np.column_stack(columns), family=sm.families.Binomial()).fit()


if __name__ == "__main__":
    main()
