"""Compares reading and writing of the same records by this library, msgspec and Pydantic.

`compare.py` checks what every side gives, measures, and prints ratios. With `--quick` it builds our
side like a test, and measures only to see that measuring works. README.md says what is compared.
"""

import argparse
import platform
import sys
import tempfile
from importlib.metadata import version
from itertools import permutations
from pathlib import Path
from statistics import median

import models_msgspec
import models_pydantic
import records
from check import check
from sides import Python, Worker

# https://jcristharif.com/msgspec/benchmarks.html, "JSON Serialization & Validation": milliseconds
# from its chart, Pydantic 2.5.2 by msgspec 0.18.5. The page sums both up as "~12x faster".
DOCUMENTED = {"decode": 3.807 / 0.4222, "encode": 3.470 / 0.1673}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--quick", action="store_true", help="check, and hardly measure")
    quick = arguments.parse_args().quick
    rounds = 12 if quick else 240
    with tempfile.TemporaryDirectory() as name, Worker(Path(name), quick) as worker:
        folder = Path(name)
        msgspec = Python("msgspec", models_msgspec, folder)
        pydantic = Python("pydantic", models_pydantic, folder)
        check(worker, [msgspec, pydantic], folder)
        print_header(rounds)
        sides = [worker, msgspec, pydantic]
        results = {}
        for task in records.TASKS:
            results[task] = measure(sides, task, rounds)
            if not quick:
                print_times(task, results[task], folder)
    if quick:
        print(f"all sides read and write the same, and can be measured: {len(results)} tasks")
    else:
        print_ratios(results)


def measure(sides: list, task: records.Task, rounds: int) -> dict[str, list[float]]:
    """Short rounds in all orders of the sides, so that a busy machine slows all of them."""
    if task.way == "bulk":
        rounds //= 12  # each is as long as hundreds of the others
    counts = {side.name: count(side, task) for side in sides}
    times = {side.name: [] for side in sides}
    orders = list(permutations(sides))
    for at in range(rounds):
        for side in orders[at % len(orders)]:
            first = at * counts[side.name] % records.RECORDS
            times[side.name].append(side.measure(task, first, counts[side.name]))
    return times


def count(side: Worker | Python, task: records.Task) -> int:
    """How many records take a millisecond; finding out is the warm-up."""
    if task.way == "bulk":
        side.measure(task, 0, 0)
        return 0
    once = min(side.measure(task, 0, records.RECORDS) for _ in range(5))
    return max(2, round(1_000_000 / once))


def print_header(rounds: int) -> None:
    print(
        f"Python {platform.python_version()}, msgspec {version('msgspec')}, "
        f"pydantic {version('pydantic')}; garbage collector on; {rounds} rounds"
    )


def print_times(task: records.Task, times: dict[str, list[float]], folder: Path) -> None:
    if task == records.TASKS[0]:
        names = "".join(f"{name:>10}" for name in times)
        print(f"\n{'nanoseconds a record':22}{'bytes':>7}{names}")
    raws = records.read(folder, task.form, task.size)
    size = sum(map(len, raws)) // len(raws)
    columns = "".join(f"{median(side):10.0f}" for side in times.values())
    print(f"{task!s:22}{size:7}{columns}", flush=True)


def print_ratios(results: dict[records.Task, dict[str, list[float]]]) -> None:
    print("\nTheir time divided by ours: above 1, ours is faster.")
    print("Beside it Pydantic's time divided by msgspec's: here, and in msgspec's documents, with")
    print("older versions of both and other records.")
    for task, times in results.items():
        to_ours = {
            name: f"ratio {name}/{task} {ratio(theirs, times['ours']):.1f}"
            for name, theirs in times.items()
        }
        between = f"pydantic/msgspec {ratio(times['pydantic'], times['msgspec']):.1f} here"
        if documented := DOCUMENTED.get(task.name):
            between += f", {documented:.1f} documented"
        print(f"{to_ours['msgspec']:40}{between}")
        print(to_ours["pydantic"])


def ratio(theirs: list[float], ours: list[float]) -> float:
    return median(a / b for a, b in zip(theirs, ours, strict=True))


if __name__ == "__main__":
    try:
        main()
    except AssertionError as error:
        sys.exit(f"error: {error}")
