//! One change at a time, everywhere in a JSON value.

use serde_json::{Map, Value, json};

/// What takes the place of a value.
fn replacements() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(7),
        json!(7.0),
        json!(1.5),
        json!(255),
        json!(256),
        json!(-129),
        json!(65536),
        json!(4294967296u64),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1e300),
        json!(1e-5),
        json!(""),
        json!("x"),
        json!("xy"),
        json!("7"),
        json!("-7"),
        json!("1.50"),
        json!("1e5"),
        json!("EU"),
        json!("WORLD"),
        json!("ELSEWHERE"),
        json!("DARK"),
        json!("Nobody"),
        json!("person"),
        json!("2026-05-01T10:00:00Z"),
        json!("2026-05-01T10:00:00"),
        json!("2026-02-29T10:00:00Z"),
        json!("2016-12-31T23:59:60Z"),
        json!("2026-05-01"),
        json!("PT0S"),
        json!("-PT1S"),
        json!("P1Y"),
        json!("01980000-0001-7000-8000-00000000000F"),
        json!("01980000000170008000000000000001"),
        json!("/9j/"),
        json!("/9k="),
        json!("/9j="),
        json!("340282366920938463463374607431768211456"),
        json!([]),
        json!([1]),
        json!([1, 2]),
        json!(["a", 1]),
        json!([[1, 2], [3, 4]]),
        json!([null]),
        json!({}),
        json!({"a": 1}),
        json!({"x": "y"}),
        json!({"1": "y"}),
        json!({"200": "y"}),
        json!({"DARK": 300}),
        json!({"Person": "x"}),
        json!({"Nobody": null}),
        json!({"Box": {"number": 1}, "Person": "x"}),
        json!({"Crate": {"number": 1, "colour": null}}),
        json!({"kind": "person", "name": "x", "more": 1}),
        json!({"kind": "letter_box"}),
        json!({"t": "Perhaps", "c": 3, "more": 1}),
        json!({"t": "Nobody", "c": null}),
        json!({"t": "Nobody", "c": 1}),
        json!({"t": "Box", "c": {}}),
    ]
}

/// Every value that differs from `value` by one change.
pub fn mutations(value: &Value) -> Vec<Value> {
    let mut found = replacements();
    match value {
        Value::Object(map) => {
            for (name, inner) in map {
                found.extend(mutations(inner).into_iter().map(|inner| with(map, name, inner)));
                let mut without = map.clone();
                without.remove(name);
                found.push(Value::Object(without.clone()));
                without.insert(format!("{name}2"), inner.clone());
                found.push(Value::Object(without));
            }
            for name in ["unknown", "id", "ident", "zone", "region", "hue", "note", "tip", "kilos"]
            {
                found.push(with(map, name, json!("EU")));
            }
        }
        Value::Array(items) => {
            for at in 0..items.len() {
                found.extend(mutations(&items[at]).into_iter().map(|inner| {
                    let mut items = items.clone();
                    items[at] = inner;
                    Value::Array(items)
                }));
                let mut fewer = items.clone();
                fewer.remove(at);
                found.push(Value::Array(fewer));
                let mut more = items.clone();
                more.insert(at, items[at].clone());
                found.push(Value::Array(more));
            }
        }
        Value::String(text) => {
            found.push(json!(format!("{text} ")));
            found.push(json!(text.to_lowercase()));
            found.push(json!(text.replace('0', "9")));
        }
        _ => {}
    }
    found
}

fn with(map: &Map<String, Value>, name: &str, value: Value) -> Value {
    let mut map = map.clone();
    map.insert(name.to_owned(), value);
    Value::Object(map)
}
