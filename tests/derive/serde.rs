//! `serde`: a masked `Serialize`, and a `Deserialize` of today's version

use std::collections::BTreeMap;

use serde::de::value::{Error, MapDeserializer};
use serde::de::{Deserialize, IntoDeserializer};
use serde_json::{Value, json};
use versioned_events::{Event, Schema};

use rust_decimal::Decimal;

#[derive(Debug, PartialEq, Event)]
#[event(type = "card.added", version = 2, key = "id", serde)]
struct Plain {
    id: u64,
    #[field(renamed(from = "text", until = 1))]
    name: String,
}

#[derive(Event)]
#[event(type = "card.added", version = 2, key = "id", serde, debug)]
struct CardAdded {
    id: u64,
    #[field(masked)]
    holder: Option<String>,
    #[field(since = 2, default, masked(last = 4))]
    number: String,
    amount: Decimal,
    kind: Kind,
    prices: BTreeMap<Colour, i8>,
}

#[derive(Schema)]
#[schema(tag = "a_kind", serde, debug)]
enum Kind {
    One,
    Two {
        #[field(masked)]
        secret: String,
    },
}

#[derive(PartialEq, Eq, PartialOrd, Ord, Schema)]
#[schema(serde, debug, rename_all = "lowercase")]
enum Colour {
    Red,
    Blue,
}

fn card() -> CardAdded {
    CardAdded {
        id: u64::MAX,
        holder: Some("SECRET".into()),
        number: "4111111111111111".into(),
        amount: Decimal::new(1050, 2),
        kind: Kind::Two { secret: "SECRET".into() },
        prices: BTreeMap::from([(Colour::Blue, -1)]),
    }
}

const JSON: &str = concat!(
    r#"{"id":18446744073709551615,"holder":"***","number":"****1111","amount":"10.50","#,
    r#""kind":{"a_kind":"Two","secret":"***"},"prices":{"blue":-1}}"#,
);

#[test]
fn serialize_writes_the_payload_masked() {
    assert_eq!(serde_json::to_string(&card()).unwrap(), JSON);
    let value = serde_json::to_value(card()).unwrap();
    assert_eq!(value, serde_json::from_str::<Value>(JSON).unwrap());
    assert_eq!(serde_json::to_string(&Kind::One).unwrap(), r#"{"a_kind":"One"}"#);
    assert_eq!(serde_json::to_string(&[Colour::Red]).unwrap(), r#"["red"]"#);
}

#[test]
fn deserialize_reads_what_serialize_writes() {
    let read: CardAdded = serde_json::from_str(JSON).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), JSON);
    let spaced: CardAdded = serde_json::from_slice(JSON.replace(':', " : ").as_bytes()).unwrap();
    assert_eq!(serde_json::to_string(&spaced).unwrap(), JSON);
}

#[test]
fn deserialize_reads_from_a_value_tree() {
    let read: CardAdded = serde_json::from_value(serde_json::from_str(JSON).unwrap()).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), JSON);
    let whole =
        json!({"id": 1, "number": "n", "amount": 7, "kind": {"a_kind": "One"}, "prices": {}});
    assert_eq!(serde_json::from_value::<CardAdded>(whole).unwrap().amount, Decimal::from(7));
}

#[test]
fn a_decimal_is_never_read_through_a_float() {
    let json = JSON.replace(r#""10.50""#, "10.50");
    assert_eq!(serde_json::from_str::<CardAdded>(&json).unwrap().amount.to_string(), "10.50");
    #[derive(Debug, PartialEq, Schema)]
    #[schema(serde)]
    struct Amount {
        amount: Decimal,
    }
    let float = BTreeMap::from([("amount", 10.5f64)]);
    let read = Amount::deserialize(IntoDeserializer::<Error>::into_deserializer(float));
    assert_eq!(read.unwrap_err().to_string(), "this is no `Amount`");
    let whole = BTreeMap::from([("amount", -7)]);
    let read = Amount::deserialize(IntoDeserializer::<Error>::into_deserializer(whole));
    assert_eq!(read, Ok(Amount { amount: Decimal::from(-7) }));
}

#[test]
fn deserialize_reads_from_a_format_that_is_not_json() {
    let entries = [("ignored", "x"), ("name", "n")];
    let map = MapDeserializer::<_, Error>::new(entries.into_iter());
    let error = Plain::deserialize(map).unwrap_err();
    assert_eq!(error.to_string(), "this is no `Plain`");

    let entries: BTreeMap<&str, u32> = BTreeMap::from([("id", 7)]);
    let error = Plain::deserialize(IntoDeserializer::<Error>::into_deserializer(entries));
    assert!(error.is_err(), "`name` is missing");

    #[derive(Debug, PartialEq, Schema)]
    #[schema(serde)]
    struct Names {
        one: String,
        #[serde(default)]
        two: String,
    }
    let entries = BTreeMap::from([("one", "1"), ("three", "3")]);
    let names = Names::deserialize(IntoDeserializer::<Error>::into_deserializer(entries));
    assert_eq!(names, Ok(Names { one: "1".to_owned(), two: String::new() }));

    let colour = Colour::deserialize(IntoDeserializer::<Error>::into_deserializer("blue"));
    assert_eq!(colour, Ok(Colour::Blue));
}

#[test]
fn only_todays_version_is_read() {
    let today = Plain { id: 1, name: "n".into() };
    assert_eq!(serde_json::from_str::<Plain>(r#"{"id":1,"name":"n"}"#).unwrap(), today);
    assert!(serde_json::from_str::<Plain>(r#"{"id":1,"text":"n"}"#).is_err());
}

#[test]
fn its_errors_say_what_it_is_not_and_never_quote_values() {
    for json in [
        r#"{"id":"SECRET","name":"n"}"#,
        r#"{"id":1,"name":["SECRET"]}"#,
        r#"{"id":1,"SECRET":"n"}"#,
        r#"{"id":1.5,"name":"SECRET"}"#,
        r#""SECRET""#,
    ] {
        let error = serde_json::from_str::<Plain>(json).unwrap_err().to_string();
        assert!(error.starts_with("this is no `Plain`"), "{error}");
        assert!(!error.contains("SECRET"), "{error}");
        let tree = serde_json::from_str(json).unwrap();
        let error = serde_json::from_value::<Plain>(tree).unwrap_err().to_string();
        assert_eq!(error, "this is no `Plain`", "{json}");
    }
    let twice = r#"{"id":1,"name":"SECRET","name":"SECRET"}"#;
    let error = serde_json::from_str::<Plain>(twice).unwrap_err().to_string();
    assert!(error.starts_with("this is no `Plain`") && !error.contains("SECRET"), "{error}");
    let error = serde_json::from_str::<Colour>(r#""SECRET""#).unwrap_err().to_string();
    assert!(error.starts_with("this is no `Colour`") && !error.contains("SECRET"), "{error}");
}

#[test]
fn serialize_refuses_what_json_cannot_hold() {
    #[derive(Schema)]
    #[schema(serde)]
    struct Measured {
        value: f64,
    }
    let error = serde_json::to_string(&Measured { value: f64::NAN }).unwrap_err();
    assert_eq!(error.to_string(), "not finite");
}
