"""The events in Pydantic: a discriminated union of records, validated from JSON in one go."""

import json
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import (
    AliasChoices,
    AwareDatetime,
    BaseModel,
    Field,
    SecretStr,
    TypeAdapter,
    ValidationError,
    model_validator,
)


class Currency(Enum):
    EUR = "EUR"
    USD = "USD"


class LineItem(BaseModel):
    product_id: UUID
    name: str
    quantity: int
    price: Decimal
    added_at: AwareDatetime


class OrderPaid(BaseModel):
    order_id: UUID
    amount: Decimal
    currency: Currency = Currency.EUR
    paid_at: AwareDatetime
    customer: str
    card_number: SecretStr
    line_items: list[LineItem]


class UserCreated(BaseModel):
    user_id: UUID
    email: str


class Envelope(BaseModel):
    id: UUID
    source: str
    schema_version: int = 1
    min_reader_version: int | None = None
    occurred_at: AwareDatetime
    trace_id: str | None = None
    span_id: str | None = None
    correlation_id: UUID | None = None
    causation_id: UUID | None = None


class OrderPaidRecord(Envelope):
    type: Literal["order.paid"]
    data: OrderPaid


class UserCreatedRecord(Envelope):
    type: Literal["user.created"]
    data: UserCreated


def one_of(order: type[Envelope]) -> TypeAdapter[Any]:
    return TypeAdapter(Annotated[order | UserCreatedRecord, Field(discriminator="type")])


decode = one_of(OrderPaidRecord).validate_json


def encode(record: Envelope) -> bytes:
    return record.model_dump_json(exclude_none=True).encode()


MODELS: dict[tuple[str, int], type[Envelope]] = {
    ("user.created", 1): UserCreatedRecord,
    ("order.paid", 2): OrderPaidRecord,
    ("order.paid", 3): OrderPaidRecord,
}


def two_step(raw: bytes) -> Envelope:
    record = json.loads(raw)
    return MODELS[record["type"], record.get("schema_version", 1)].model_validate(record)


# A renamed field by its aliases.


class OrderPaidByAlias(OrderPaid):
    amount: Decimal = Field(validation_alias=AliasChoices("amount", "total"))


class OrderPaidRecordByAlias(OrderPaidRecord):
    data: OrderPaidByAlias


decode_renamed = one_of(OrderPaidRecordByAlias).validate_json


# A renamed field by a hook, which is the way that works for changes of every kind.


class OrderPaidRecordByHook(OrderPaidRecord):
    @model_validator(mode="before")
    @classmethod
    def upcast(cls, record: Any) -> Any:
        if isinstance(record, dict) and record.get("schema_version", 1) < 2:
            data = dict(record["data"])
            data["amount"] = data.pop("total")
            return {**record, "data": data}
        return record


decode_by_hook = one_of(OrderPaidRecordByHook).validate_json


def bulk(records: list[bytes]) -> tuple[list[Envelope], list[tuple[int, str]]]:
    """The good ones, and the index and the path of each bad one."""
    good, bad = [], []
    for index, raw in enumerate(records):
        try:
            good.append(decode(raw))
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False)[0]
            bad.append((index, ".".join(map(str, first["loc"]))))
    return good, bad
