//! Enums in all three taggings: decoder and open schema take the same values.

use event_core::Openness;
use serde_json::{Value, json};

use crate::payment::{Adjacent, ClosedAdjacent, ClosedInternal, External, Internal, Level};
use crate::support::{assert_agreement, schema_of, validator};
use crate::values;

/// Objects of every combination of a tag, content and fields beside it, and everything else.
fn payments() -> Vec<String> {
    const NAMES: &[&str] =
        &["cash", "coins", "card", "wire", "transfer", "points", "other", "none", "Cash"];
    const CONTENTS: &[&str] = &[
        "null",
        "1",
        "256",
        r#""a""#,
        "[]",
        "{}",
        r#"{"number":"1"}"#,
        r#"{"no":"1"}"#,
        r#"{"number":"1","no":"1"}"#,
        r#"{"number":null}"#,
        r#"{"number":1}"#,
        r#"{"limit":1}"#,
        r#"{"number":"1","limit":1}"#,
        r#"{"number":"1","limit":null}"#,
        r#"{"number":"1","limit":"x"}"#,
        r#"{"number":"1","extra":1}"#,
    ];
    let mut payments: Vec<String> = values::all().into_iter().map(str::to_owned).collect();
    for name in NAMES {
        payments.push(format!("{name:?}"));
        payments.push(format!(r#"{{"kind":{name:?}}}"#));
        payments.push(format!(r#"{{"kind":{name:?},"extra":1}}"#));
        for content in CONTENTS {
            payments.push(format!("{{{name:?}:{content}}}"));
            payments.push(format!(r#"{{{name:?}:{content},"extra":1}}"#));
            payments.push(format!(r#"{{{name:?}:{content},"cash":{content}}}"#));
            if *name == "wire" {
                payments.push(format!(r#"{{"wire":{content},"transfer":{content}}}"#));
            }
            payments.push(format!(r#"{{"kind":{name:?},"value":{content}}}"#));
            payments.push(format!(r#"{{"value":{content},"kind":{name:?}}}"#));
            payments.push(format!(r#"{{"kind":{name:?},"value":{content},"extra":1}}"#));
            if let Some(fields) = content.strip_prefix('{').filter(|fields| fields.len() > 1) {
                payments.push(format!(r#"{{"kind":{name:?},{fields}"#));
                let fields = fields.trim_end_matches('}');
                payments.push(format!(r#"{{{fields},"kind":{name:?}}}"#));
            }
        }
    }
    for kind in ["null", "1", "[]", r#"["cash"]"#, r#"{"cash":null}"#] {
        payments.push(format!(r#"{{"kind":{kind}}}"#));
        payments.push(format!(r#"{{"kind":{kind},"value":{{"number":"1"}}}}"#));
    }
    payments
}

macro_rules! agree {
    ($($name:ident: $($type:ty),+;)*) => {$(
        #[test]
        fn $name() {
            let payments = payments();
            let payments: Vec<_> = payments.iter().map(String::as_str).collect();
            $(assert_agreement::<$type>(1, &payments);)+
        }
    )*};
}
agree! {
    unit_enums_agree: Level, Option<Level>, Vec<Level>;
    externally_tagged_enums_agree: External, Option<External>;
    internally_tagged_enums_agree: Internal, ClosedInternal, Option<Internal>;
    adjacently_tagged_enums_agree: Adjacent, ClosedAdjacent, Option<Adjacent>;
}

#[test]
fn a_unit_enum_is_a_list_of_names_with_its_docs() {
    let schema = schema_of::<Level>(1, Openness::Closed);
    assert_eq!(schema["enum"], json!(["low", "high"]));
    assert_eq!(
        schema["description"],
        "- `low`: Nobody wakes up.\n- `high`: Deprecated: use `low`\n\nHow bad it is."
    );
}

#[test]
fn variants_are_alternatives_with_their_names_as_titles() {
    for schema in [
        schema_of::<External>(1, Openness::Open),
        schema_of::<Internal>(1, Openness::Open),
        schema_of::<Adjacent>(1, Openness::Open),
    ] {
        let alternatives = schema["oneOf"].as_array().expect("alternatives");
        let card = alternatives.iter().find(|one| one["title"] == "card").expect("the card");
        assert_eq!(card["description"], "By card.");
    }
}

#[test]
fn a_closed_schema_takes_no_more_than_what_is_written() {
    let refused = |schema: Value, values: &[Value]| {
        let validator = validator(&schema);
        for value in values {
            assert!(!validator.is_valid(value), "{value}\n{schema:#}");
        }
    };
    refused(
        schema_of::<External>(1, Openness::Closed),
        &[
            json!("coins"),
            json!({ "card": { "no": "1" } }),
            json!({ "transfer": { "number": "1" } }),
            json!({ "card": { "number": "1", "extra": 1 } }),
        ],
    );
    refused(
        schema_of::<Internal>(1, Openness::Closed),
        &[
            json!({ "kind": "coins" }),
            json!({ "kind": "cash", "extra": 1 }),
            json!({ "kind": "card", "number": "1", "extra": 1 }),
            json!({ "kind": "wire", "no": "1" }),
        ],
    );
    refused(
        schema_of::<Adjacent>(1, Openness::Closed),
        &[
            json!({ "kind": "cash", "value": null }),
            json!({ "kind": "cash", "extra": 1 }),
            json!({ "kind": "card", "value": { "number": "1", "extra": 1 } }),
            json!({ "kind": "transfer", "value": { "number": "1" } }),
        ],
    );
}
