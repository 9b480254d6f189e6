//! `debug`: a masked `Debug`

use std::collections::BTreeMap;

use versioned_events::{Envelope, Event, Schema};

#[derive(Event)]
#[event(type = "card.added", version = 1, keyless, debug)]
struct CardAdded {
    id: u8,
    #[field(masked)]
    holder: Option<String>,
    #[field(masked(last = 4))]
    numbers: Vec<String>,
    #[field(masked(with = initial))]
    name: String,
    #[field(masked)]
    labels: BTreeMap<u8, String>,
    r#type: Kind,
}

fn initial(name: &String) -> String {
    name.chars().take(1).collect()
}

#[derive(Schema)]
#[schema(debug)]
enum Kind {
    None,
    One(Inner),
    Two {
        #[field(masked)]
        secret: String,
        r#in: bool,
    },
}

#[derive(Schema)]
#[schema(debug)]
struct Inner {
    #[field(masked)]
    secret: Box<String>,
}

fn card(r#type: Kind) -> CardAdded {
    CardAdded {
        id: 1,
        holder: Some("SECRET".into()),
        numbers: vec!["SECRET4111111111".into(), "SECRET".into()],
        name: "SECRET".into(),
        labels: BTreeMap::from([(7, "SECRET".into())]),
        r#type,
    }
}

#[test]
fn debug_shows_masked_fields_in_masked_form_only() {
    let start = concat!(
        r#"CardAdded { id: 1, holder: Some("***"), numbers: ["****1111", "***"], name: "S", "#,
        r#"labels: {7: "***"}, type: "#,
    );
    for (kind, shown) in [
        (Kind::None, "None }"),
        (
            Kind::One(Inner { secret: Box::new("SECRET".into()) }),
            r#"One(Inner { secret: "***" }) }"#,
        ),
        (Kind::Two { secret: "SECRET".into(), r#in: true }, r#"Two { secret: "***", in: true } }"#),
    ] {
        assert_eq!(format!("{:?}", card(kind)), format!("{start}{shown}"));
    }
}

#[test]
fn an_envelope_shows_its_event_masked() {
    let shown = format!("{:?}", Envelope::new(card(Kind::None)));
    assert!(!shown.contains("SECRET"), "{shown}");
    assert!(shown.contains(r#"holder: Some("***")"#), "{shown}");
}
