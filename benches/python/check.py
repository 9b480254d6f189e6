"""Before anything is measured: every side gives what the numbers of the records say."""

import json
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import models_msgspec
import models_pydantic
import records
from sides import Python, Worker

MASKED = "**********"  # what `SecretStr` shows


def check(worker: Worker, sides: list[Python], folder: Path) -> None:
    write_foreign(folder)
    for task in records.TASKS:
        if task.way == "bulk":
            check_bulk(worker, sides, folder)
            continue
        raws = records.read(folder, task.form, task.size)
        same(len(raws), records.RECORDS, f"number of records of {task}")
        for number, raw in enumerate(raws):
            expected = records.expected_order(number, task.form, task.size)
            check_worker(worker, task, number, expected)
            for side in sides:
                check_python(side, task, number, raw, expected)
    check_users(worker, sides, folder)


def write_foreign(folder: Path) -> None:
    """The records as msgspec writes them: the tag first, then the payload, the header behind it."""
    for size in records.SIZES:
        raws = records.read(folder, "current", size)
        lines = [models_msgspec.encode(models_msgspec.decode(raw)) for raw in raws]
        same(lines[0][:28], b'{"type":"order.paid","data":', "order of a foreign record")
        (folder / f"foreign-{size}").write_bytes(b"\n".join(lines) + b"\n")


def check_worker(worker: Worker, task: records.Task, number: int, expected: dict) -> None:
    shown = json.loads(worker.ask("show", task.form, task.size, number))
    masked = expected["data"] | {"card_number": f"****{number:04}"}
    same(shown, expected | {"data": masked}, f"ours {task}")


def check_python(side: Python, task: records.Task, number: int, raw: bytes, expected: dict) -> None:
    decode = side.models.decode if task.way == "encode" else getattr(side.models, task.way)
    record = decode(raw)
    order = record.data
    if task.name == "upcast-rename" and side.models is models_msgspec:
        same(type(order), models_msgspec.OrderPaid, f"type of {side.name} {task}")
    values = (record.id, order.order_id, order.amount, order.currency, order.paid_at)
    told = (
        records.identifier(2, number),
        records.identifier(1, number),
        records.amount(number),
        side.models.Currency[expected["data"]["currency"]],
        records.NOON + timedelta(seconds=number),
    )
    same(values, told, f"{side.name} {task}")
    for at, item in enumerate(order.line_items):
        same(item.product_id, records.identifier(4, number, at), f"line item of {side.name} {task}")
        same(type(item.price), Decimal, f"type of a price of {side.name} {task}")
    written = json.loads(side.models.encode(record))
    if side.models is models_pydantic:
        expected = expected | {"data": expected["data"] | {"card_number": MASKED}}
    if task.form in ("second", "oldest"):  # the upcast record keeps the version that it came with
        expected, written = expected["data"], written["data"]
    same(written, expected, f"{side.name} {task}")


def check_users(worker: Worker, sides: list[Python], folder: Path) -> None:
    """The other event of the union."""
    for number, raw in enumerate(records.read(folder, "users", "400B")):
        expected = records.expected_user(number)
        same(json.loads(worker.ask("show", "users", "400B", number)), expected, "ours users")
        for side in sides:
            record = side.models.decode(raw)
            same(record.data.user_id, records.identifier(3, number), f"{side.name} users")
            same(json.loads(side.models.encode(record)), expected, f"{side.name} users")


def check_bulk(worker: Worker, sides: list[Python], folder: Path) -> None:
    expected = records.expected_bad()
    raws = records.read(folder, "bad", "1.3kB")
    ours = [bad.split() for bad in worker.ask("bad", "bad", "1.3kB").split("; ")]
    faults = {"ours": [(int(index), path) for index, _code, path in ours]}
    for side in sides:
        good, faults[side.name] = side.models.bulk(raws)
        same(len(good), len(raws) - len(expected), f"good records of {side.name}")
    for name, bad in faults.items():
        indexes = [index for index, _ in bad]
        same(indexes, [index for index, _ in expected], f"bad records of {name}")
        for (index, said), (_, field) in zip(bad, expected, strict=True):
            if field not in said:
                raise AssertionError(f"{name} says {said!r} of record {index}, bad is {field}")


def same(got: object, expected: object, what: str) -> None:
    if got != expected:
        raise AssertionError(f"{what}:\n  got      {got}\n  expected {expected}")
