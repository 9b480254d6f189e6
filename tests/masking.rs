//! No masked value leaves the process: every way out is searched for every secret.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::collections::{BTreeMap, HashMap};

use versioned_events::schema::EventSchema;
use versioned_events::{Envelope, Event, EventSet, Mask, Openness, Registry, Schema, diagnose};

/// What must never be seen. All of them are longer than what `last` leaves of them.
const SECRETS: [&str; 9] = [
    "ann@example.com",
    "4111111111111111",
    "0170-555-0199",
    "tok_live_51Hxyz",
    "Ann Example",
    "DE89370400440532013000",
    "correct horse",
    "1970-02-28",
    "battery staple",
];

#[derive(Clone, PartialEq, Event)]
#[event(type = "customer.joined", version = 2, key = "id", debug, serde)]
struct CustomerJoined {
    id: u64,
    #[field(masked)]
    email: Option<String>,
    #[field(masked(last = 4))]
    cards: Vec<Option<String>>,
    #[field(masked(last = 2))]
    phones: BTreeMap<String, String>,
    #[field(masked, renamed(from = "api_token", until = 1))]
    token: String,
    #[field(masked(with = first_letter))]
    name: String,
    address: Address,
    proof: Vec<Proof>,
    #[field(masked)]
    birthday: Birthday,
}

#[derive(Clone, PartialEq, Schema)]
#[schema(debug, serde)]
struct Address {
    city: String,
    #[field(masked(last = 4))]
    iban: String,
    nested: Option<Box<Address>>,
}

#[derive(Clone, PartialEq, Schema)]
#[schema(tag = "kind", debug, serde)]
enum Proof {
    Phrase {
        #[field(masked)]
        words: String,
    },
    Answers {
        #[field(masked)]
        by_question: HashMap<String, Vec<String>>,
    },
}

/// A type of the user's own whose masked form decodes as the same type.
#[derive(Clone, Debug, PartialEq)]
struct Birthday(String);

impl Schema for Birthday {
    const SHAPE: &'static versioned_events::schema::Shape = <String as Schema>::SHAPE;
}
impl versioned_events::Decode for Birthday {
    fn decode<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
        at: versioned_events::Version,
    ) -> Result<Self, D::Error> {
        String::decode(deserializer, at).map(Self)
    }
}
impl versioned_events::Encode for Birthday {
    fn encode<S: serde::Serializer>(
        &self,
        serializer: S,
        view: versioned_events::View,
    ) -> Result<S::Ok, S::Error> {
        self.0.encode(serializer, view)
    }
}
impl Mask for Birthday {
    fn mask(&self, _: Option<usize>) -> Self {
        Self("0000-00-00".to_owned())
    }
}

fn first_letter(name: &str) -> String {
    name.chars().take(1).chain(['.']).collect()
}

#[derive(Clone, Debug, PartialEq, EventSet)]
enum Customers {
    Joined(CustomerJoined),
}

fn customer() -> CustomerJoined {
    let [email, card, phone, token, name, iban, phrase, birthday, answer] =
        SECRETS.map(str::to_owned);
    CustomerJoined {
        id: 7,
        email: Some(email),
        cards: vec![Some(card), None],
        phones: BTreeMap::from([("home".to_owned(), phone)]),
        token,
        name,
        address: Address {
            city: "Bonn".to_owned(),
            iban: iban.clone(),
            nested: Some(Box::new(Address { city: "Köln".to_owned(), iban, nested: None })),
        },
        proof: vec![
            Proof::Phrase { words: phrase },
            Proof::Answers { by_question: HashMap::from([("pet".to_owned(), vec![answer])]) },
        ],
        birthday: Birthday(birthday),
    }
}

#[track_caller]
fn shows_no_secret(what: &str, output: &str) {
    for secret in SECRETS {
        assert!(!output.contains(secret), "{what} shows {secret}: {output}");
    }
}

#[test]
fn the_unmasked_record_holds_every_secret() {
    let bytes = Envelope::new(customer()).to_json_unmasked().unwrap();
    let text = String::from_utf8(bytes).unwrap();
    for secret in SECRETS {
        assert!(
            text.contains(secret),
            "{secret} is not in the record, so searching for it is no test"
        );
    }
}

#[test]
fn records_debug_and_serde_show_the_masked_form() {
    let envelope = Envelope::new(customer());
    let set = envelope.clone().map(Customers::Joined);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    shows_no_secret("the record", &text(envelope.to_json().unwrap()));
    shows_no_secret("the record of a set", &text(set.to_json().unwrap()));
    let batch = Envelope::encode_batch([&envelope]).next().unwrap().unwrap();
    shows_no_secret("the record of a batch", &text(batch));
    shows_no_secret("Debug", &format!("{envelope:?} {envelope:#?} {set:?} {:?}", envelope.data));
    shows_no_secret("serde", &serde_json::to_string(&envelope.data).unwrap());
    shows_no_secret("serde's value", &serde_json::to_value(&envelope.data).unwrap().to_string());
    shows_no_secret("the key", &envelope.key().unwrap().unwrap().to_string());
}

#[test]
fn the_masked_form_is_what_was_asked_for() {
    let envelope = Envelope::new(customer());
    let data = serde_json::to_value(&envelope.data).unwrap();
    let expected = serde_json::json!({
        "id": 7, "email": "***", "cards": ["****1111", null], "phones": {"home": "****99"},
        "token": "***", "name": "A.",
        "address": {"city": "Bonn", "iban": "****3000", "nested": {"city": "Köln", "iban": "****3000"}},
        "proof": [{"kind": "Phrase", "words": "***"}, {"kind": "Answers", "by_question": {"pet": ["***"]}}],
        "birthday": "0000-00-00",
    });
    assert_eq!(data, expected);
}

#[test]
fn masked_records_decode_and_masking_again_changes_nothing() {
    let once = Envelope::new(customer()).to_json().unwrap();
    let read = Envelope::<CustomerJoined>::from_json(&once).unwrap();
    assert_eq!(
        String::from_utf8(read.to_json_unmasked().unwrap()),
        String::from_utf8(once.clone())
    );
    assert_eq!(String::from_utf8(read.to_json().unwrap()), String::from_utf8(once));
}

/// Every record with one value replaced by one of another kind, cut at every byte.
#[test]
fn no_error_shows_a_secret_wherever_a_record_is_wrong() {
    let good = String::from_utf8(Envelope::new(customer()).to_json_unmasked().unwrap()).unwrap();
    let check = |record: &[u8]| {
        let Err(error) = Envelope::<Customers>::from_json(record) else { return 0 };
        let listed = diagnose::<Customers>(record);
        let batch = Envelope::<Customers>::decode_batch([record]).next().unwrap().unwrap_err();
        shows_no_secret(
            "an error",
            &format!("{error} {error:?} {listed:?} {batch} {batch:?} {}", error.path()),
        );
        1
    };
    let mut wrong = 0;
    for end in 0..good.len() {
        wrong += check(&good.as_bytes()[..end]);
    }
    assert_eq!(wrong, good.len());
    for secret in SECRETS {
        for other in [
            format!("[\"{secret}\"]"),
            format!("{{\"{secret}\":\"{secret}\"}}"),
            format!("{{\"{secret}\":{{\"{secret}\":7}}}}"),
            "4111111111111111".to_owned(),
            "true".to_owned(),
        ] {
            wrong += check(good.replace(&format!("\"{secret}\""), &other).as_bytes());
        }
        // A secret where a name should be: as a field, a tag, a type, a map's key.
        for name in
            ["\"email\"", "\"kind\"", "\"home\"", "\"customer.joined\"", "\"type\"", "\"Phrase\""]
        {
            wrong += check(good.replace(name, &format!("\"{secret}\"")).as_bytes());
        }
    }
    assert!(wrong > good.len() + 80, "{wrong} records were refused");
}

#[test]
fn schemas_say_that_a_field_is_masked_and_show_no_value() {
    let mut registry = Registry::new();
    registry.register_set::<Customers>().unwrap();
    let schema: &EventSchema = CustomerJoined::SCHEMA;
    for version in 1..=2 {
        for openness in [Openness::Open, Openness::Closed] {
            let json = schema.json_schema(version, openness).unwrap();
            shows_no_secret("the schema", &json.to_string());
            assert_eq!(json["properties"]["email"]["writeOnly"], true, "{json}");
        }
    }
    shows_no_secret("the registry", &format!("{registry:?}"));
}
