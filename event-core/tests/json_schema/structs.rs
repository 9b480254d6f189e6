//! Structs: required and optional fields, aliases, defaults, history, recursion.

use event_core::__private::{
    Itself, ReadFields, next_name, read_struct, refuse_field, skip_field, write_struct,
};
use event_core::schema::{Deprecated, Field, Masked, Schema, Shape, Struct};
use event_core::{Decode, Encode, Openness, Version, View};
use serde::de::{Deserializer, MapAccess};
use serde::ser::{SerializeMap, Serializer};
use serde_json::json;

use crate::payment::Level;
use crate::support::{assert_agreement, schema_of, validator};
use crate::values;

/// Three versions: `total` became `amount` in 2, which also brought `currency`; 3 brought `level`.
#[derive(Debug, PartialEq)]
pub struct Account<const CLOSED: bool> {
    pub id: u32,
    pub amount: u8,
    pub note: Option<String>,
    pub currency: String,
    pub level: Option<Level>,
}

const FIELDS: &[Field] = &[
    Field::new("id", u32::SHAPE).aliases(&["account_id", "no"]).docs("Who.\n"),
    Field::new("total", u8::SHAPE).member("amount").until(1),
    Field::new("amount", u8::SHAPE).aliases(&["sum"]).since(2).docs("How much."),
    Field::new("note", <Option<String>>::SHAPE)
        .aliases(&["remark"])
        .masked(Masked::Whole)
        .deprecated(Deprecated::new("nobody reads it").since(2).sunset("2027-01-31")),
    Field::new("currency", String::SHAPE).since(2).default(|| Some("\"EUR\"".to_owned())),
    Field::new("level", Level::SHAPE).since(3).docs("How bad."),
];

impl<const CLOSED: bool> Account<CLOSED> {
    const TABLE: Struct = {
        let table = Struct::new("Account", "tests", FIELDS).docs("An account.");
        if CLOSED { table.closed() } else { table }
    };
}

impl<const CLOSED: bool> Schema for Account<CLOSED> {
    const SHAPE: &'static Shape = &Shape::Struct(&Self::TABLE);
}

impl<const CLOSED: bool> ReadFields for Account<CLOSED> {
    type Value = Self;

    fn read_fields<'de, A: MapAccess<'de>>(map: &mut A, at: Version) -> Result<Self, A::Error> {
        let (mut id, mut amount, mut note, mut currency, mut level) =
            (None, None, None, None, None);
        while let Some(name) = next_name(map)? {
            match name.as_str() {
                "id" | "account_id" | "no" => u32::read_into(&mut id, map, at)?,
                "total" if at.until(1) => u8::read_into(&mut amount, map, at)?,
                "amount" | "sum" if at.since(2) => u8::read_into(&mut amount, map, at)?,
                "note" | "remark" => Option::read_into(&mut note, map, at)?,
                "currency" if at.since(2) => String::read_into(&mut currency, map, at)?,
                "level" if at.since(3) => Level::read_into(&mut level, map, at)?,
                _ if CLOSED => refuse_field(map)?,
                _ => skip_field(map)?,
            }
        }
        Ok(Self {
            id: u32::or_absent(id)?,
            amount: u8::or_absent(amount)?,
            note: Option::or_absent(note)?,
            currency: currency.unwrap_or_else(|| "EUR".to_owned()),
            level: if at.since(3) { Some(Level::or_absent(level)?) } else { None },
        })
    }
}

impl<const CLOSED: bool> Decode for Account<CLOSED> {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: Version) -> Result<Self, D::Error> {
        read_struct::<Self, D>(deserializer, at)
    }
}

impl<const CLOSED: bool> event_core::__private::WriteFields for Account<CLOSED> {
    fn write_fields<M: SerializeMap>(&self, map: &mut M, view: View) -> Result<(), M::Error> {
        self.id.write(map, "id", view)?;
        self.amount.write(map, "amount", view)?;
        self.note.write(map, "note", view)?;
        self.currency.write(map, "currency", view)?;
        self.level.write(map, "level", view)
    }
}

impl<const CLOSED: bool> Encode for Account<CLOSED> {
    fn encode<S: Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error> {
        write_struct(self, serializer, view)
    }
}

/// Every combination of one entry of each row.
fn objects(rows: &[&[&str]]) -> Vec<String> {
    let mut objects = vec![String::new()];
    for row in rows {
        let longer = |object: &String| {
            let object = object.clone();
            row.iter().map(move |entry| match (object.as_str(), *entry) {
                (object, "") | ("", object) => object.to_owned(),
                (object, entry) => format!("{object},{entry}"),
            })
        };
        objects = objects.iter().flat_map(longer).collect();
    }
    objects.into_iter().map(|object| format!("{{{object}}}")).collect()
}

fn accounts() -> Vec<String> {
    objects(&[
        &[
            "",
            r#""id":1"#,
            r#""no":1"#,
            r#""id":1,"no":1"#,
            r#""account_id":1,"no":1"#,
            r#""id":null"#,
        ],
        &[
            "",
            r#""total":1"#,
            r#""amount":1"#,
            r#""sum":1"#,
            r#""amount":1,"sum":1"#,
            r#""total":1,"amount":1"#,
            r#""amount":null"#,
            r#""amount":256"#,
        ],
        &[
            "",
            r#""note":null"#,
            r#""note":"x""#,
            r#""remark":"x""#,
            r#""note":null,"remark":null"#,
            r#""note":1"#,
        ],
        &["", r#""currency":"EUR""#, r#""currency":null"#, r#""currency":1"#],
        &["", r#""level":"low""#, r#""level":null"#],
        &["", r#""extra":1"#],
    ])
}

#[test]
fn structs_agree_in_every_version() {
    let accounts = accounts();
    let mut accounts: Vec<_> = accounts.iter().map(String::as_str).collect();
    accounts.extend(values::all());
    for version in 1..=3 {
        assert_agreement::<Account<false>>(version, &accounts);
        assert_agreement::<Account<true>>(version, &accounts);
        assert_agreement::<Option<Account<true>>>(version, &accounts);
    }
    assert_agreement::<Vec<Account<false>>>(3, &accounts);
}

/// Contains itself.
#[derive(Debug, PartialEq)]
pub struct Tree {
    pub value: u8,
    pub children: Vec<Self>,
    pub twin: Option<Box<Self>>,
}

impl Schema for Tree {
    const SHAPE: &'static Shape = &Shape::Struct(&Struct::new(
        "Tree",
        "tests",
        &[
            Field::new("value", u8::SHAPE),
            Field::new("children", <Vec<Itself<Self>>>::SHAPE),
            Field::new("twin", <Option<Box<Itself<Self>>>>::SHAPE),
        ],
    ));
    const NAME: &'static str = "Tree";
}

impl ReadFields for Tree {
    type Value = Self;

    fn read_fields<'de, A: MapAccess<'de>>(map: &mut A, at: Version) -> Result<Self, A::Error> {
        let (mut value, mut children, mut twin) = (None, None, None);
        while let Some(name) = next_name(map)? {
            match name.as_str() {
                "value" => u8::read_into(&mut value, map, at)?,
                "children" => Vec::read_into(&mut children, map, at)?,
                "twin" => Option::read_into(&mut twin, map, at)?,
                _ => skip_field(map)?,
            }
        }
        Ok(Self {
            value: u8::or_absent(value)?,
            children: Vec::or_absent(children)?,
            twin: Option::or_absent(twin)?,
        })
    }
}

impl Decode for Tree {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: Version) -> Result<Self, D::Error> {
        read_struct::<Self, D>(deserializer, at)
    }
}

impl event_core::__private::WriteFields for Tree {
    fn write_fields<M: SerializeMap>(&self, map: &mut M, view: View) -> Result<(), M::Error> {
        self.value.write(map, "value", view)?;
        self.children.write(map, "children", view)?;
        self.twin.write(map, "twin", view)
    }
}

impl Encode for Tree {
    fn encode<S: Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error> {
        write_struct(self, serializer, view)
    }
}

/// A list of itself: contains itself without being a struct or an enum.
#[derive(Debug, PartialEq)]
pub struct Nest(pub Vec<Self>);

impl Schema for Nest {
    const SHAPE: &'static Shape = <Vec<Itself<Self>>>::SHAPE;
    const NAME: &'static str = "Nest";
}

impl Decode for Nest {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: Version) -> Result<Self, D::Error> {
        Vec::decode(deserializer, at).map(Self)
    }
}

impl Encode for Nest {
    fn encode<S: Serializer>(&self, serializer: S, view: View) -> Result<S::Ok, S::Error> {
        self.0.encode(serializer, view)
    }
}

#[test]
fn recursive_types_agree() {
    let mut trees = objects(&[
        &["", r#""value":1"#, r#""value":256"#],
        &[
            "",
            r#""children":[]"#,
            r#""children":null"#,
            r#""children":[{}]"#,
            r#""children":[{"value":1,"children":[]}]"#,
            r#""children":[{"value":1,"children":[{"value":1,"children":[{"value":-1}]}]}]"#,
            r#""children":[{"value":1,"children":[{"value":1,"children":[],"twin":null}]}]"#,
        ],
        &["", r#""twin":null"#, r#""twin":{"value":1,"children":[]}"#, r#""twin":{"value":1}"#],
    ]);
    trees.extend(["[]", "[[]]", "[[[]],[]]", "[[1]]", "[[[null]]]"].map(str::to_owned));
    let trees: Vec<_> = trees.iter().map(String::as_str).collect();
    assert_agreement::<Tree>(1, &trees);
    assert_agreement::<Vec<Tree>>(1, &trees);
    assert_agreement::<Option<Tree>>(1, &trees);
    assert_agreement::<Nest>(1, &trees);
}

#[test]
fn a_field_carries_its_docs_default_masking_and_deprecation() {
    let schema = schema_of::<Account<false>>(2, Openness::Closed);
    let field = |name: &str| &schema["properties"][name];
    assert_eq!(field("id")["description"], "Who.");
    assert_eq!(field("currency")["default"], "EUR");
    assert_eq!(field("note")["writeOnly"], true);
    assert_eq!(field("note")["deprecated"], true);
    assert_eq!(
        field("note")["description"],
        "Masked: consumers get `***`.\n\n\
         Deprecated since version 2, may go after 2027-01-31: nobody reads it"
    );
    assert_eq!(schema["required"], json!(["id", "amount"]));
}

#[test]
fn an_alias_is_read_and_never_written() {
    let record = json!({ "account_id": 1, "amount": 2 });
    assert!(validator(&schema_of::<Account<false>>(2, Openness::Open)).is_valid(&record));
    assert!(!validator(&schema_of::<Account<false>>(2, Openness::Closed)).is_valid(&record));
}
