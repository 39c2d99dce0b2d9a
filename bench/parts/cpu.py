"""Processor seconds, of this process, of a program, of a running server; and the memory programs took."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import psutil

_KIB = 1024 if sys.platform != "darwin" else 1

#: A small process in between: the system counts as a program's memory also that of what started it.
_BETWEEN = """
import os, resource, subprocess, sys
status = subprocess.call(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"\\n{used.ru_utime + used.ru_stime} {used.ru_maxrss}", end="", flush=True)
sys.exit(status)
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a program took: processor seconds, seconds, and bytes of memory at most."""

    cpu: float
    seconds: float
    most_memory: int
    printed: str


def of(work: Callable[[], object]) -> float:
    """Processor seconds of this process for one piece of work, all threads, kernel included."""
    start = time.process_time()
    work()
    return time.process_time() - start


def program(command: Sequence[str], **environment: str) -> Ran:
    """Run a program to its end."""
    start = time.monotonic()
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _BETWEEN, *command],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )
    if ran.returncode:
        raise SystemExit(f"{command[0]} ended with {ran.returncode}: {ran.stdout}{ran.stderr}")
    seconds = time.monotonic() - start
    printed, _newline, usage = ran.stdout.rpartition("\n")
    cpu, most = usage.split()
    return Ran(float(cpu), seconds, int(most) * _KIB, printed)


def of_tree(pid: int) -> float:
    """Processor seconds so far of a running program and everything it started."""
    top = psutil.Process(pid)
    total = 0.0
    for process in (top, *top.children(recursive=True)):
        times = process.cpu_times()
        total += times.user + times.system
    return total
