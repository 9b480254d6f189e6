"""The events in msgspec: as its documentation advises, with decoders and an encoder made once."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, Raw, Struct, UnsetType

Time = Annotated[datetime, Meta(tz=True)]


class Currency(Enum):
    EUR = "EUR"
    USD = "USD"


class LineItem(Struct):
    product_id: UUID
    name: str
    quantity: int
    price: Decimal
    added_at: Time


class OrderPaid(Struct, kw_only=True):
    order_id: UUID
    amount: Decimal
    currency: Currency = Currency.EUR
    paid_at: Time
    customer: str
    card_number: str
    line_items: list[LineItem]


class UserCreated(Struct):
    user_id: UUID
    email: str


class Envelope(Struct, kw_only=True, tag_field="type"):
    id: UUID
    source: str
    schema_version: int = 1
    min_reader_version: int | None | UnsetType = UNSET
    occurred_at: Time
    trace_id: str | None | UnsetType = UNSET
    span_id: str | None | UnsetType = UNSET
    correlation_id: UUID | None | UnsetType = UNSET
    causation_id: UUID | None | UnsetType = UNSET


class OrderPaidRecord(Envelope, tag="order.paid"):
    data: OrderPaid


class UserCreatedRecord(Envelope, tag="user.created"):
    data: UserCreated


decode = msgspec.json.Decoder(OrderPaidRecord | UserCreatedRecord).decode
encode = msgspec.json.Encoder().encode
as_dict = msgspec.json.Decoder().decode

MODELS: dict[tuple[str, int], type] = {
    ("user.created", 1): UserCreatedRecord,
    ("order.paid", 2): OrderPaidRecord,
    ("order.paid", 3): OrderPaidRecord,
}


def two_step(raw: bytes) -> Envelope:
    record = as_dict(raw)
    model = MODELS[record["type"], record.get("schema_version", 1)]
    return msgspec.convert(record, model)


# A field has one name on the wire, so a renamed one is read by a type of its own. The version is
# known before that by leaving the payload as it is: one `Raw`, decoded after the envelope.


class OrderPaid1(Struct, kw_only=True):
    order_id: UUID
    total: Decimal
    paid_at: Time
    customer: str
    card_number: str
    line_items: list[LineItem]


class RawRecord(Struct, kw_only=True):
    type: str
    id: UUID
    source: str
    schema_version: int = 1
    min_reader_version: int | None | UnsetType = UNSET
    occurred_at: Time
    trace_id: str | None | UnsetType = UNSET
    span_id: str | None | UnsetType = UNSET
    correlation_id: UUID | None | UnsetType = UNSET
    causation_id: UUID | None | UnsetType = UNSET
    data: Raw


decode_raw = msgspec.json.Decoder(RawRecord).decode
decode_order = msgspec.json.Decoder(OrderPaid).decode
decode_order_1 = msgspec.json.Decoder(OrderPaid1).decode


def upcast_order_1(raw: Raw) -> OrderPaid:
    old = decode_order_1(raw)
    return OrderPaid(
        order_id=old.order_id,
        amount=old.total,
        paid_at=old.paid_at,
        customer=old.customer,
        card_number=old.card_number,
        line_items=old.line_items,
    )


PAYLOADS: dict[tuple[str, int], Callable[[Raw], Struct]] = {
    ("user.created", 1): msgspec.json.Decoder(UserCreated).decode,
    ("order.paid", 1): upcast_order_1,
    ("order.paid", 2): decode_order,
    ("order.paid", 3): decode_order,
}


def decode_renamed(raw: bytes) -> RawRecord:
    record = decode_raw(raw)
    record.data = PAYLOADS[record.type, record.schema_version](record.data)
    return record


# The other way: one type with both names, put right after decoding. It cannot see the version.


class OrderPaidByHook(Struct, kw_only=True):
    order_id: UUID
    amount: Decimal | UnsetType = UNSET
    total: Decimal | UnsetType = UNSET
    currency: Currency = Currency.EUR
    paid_at: Time
    customer: str
    card_number: str
    line_items: list[LineItem]

    def __post_init__(self) -> None:
        if self.amount is UNSET:
            if self.total is UNSET:
                raise ValueError("`amount` is missing")
            self.amount = self.total
        self.total = UNSET


class OrderPaidRecordByHook(Envelope, tag="order.paid"):
    data: OrderPaidByHook


decode_by_hook = msgspec.json.Decoder(OrderPaidRecordByHook | UserCreatedRecord).decode


def bulk(records: list[bytes]) -> tuple[list[Envelope], list[tuple[int, str]]]:
    """The good ones, and the index and the error of each bad one: the path is in its text."""
    good, bad = [], []
    for index, raw in enumerate(records):
        try:
            good.append(decode(raw))
        except msgspec.ValidationError as error:
            bad.append((index, str(error)))
    return good, bad
