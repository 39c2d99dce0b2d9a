"""Several people act at the same moment, each over a connection of their own."""

from collections.abc import Callable, Sequence
from threading import Barrier, Thread

from django.db import connection

from college.ground.refusals import Refusal


def at_once(acts: Sequence[Callable[[], object]]) -> list[object]:
    """Do them all together; gives what each returned, or the code of its refusal, or its error."""
    start, results = Barrier(len(acts), timeout=120), [None] * len(acts)

    def run(place: int) -> None:
        try:
            connection.ensure_connection()
            start.wait()
            results[place] = acts[place]()
        except Refusal as refusal:
            results[place] = refusal.code
        except Exception as error:  # noqa: BLE001  told to the test, which knows what it expects
            results[place] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=(place,)) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(300)
    return results
