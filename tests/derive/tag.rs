//! Enums in all three taggings: a name alone, `tag = "kind"`, and `tag` with `content`

use std::collections::BTreeMap;

use versioned_events::{Code, Event, Schema};

use crate::support::{becomes, refuses};

#[derive(Schema)]
struct Item {
    number: u8,
    note: Option<String>,
}

#[derive(Schema)]
enum External {
    Unit,
    New(u8),
    Maybe(Option<u8>),
    Many(Vec<Item>),
    Inner(Item),
    Fields { a: u8, b: Option<bool> },
    Empty {},
}

#[derive(Schema)]
#[schema(tag = "kind")]
enum Internal {
    Unit,
    Inner(Item),
    Fields { a: u8, b: Option<bool> },
    Empty {},
}

#[derive(Schema)]
#[schema(tag = "kind", content = "value")]
enum Adjacent {
    Unit,
    New(u8),
    Maybe(Option<u8>),
    Many(Vec<Item>),
    Inner(Item),
    Fields { a: u8, b: Option<bool> },
    Empty {},
}

macro_rules! event {
    ($($name:ident: $event_type:literal of $ty:ty;)*) => {$(
        #[derive(Event)]
        #[event(type = $event_type, version = 1, keyless)]
        struct $name { e: $ty }
    )*};
}
event! {
    Ext: "enum.external" of External;
    Int: "enum.internal" of Internal;
    Adj: "enum.adjacent" of Adjacent;
    Key: "enum.key" of BTreeMap<Colour, u8>;
}

fn same<E: Event>(values: &[&str]) {
    for value in values {
        let data = format!(r#"{{"e":{value}}}"#);
        becomes::<E>(1, &data, &data);
    }
}

fn reads<E: Event>(values: &[(&str, &str)]) {
    for (value, today) in values {
        becomes::<E>(1, &format!(r#"{{"e":{value}}}"#), &format!(r#"{{"e":{today}}}"#));
    }
}

fn refused<E: Event>(values: &[(&str, Code, &str)]) {
    for (value, code, path) in values {
        refuses::<E>(1, &[(&format!(r#"{{"e":{value}}}"#), *code, &format!("$.data.e{path}"))]);
    }
}

#[test]
fn external_is_the_name_alone_or_an_object_with_one_entry() {
    same::<Ext>(&[
        r#""Unit""#,
        r#"{"New":7}"#,
        r#"{"Maybe":7}"#,
        r#"{"Maybe":null}"#,
        r#"{"Many":[{"number":1},{"number":2,"note":"n"}]}"#,
        r#"{"Inner":{"number":1}}"#,
        r#"{"Fields":{"a":1}}"#,
        r#"{"Fields":{"a":1,"b":true}}"#,
        r#"{"Empty":{}}"#,
    ]);
    refused::<Ext>(&[
        (r#""New""#, Code::TypeMismatch, ""),
        (r#""unit""#, Code::UnknownVariant, ""),
        (r#"{"Unit":null}"#, Code::TypeMismatch, ""),
        (r#"{"Other":1}"#, Code::UnknownVariant, ""),
        ("{}", Code::BadLength, ""),
        (r#"{"New":1,"Maybe":1}"#, Code::BadLength, ""),
        (r#"{"New":1,"New":1}"#, Code::BadLength, ""),
        ("7", Code::TypeMismatch, ""),
        ("null", Code::TypeMismatch, ""),
        (r#"{"New":256}"#, Code::OutOfRange, ".New"),
        (r#"{"Inner":{}}"#, Code::MissingField, ".Inner.number"),
        (r#"{"Fields":[1]}"#, Code::TypeMismatch, ".Fields"),
        (r#"{"Fields":{"a":1,"b":1}}"#, Code::TypeMismatch, ".Fields.b"),
        (r#"{"Many":[{"number":1},{}]}"#, Code::MissingField, ".Many[1].number"),
    ]);
}

#[test]
fn internal_has_its_fields_beside_the_tag() {
    same::<Int>(&[
        r#"{"kind":"Unit"}"#,
        r#"{"kind":"Inner","number":1}"#,
        r#"{"kind":"Inner","number":1,"note":"n"}"#,
        r#"{"kind":"Fields","a":1,"b":true}"#,
        r#"{"kind":"Empty"}"#,
    ]);
    refused::<Int>(&[
        (r#""Unit""#, Code::TypeMismatch, ""),
        (r#"["Unit"]"#, Code::TypeMismatch, ""),
        ("{}", Code::MissingField, ".kind"),
        (r#"{"kind":"Other"}"#, Code::UnknownVariant, ".kind"),
        (r#"{"kind":7}"#, Code::TypeMismatch, ".kind"),
        (r#"{"kind":null}"#, Code::TypeMismatch, ".kind"),
        (r#"{"kind":"Inner"}"#, Code::MissingField, ".number"),
        (r#"{"kind":"Fields","a":[]}"#, Code::TypeMismatch, ".a"),
        (r#"{"b":7,"kind":"Fields","a":1}"#, Code::TypeMismatch, ".b"),
        (r#"{"a":1,"kind":"Fields","a":1}"#, Code::DuplicateField, ".a"),
    ]);
}

#[test]
fn the_tag_can_stand_first_last_or_in_the_middle() {
    reads::<Int>(&[
        (r#"{"a":1,"b":true,"kind":"Fields"}"#, r#"{"kind":"Fields","a":1,"b":true}"#),
        (r#"{"b":true,"kind":"Fields","a":1}"#, r#"{"kind":"Fields","a":1,"b":true}"#),
        (
            r#"{"note":"\u00e4\n","number":1,"kind":"Inner"}"#,
            r#"{"kind":"Inner","number":1,"note":"ä\n"}"#,
        ),
        (r#"{"x":[{}],"kind":"Unit","y":{"kind":1}}"#, r#"{"kind":"Unit"}"#),
        (r#"{"x":"kind","k\u0069nd":"Un\u0069t"}"#, r#"{"kind":"Unit"}"#),
    ]);
    reads::<Adj>(&[
        (r#"{"value":7,"kind":"New"}"#, r#"{"kind":"New","value":7}"#),
        (
            r#"{"x":1,"value":{"b":null,"a":1},"y":[],"kind":"Fields"}"#,
            r#"{"kind":"Fields","value":{"a":1}}"#,
        ),
        (r#"{"value":null,"kind":"Unit"}"#, r#"{"kind":"Unit"}"#),
        (r#"{"value":null,"kind":"Maybe"}"#, r#"{"kind":"Maybe","value":null}"#),
        (
            r#"{"value":[{"note":"\u00e4","number":1}],"kind":"Many"}"#,
            r#"{"kind":"Many","value":[{"number":1,"note":"ä"}]}"#,
        ),
    ]);
}

#[test]
fn a_tag_that_comes_twice_is_refused() {
    for record in [
        r#"{"kind":"Unit","kind":"Unit"}"#,
        r#"{"kind":"Unit","x":1,"kind":"Empty"}"#,
        r#"{"a":1,"kind":"Fields","kind":"Fields"}"#,
    ] {
        refused::<Int>(&[(record, Code::DuplicateField, ".kind")]);
    }
    refused::<Adj>(&[
        (r#"{"kind":"Unit","kind":"Unit"}"#, Code::DuplicateField, ".kind"),
        (r#"{"kind":"New","value":1,"value":1}"#, Code::DuplicateField, ".value"),
        (r#"{"value":1,"value":1,"kind":"New"}"#, Code::DuplicateField, ".value"),
    ]);
}

#[test]
fn adjacent_has_its_content_beside_the_tag() {
    same::<Adj>(&[
        r#"{"kind":"Unit"}"#,
        r#"{"kind":"New","value":7}"#,
        r#"{"kind":"Maybe","value":7}"#,
        r#"{"kind":"Maybe","value":null}"#,
        r#"{"kind":"Many","value":[{"number":1}]}"#,
        r#"{"kind":"Inner","value":{"number":1}}"#,
        r#"{"kind":"Fields","value":{"a":1,"b":true}}"#,
        r#"{"kind":"Empty","value":{}}"#,
    ]);
    reads::<Adj>(&[
        (r#"{"kind":"Unit","value":null}"#, r#"{"kind":"Unit"}"#),
        (r#"{"kind":"Maybe"}"#, r#"{"kind":"Maybe","value":null}"#),
    ]);
    for (value, code, path) in [
        (r#"{"kind":"New"}"#, Code::MissingField, ".value"),
        (r#"{"kind":"Fields"}"#, Code::MissingField, ".value"),
        (r#"{"kind":"Empty"}"#, Code::MissingField, ".value"),
        (r#"{"value":1}"#, Code::MissingField, ".kind"),
        (r#"{"kind":"Other","value":1}"#, Code::UnknownVariant, ".kind"),
        (r#"{"value":1,"kind":"Other"}"#, Code::UnknownVariant, ".kind"),
        (r#"{"kind":"Unit","value":1}"#, Code::TypeMismatch, ".value"),
        (r#"{"value":1,"kind":"Unit"}"#, Code::TypeMismatch, ".value"),
        (r#"{"value":[],"kind":"New"}"#, Code::TypeMismatch, ".value"),
        (r#"{"value":{"a":1,"b":7},"kind":"Fields"}"#, Code::TypeMismatch, ".value.b"),
        (
            r#"{"value":[{"number":1},{"number":-1}],"kind":"Many"}"#,
            Code::OutOfRange,
            ".value[1].number",
        ),
    ] {
        refused::<Adj>(&[(value, code, path)]);
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Schema)]
#[schema(rename_all = "kebab-case")]
enum Colour {
    DeepRed,
    #[serde(rename = "blau", alias = "bleu")]
    Blue,
}

#[test]
fn an_enum_of_unit_variants_can_be_the_key_of_a_map() {
    same::<Key>(&["{}", r#"{"deep-red":1,"blau":2}"#]);
    reads::<Key>(&[(r#"{"bleu":2,"deep-red":1}"#, r#"{"deep-red":1,"blau":2}"#)]);
    refused::<Key>(&[
        (r#"{"DeepRed":1}"#, Code::BadFormat, "{0}"),
        (r#"{"blau":1,"deep-red":-1}"#, Code::OutOfRange, "{1}"),
        (r#"{"blau":1,"blau":1}"#, Code::DuplicateField, "{1}"),
    ]);
}
