"""The three sides: our process, and two modules in this one."""

import json
import subprocess
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter_ns
from types import ModuleType

import records
from records import Task

Work = Callable[[object], object]

ROOT = Path(__file__).resolve().parents[2]
BUILD = ["cargo", "build", "--bench", "worker", "--message-format=json", "--profile"]


class Worker:
    """Our process. It runs from the first task to the last, and waits while others are measured."""

    name = "ours"

    def __init__(self, folder: Path, quick: bool) -> None:
        build = [*BUILD, "dev" if quick else "bench"]
        built = subprocess.run(build, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
        messages = map(json.loads, built.stdout.splitlines())
        program = next(
            message["executable"]
            for message in messages
            if message["reason"] == "compiler-artifact" and message["target"]["name"] == "worker"
        )
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            [program, "serve"], stdin=pipe, stdout=pipe, encoding="utf-8"
        )
        self.ask("records", folder)

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.stdin.close()
        self.process.wait(10)

    def ask(self, *words: object) -> str:
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        if not answer or answer.startswith("error"):
            raise RuntimeError(f"the worker says {answer!r} to {words}")
        return answer

    def measure(self, task: Task, first: int, count: int) -> float:
        if task.way == "bulk":
            return float(self.ask("batch", task.form, task.size))
        way = "encode" if task.way == "encode" else "decode"
        return float(self.ask(way, task.form, task.size, first, count))


class Python:
    """A module of models. The garbage collector is on, as it is for those who use them."""

    def __init__(self, name: str, models: ModuleType, folder: Path) -> None:
        self.name = name
        self.models = models
        self.folder = folder
        self.prepared = None

    def measure(self, task: Task, first: int, count: int) -> float:
        work, items = self.prepare(task)
        if task.way == "bulk":
            return time(work, [items]) / len(items)
        some = islice(cycle(items), first, first + count + 1)
        work(next(some))  # warm-up
        return time(work, list(some))

    def prepare(self, task: Task) -> tuple[Work, list]:
        """Once a task, and not kept for longer: the garbage collector would look at it."""
        if self.prepared is None or self.prepared[0] != task:
            items = records.read(self.folder, task.form, task.size)
            if task.way == "encode":
                items = [self.models.decode(raw) for raw in items]
            self.prepared = task, getattr(self.models, task.way), items
        return self.prepared[1:]


def time(work: Work, items: list) -> float:
    """Nanoseconds a call. What comes out of a call is dropped within the time."""
    start = perf_counter_ns()
    for item in items:
        work(item)
    return (perf_counter_ns() - start) / len(items)
