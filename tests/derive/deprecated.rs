//! `deprecated`, `deprecated = "note"`, `deprecated(note, since, sunset)`, and Rust's own

// Rust warns whoever touches a deprecated field, but never for what the derives write.
#![deny(warnings)]

use versioned_events::schema::{Content, Deprecated, Shape};
use versioned_events::{Event, EventSet, Schema};

use crate::support::{becomes, written};

#[derive(Event)]
#[event(type = "user.created", version = 3, keyless, debug, serde)]
#[event(deprecated(note = "use `user.joined`", since = 2, sunset = "2027-01-31"))]
struct UserCreated {
    #[field(deprecated)]
    bare: u8,
    #[field(deprecated = "a note")]
    noted: u8,
    #[field(deprecated(note = "all of it", since = 3, sunset = "2027-01-31"), masked)]
    whole: String,
    #[deprecated = "Rust's own"]
    rust: u8,
    #[deprecated]
    #[field(masked)]
    rust_bare: Option<String>,
    #[deprecated(since = "1.2.0", note = "Rust's list")]
    rust_list: u8,
    kind: Kind,
}

#[derive(Clone, Copy, Schema)]
#[schema(debug, serde, deprecated = "all of it")]
enum Kind {
    #[field(deprecated = "use New")]
    Old,
    #[deprecated]
    Older {
        #[deprecated]
        at: u8,
    },
    New,
}

#[derive(EventSet, Debug)]
enum Users {
    Created(UserCreated),
}

#[test]
fn every_form_stands_in_the_schema() {
    let Shape::Struct(table) = UserCreated::SHAPE else { panic!() };
    let whole = Deprecated::new("all of it").since(3).sunset("2027-01-31");
    for (name, expected) in [
        ("bare", Some(Deprecated::new(""))),
        ("noted", Some(Deprecated::new("a note"))),
        ("whole", Some(whole)),
        ("rust", Some(Deprecated::new("Rust's own"))),
        ("rust_bare", Some(Deprecated::new(""))),
        ("rust_list", Some(Deprecated::new("Rust's list"))),
        ("kind", None),
    ] {
        let field = table.fields.iter().find(|field| field.name == name).unwrap();
        assert_eq!(field.deprecated, expected, "{name}");
    }
    let event = Deprecated::new("use `user.joined`").since(2).sunset("2027-01-31");
    assert_eq!(UserCreated::SCHEMA.deprecated, Some(event));
}

#[test]
fn variants_can_be_deprecated() {
    let Shape::Enum(table) = Kind::SHAPE else { panic!() };
    let notes = table.variants.iter().map(|variant| variant.deprecated);
    let expected = [Some(Deprecated::new("use New")), Some(Deprecated::new("")), None];
    assert_eq!(notes.collect::<Vec<_>>(), expected);
    let Content::Struct(older) = table.variants[1].content else { panic!() };
    assert_eq!(older.fields[0].deprecated, Some(Deprecated::new("")));
}

#[test]
fn deprecated_fields_are_still_read_and_written() {
    let data = r#"{"bare":1,"noted":2,"whole":"***","rust":3,"rust_bare":"***","rust_list":4,"kind":{"Older":{"at":5}}}"#;
    becomes::<UserCreated>(3, data, data);
    #[allow(deprecated, reason = "this one touches the fields")]
    let users = Users::Created(UserCreated {
        bare: 1,
        noted: 2,
        whole: "w".into(),
        rust: 3,
        rust_bare: None,
        rust_list: 4,
        kind: Kind::New,
    });
    assert!(format!("{users:?}").contains("rust_list: 4, kind: New"));
    assert_eq!(
        written(users),
        r#"{"bare":1,"noted":2,"whole":"***","rust":3,"rust_list":4,"kind":"New"}"#
    );
    let old = UserCreated::SHAPE;
    assert!(matches!(old, Shape::Struct(_)));
    assert_eq!(format!("{:?}", Kind::Old), "Old");
}
