"""The events that both packages have: names, fields, types, and a record of each."""

import json

EVENTS = 200
PER_GROUP = 10  # that many events share a struct and an enum

ID = "01980000-0000-7000-8000-000000000001"
TIME = "2026-05-01T10:00:00Z"

# The types that fields take in turn, and a value as it is written. `{group}` is the number of the
# group.
TYPES = [
    ("note", "Option<String>", "by the door"),
    ("customer", "String", "Ann Example"),
    ("amount", "Decimal", "12.50"),
    ("items", "Vec<Item{group}>", [{"product_id": ID, "name": "a \"b\"", "quantity": 2, "price": "1.5"}]),
    ("is_gift", "bool", True),
    ("state", "State{group}", None),
    ("shipped_at", "Option<DateTime<Utc>>", TIME),
    ("weight", "f64", 1.25),
    ("labels", "Vec<String>", ["red", "blue"]),
    ("parent_id", "Option<Uuid>", ID),
    ("position", "i32", -3),
    ("address", "BTreeMap<String, String>", {"city": "Porto"}),
    ("first_item", "Option<Item{group}>", None),
]


class Event:
    """Eight fields: an id, a title and a count, and five of the types in turn."""

    def __init__(self, number):
        group = number // PER_GROUP
        self.name = f"Thing{number}"
        self.type = f"shop.thing_{number}"
        self.source = f"shop/service_{group}"
        self.masked = "customer" if number % 5 == 0 else None
        picked = [TYPES[(5 * number + at) % len(TYPES)] for at in range(5)]
        if self.masked and all(name != self.masked for name, _, _ in picked):
            picked[0] = TYPES[1]
        self.fields = [
            ("id", "Uuid", ID),
            ("title", "String", f"Thing {number}"),
            ("count", "u64", number),
            *((name, type.format(group=group), value) for name, type, value in picked),
        ]

    def record(self):
        group = int(self.source.rpartition("_")[2])
        data = {name: value for name, _, value in self.fields}
        if "state" in data:
            data["state"] = {"kind": "closed", "by": "Bob"} if is_tagged(group) else "open"
        return {
            "id": ID,
            "type": self.type,
            "source": self.source,
            "schema_version": 1,
            "occurred_at": TIME,
            "data": {name: value for name, value in data.items() if value is not None},
        }


def is_tagged(group):
    """Whether the group's enum has a tag and a variant with fields; the others are plain names."""
    return group % 2 == 1


EVERY = [Event(number) for number in range(EVENTS)]
GROUPS = range(EVENTS // PER_GROUP)


def records():
    return "".join(json.dumps(event.record(), separators=(",", ":")) + "\n" for event in EVERY)


def item(group, derive):
    """The struct that the events of a group share."""
    return f"""
#[derive({derive})]
pub struct Item{group} {{
    pub product_id: Uuid,
    pub name: String,
    pub quantity: u32,
    pub price: Decimal,
}}
"""


def state(group, derive, attribute):
    """The enum that the events of a group share."""
    tag, closed = ('tag = "kind", ', "Closed { by: String }") if is_tagged(group) else ("", "Closed")
    return f"""
#[derive({derive})]
#[{attribute}({tag}rename_all = "snake_case")]
pub enum State{group} {{
    Open,
    Waiting,
    {closed},
}}
"""


USES = """use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;
"""

# What both do with every event: that generics are really compiled, and that both do the same.
MAIN = """
fn main() {
    let mut written = Vec::new();
    for record in include_str!("../../records.ndjson").lines() {
        let envelope = Envelope::<Every>::from_json(record.as_bytes()).expect("the record is read");
        written.extend(key(&envelope).into_bytes());
        written.extend(envelope.to_json().expect("the event is written"));
        written.push(b'\\n');
    }
    std::io::Write::write_all(&mut std::io::stdout(), &written).expect("stdout takes it");
}
"""
