"""What is measured, and what a record says: from its number, as in `benches/worker/events.rs`."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

SIZES = {"400B": 0, "1.3kB": 5, "20kB": 100}  # to the number of line items
RECORDS = 32  # of each form and size
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


class Task(NamedTuple):
    name: str
    way: str  # the function of a side
    form: str  # the records it gets
    size: str

    def __str__(self) -> str:
        return f"{self.name}/{self.size}"


TASKS = [
    Task(name, way, form, size)
    for (name, way, form), size in product(
        (
            ("decode", "decode", "current"),
            ("decode-foreign", "decode", "foreign"),
            ("two-step", "two_step", "current"),
            ("upcast-default", "decode", "second"),
            ("upcast-rename", "decode_renamed", "oldest"),
            ("upcast-hook", "decode_by_hook", "oldest"),
            ("encode", "encode", "current"),
        ),
        SIZES,
    )
] + [Task("bulk", "bulk", "bad", "1.3kB")]


@cache
def read(folder: Path, form: str, size: str) -> list[bytes]:
    return (folder / f"{form}-{size}").read_bytes().splitlines()


def expected_order(number: int, form: str, size: str) -> dict:
    """The record as JSON has it, with the card in full."""
    paid_at = NOON + timedelta(seconds=number)
    order = {
        "order_id": str(identifier(1, number)),
        "amount": str(amount(number)),
        "currency": "USD" if form in ("current", "foreign") else "EUR",
        "paid_at": time(paid_at),
        "customer": f"Zoë Example {number}",
        "card_number": card(number),
        "line_items": [
            {
                "product_id": str(identifier(4, number, at)),
                "name": f"Product with the number {at}, in a box of its own, wrapped as a gift",
                "quantity": 1 + (number + at) % 7,
                "price": str(Decimal(1050 + at).scaleb(-2)),
                "added_at": time(paid_at - timedelta(seconds=at)),
            }
            for at in range(SIZES[size])
        ],
    }
    return envelope(number, "order.paid", "shop/billing", order) | {
        "schema_version": 3,
        "min_reader_version": 2,
    }


def expected_user(number: int) -> dict:
    user = {"user_id": str(identifier(3, number)), "email": f"user{number}@example.com"}
    return envelope(number, "user.created", "shop/accounts", user) | {"schema_version": 1}


def expected_bad() -> list[tuple[int, str]]:
    """The index of each bad record of 10,000, and the field that is at fault."""
    fields = ("quantity", "currency", "paid_at")
    return [(index, fields[index // 100 % 3]) for index in range(37, 10_000, 100)]


def envelope(number: int, event_type: str, source: str, data: dict) -> dict:
    record_id = str(identifier(2, number))
    return {
        "id": record_id,
        "type": event_type,
        "source": source,
        "occurred_at": time(NOON + timedelta(seconds=number, microseconds=100_001)),
        "correlation_id": record_id,
        "data": data,
    }


def identifier(kind: int, number: int, at: int = 0) -> UUID:
    return UUID(int=0x0198_A3C0_0000_7000_8000_0000_0000_0000 | kind << 80 | number << 16 | at)


def amount(number: int) -> Decimal:
    return Decimal(10_000 + 37 * number).scaleb(-2)


def card(number: int) -> str:
    return f"411111111111{number:04}"


def time(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
