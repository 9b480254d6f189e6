//! Structs: required and optional fields, aliases, defaults, history, recursion.

use event_core::__private::{
    Done, Fields, Itself, Made, Reading, Writing, read_struct, write_struct,
};
use event_core::schema::{Deprecated, Field, Masked, Schema, Shape, Struct};
use event_core::{Decode, Encode, Openness, Version, View};
use serde::de::Deserializer;
use serde::ser::Serializer;
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

impl<const CLOSED: bool> Fields for Account<CLOSED> {
    const FIELDS: &'static [Field] = FIELDS;

    fn read_fields(from: &mut impl Reading) -> Made<Self> {
        let at = from.at();
        let (mut id, mut amount, mut note, mut currency, mut level) =
            (None, None, None, None, None);
        from.each(|name, from| match name {
            "id" | "account_id" | "no" => u32::fill(&mut id, from),
            "total" if at.until(1) => u8::fill(&mut amount, from),
            "amount" | "sum" if at.since(2) => u8::fill(&mut amount, from),
            "note" | "remark" => Option::fill(&mut note, from),
            "currency" if at.since(2) => String::fill(&mut currency, from),
            "level" if at.since(3) => Level::fill(&mut level, from),
            _ if CLOSED => from.refuse(),
            _ => from.skip(),
        })?;
        Ok(Self {
            id: u32::finish(id)?,
            amount: u8::finish(amount)?,
            note: Option::finish(note)?,
            currency: currency.unwrap_or_else(|| "EUR".to_owned()),
            level: if at.since(3) { Some(Level::finish(level)?) } else { None },
        })
    }

    fn write_fields(&self, to: &mut impl Writing) -> Done {
        self.id.write(to, "id")?;
        self.amount.write(to, "amount")?;
        self.note.write(to, "note")?;
        self.currency.write(to, "currency")?;
        self.level.write(to, "level")
    }
}

impl<const CLOSED: bool> Decode for Account<CLOSED> {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: Version) -> Result<Self, D::Error> {
        read_struct::<Self, Self, D>(deserializer, at)
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
    const SHAPE: &'static Shape =
        &Shape::Struct(&Struct::new("Tree", "tests", <Self as Fields>::FIELDS));
    const NAME: &'static str = "Tree";
}

impl Fields for Tree {
    const FIELDS: &'static [Field] = &[
        Field::new("value", u8::SHAPE),
        Field::new("children", <Vec<Itself<Self>>>::SHAPE),
        Field::new("twin", <Option<Box<Itself<Self>>>>::SHAPE),
    ];

    fn read_fields(from: &mut impl Reading) -> Made<Self> {
        let (mut value, mut children, mut twin) = (None, None, None);
        from.each(|name, from| match name {
            "value" => u8::fill(&mut value, from),
            "children" => Vec::fill(&mut children, from),
            "twin" => Option::fill(&mut twin, from),
            _ => from.skip(),
        })?;
        Ok(Self {
            value: u8::finish(value)?,
            children: Vec::finish(children)?,
            twin: Option::finish(twin)?,
        })
    }

    fn write_fields(&self, to: &mut impl Writing) -> Done {
        self.value.write(to, "value")?;
        self.children.write(to, "children")?;
        self.twin.write(to, "twin")
    }
}

impl Decode for Tree {
    fn decode<'de, D: Deserializer<'de>>(deserializer: D, at: Version) -> Result<Self, D::Error> {
        read_struct::<Self, Self, D>(deserializer, at)
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
