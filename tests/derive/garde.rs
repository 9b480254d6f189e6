//! `#[garde(...)]` in the schema: what it says is what is checked, and nothing more

mod form;

use garde::Validate;
use serde_json::{Value, json};
use versioned_events::schema::{Shape, ValueRule};
use versioned_events::{Envelope, Event, Openness, Schema};

use form::{FormSent, cases};

fn validator(schema: &Value) -> jsonschema::Validator {
    let options = jsonschema::draft202012::options().should_validate_formats(true);
    options.build(schema).unwrap()
}

#[test]
fn the_schema_takes_what_the_rules_take_and_refuses_what_it_can_say() {
    let cases = cases();
    let good: Value =
        cases.iter().map(|(name, [good, ..])| ((*name).to_owned(), good[0].clone())).collect();
    let reads =
        |payload: &Value| Envelope::<FormSent>::from_payload(payload.to_string().as_bytes(), 2);
    for openness in [Openness::Open, Openness::Closed] {
        let validator = validator(&FormSent::SCHEMA.json_schema(2, openness).unwrap());
        for (name, kinds) in &cases {
            for (kind, values) in kinds.iter().enumerate() {
                for value in values {
                    let mut payload = good.clone();
                    payload[name] = value.clone();
                    let read = reads(&payload).map(|_| ());
                    assert_eq!(read.is_ok(), kind == 0, "{name}: {value} {read:?}");
                    // What is written is text.
                    if openness == Openness::Open || *name != "decimal" {
                        assert_eq!(validator.is_valid(&payload), kind != 1, "{name}: {value}");
                    }
                }
            }
        }
    }
    assert_eq!(
        cases.len(),
        FormSent::SCHEMA.json_schema(2, Openness::Closed).unwrap()["properties"]
            .as_object()
            .unwrap()
            .len()
    );
}

#[test]
fn rules_are_keywords_and_what_has_none_is_listed() {
    let schema = FormSent::SCHEMA.json_schema(2, Openness::Open).unwrap();
    let field = |name: &str| schema["properties"][name].clone();
    assert_eq!(
        field("bytes"),
        json!({ "type": "string", "minLength": 1, "maxLength": 4, "x-rules": ["length in bytes"] })
    );
    assert_eq!(field("chars"), json!({ "type": "string", "minLength": 2, "maxLength": 4 }));
    assert_eq!(field("map")["maxProperties"], 2);
    assert_eq!(
        field("constant"),
        json!({ "type": "string", "maxLength": 3, "x-rules": ["length in bytes"] })
    );
    assert_eq!(field("seven"), json!({ "type": ["integer", "null"], "minimum": 7, "maximum": 7 }));
    assert_eq!(field("decimal")["x-rules"], json!(["range"]));
    assert_eq!(field("single")["x-rules"], json!(["range"]));
    assert_eq!(
        field("affixes"),
        json!({ "type": "string", "pattern": "^a\\.", "allOf": [{ "pattern": "\\$$" }, { "pattern": "\\+" }] })
    );
    assert_eq!(field("email"), json!({ "type": "string", "format": "email" }));
    assert_eq!(field("required")["x-rules"], json!(["required", "custom"]));
    assert_eq!(field("inner")["x-rules"], json!(["inner"]));
    assert_eq!(field("foreign")["x-rules"], json!(["custom"]));
    assert_eq!(field("skipped"), json!({ "type": "string" }));
}

#[test]
fn of_masked_fields_and_of_earlier_types_nothing_is_said_that_readers_cannot_see() {
    let schema = FormSent::SCHEMA.json_schema(2, Openness::Closed).unwrap();
    let masked = schema["properties"]["masked"].as_object().unwrap();
    let keywords: Vec<_> = masked.keys().map(String::as_str).collect();
    assert_eq!(keywords, ["description", "type", "writeOnly", "x-tags"]);
    let Shape::Struct(table) = FormSent::SHAPE else { panic!("a struct") };
    let rules = |name: &str, version: u32| {
        table.fields_at(version).find(|field| field.name == name).unwrap().rules
    };
    assert_eq!(rules("masked", 2), []);
    assert_eq!(rules("words", 2), [ValueRule::MinLength(4)]);
    assert_eq!(rules("words", 1), [ValueRule::Other("length")]);
}

#[derive(Validate, Schema)]
struct Item {
    #[garde(range(min = 1))]
    quantity: u32,
}

#[derive(Validate, Event)]
#[event(type = "box.packed", version = 1, keyless, validate)]
struct BoxPacked {
    #[garde(dive)]
    checked: Vec<Item>,
    #[garde(skip)]
    unchecked: Vec<Item>,
}

#[derive(Validate, Event)]
#[event(type = "box.sent", version = 1, keyless)]
struct BoxSent {
    #[garde(dive)]
    items: Vec<Item>,
    #[garde(length(max = 3))]
    label: String,
}

#[test]
fn rules_stand_where_somebody_checks_them() {
    let schema = BoxPacked::SCHEMA.json_schema(1, Openness::Open).unwrap();
    let validator = validator(&schema);
    for (payload, is_read) in [
        (json!({ "checked": [{ "quantity": 1 }], "unchecked": [{ "quantity": 0 }] }), true),
        (json!({ "checked": [{ "quantity": 0 }], "unchecked": [] }), false),
    ] {
        let read = Envelope::<BoxPacked>::from_payload(payload.to_string().as_bytes(), 1);
        assert_eq!((read.is_ok(), validator.is_valid(&payload)), (is_read, is_read), "{payload}");
    }
    assert_eq!(schema["properties"]["checked"]["items"]["$ref"], "#/$defs/Item");
    assert_eq!(schema["$defs"]["Item"]["properties"]["quantity"]["minimum"], 1);
    assert_eq!(schema["$defs"]["Item_2"]["properties"]["quantity"]["minimum"], 0);

    // Nobody checks this event.
    let schema = BoxSent::SCHEMA.json_schema(1, Openness::Open).unwrap();
    assert_eq!(schema["$defs"]["Item"]["properties"]["quantity"]["minimum"], 0);
    assert_eq!(schema["properties"]["label"], json!({ "type": "string" }));
    let unchecked = br#"{"items":[{"quantity":0}],"label":"a long one"}"#;
    let sent: Envelope<BoxSent> = Envelope::from_payload(unchecked, 1).unwrap();
    assert!(sent.to_json().is_ok());
}

#[derive(Validate, Schema)]
enum Place {
    Shelf(#[garde(range(min = 1, max = 9))] u8),
    Boxes(#[garde(length(max = 1), dive)] Vec<Item>),
    Label(#[garde(custom(anything))] String),
    Item(#[garde(dive)] Item),
}

#[derive(Validate, Schema)]
#[schema(tag = "kind")]
enum Tagged {
    Item(#[garde(dive, custom(anything))] Item),
    Unchecked(#[garde(skip)] Item),
}

#[derive(Validate, Event)]
#[event(type = "item.placed", version = 1, keyless, validate)]
struct ItemPlaced {
    #[garde(dive)]
    place: Place,
    #[garde(dive)]
    tagged: Option<Tagged>,
}

fn anything<T: ?Sized>(_: &T, (): &()) -> garde::Result {
    Ok(())
}

#[test]
fn rules_on_values_without_names_stand_in_the_schema_too() {
    let schema = ItemPlaced::SCHEMA.json_schema(1, Openness::Open).unwrap();
    let validator = validator(&schema);
    for (payload, is_read) in [
        (json!({ "place": { "Shelf": 9 } }), true),
        (json!({ "place": { "Shelf": 0 } }), false),
        (json!({ "place": { "Boxes": [{ "quantity": 1 }] } }), true),
        (json!({ "place": { "Boxes": [{ "quantity": 0 }] } }), false),
        (json!({ "place": { "Boxes": [{ "quantity": 1 }, { "quantity": 1 }] } }), false),
        (json!({ "place": { "Item": { "quantity": 0 } } }), false),
        (json!({ "place": { "Label": "" }, "tagged": { "kind": "Item", "quantity": 1 } }), true),
        (json!({ "place": { "Label": "" }, "tagged": { "kind": "Item", "quantity": 0 } }), false),
        (
            json!({ "place": { "Label": "" }, "tagged": { "kind": "Unchecked", "quantity": 0 } }),
            true,
        ),
    ] {
        let read = Envelope::<ItemPlaced>::from_payload(payload.to_string().as_bytes(), 1);
        assert_eq!((read.is_ok(), validator.is_valid(&payload)), (is_read, is_read), "{payload}");
    }
    let alternatives = &schema["$defs"]["Place"]["oneOf"];
    assert_eq!(alternatives[2]["properties"]["Label"]["x-rules"], json!(["custom"]));
    assert_eq!(schema["$defs"]["Tagged"]["oneOf"][0]["x-rules"], json!(["custom"]));
}

proptest::proptest! {
    #[test]
    fn no_text_that_the_rules_take_is_refused_by_the_schema(
        text in "(a\\.|[a-z]{0,3})?[ -~\u{0}-\u{1f}é🦀\u{301}\n]{0,6}(\\+\\$)?",
        email in "[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,4}(\\.[a-z]{1,3}){0,2}@([a-z0-9]{1,3}\\.){1,2}[a-z]{2,3}",
    ) {
        use std::sync::LazyLock;
        static VALIDATOR: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
            validator(&FormSent::SCHEMA.json_schema(2, Openness::Open).unwrap())
        });
        static GOOD: LazyLock<Value> = LazyLock::new(|| {
            cases().iter().map(|(name, [good, ..])| ((*name).to_owned(), good[0].clone())).collect()
        });
        let fields = ["bytes", "chars", "graphemes", "utf16", "filled", "constant", "pattern", "any", "affixes", "ascii"];
        let values = fields.into_iter().map(|field| (field, &text)).chain([("email", &email)]);
        for (field, value) in values {
            let mut payload = GOOD.clone();
            payload[field] = json!(value);
            let read = Envelope::<FormSent>::from_payload(payload.to_string().as_bytes(), 2);
            if read.is_ok() {
                assert!(VALIDATOR.is_valid(&payload), "{field}: {value:?}");
            }
        }
    }
}
