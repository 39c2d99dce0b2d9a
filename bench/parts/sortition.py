"""sortition-algorithms, run by the Python of its own environment: what its draw takes, in CPU seconds.

    sortition.py POOL.json ROUNDS ALGORITHM

POOL.json: ``people`` as lists of feature values, ``quotas`` as feature → value → [least, most], ``seats``.
Prints a list of CPU seconds. Only the draw is timed, not the reading of tables.
"""

import json
import sys
import time
from pathlib import Path

from sortition_algorithms.core import run_stratification
from sortition_algorithms.features import read_in_features
from sortition_algorithms.people import read_in_people
from sortition_algorithms.settings import Settings


def main() -> None:
    given = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    names = list(given["quotas"])
    rows = [
        {"feature": name, "value": value, "min": str(least), "max": str(most)}
        for name, values in given["quotas"].items()
        for value, (least, most) in values.items()
    ]
    head = ["feature", "value", "min", "max"]
    features, _name, _value = read_in_features(head, rows, given["seats"])
    settings = Settings(
        id_column="id",
        columns_to_keep=[],
        selection_algorithm=sys.argv[3],
        random_number_seed=7,
    )
    body = [
        {"id": f"p{n}", **dict(zip(names, values, strict=True))}
        for n, values in enumerate(given["people"])
    ]
    people, _report = read_in_people(["id", *names], body, features, settings)
    taken = []
    for _round in range(int(sys.argv[2])):
        start = time.process_time()
        done, panels, report = run_stratification(features, people, given["seats"], settings)
        taken.append(time.process_time() - start)
        if not done or len(panels[0]) != given["seats"]:
            raise SystemExit(report.as_text())
    print(json.dumps(taken))


if __name__ == "__main__":
    main()
