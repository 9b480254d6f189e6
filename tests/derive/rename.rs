//! `#[serde(rename = "...")]`, `rename_all`, `rename_all_fields`

use versioned_events::{Event, Schema};

use crate::support::{becomes, written};

macro_rules! cases {
    ($($name:ident $case:literal => $field:literal, $variant:literal, $variant_field:literal;)*) => {$({
        #[derive(Event)]
        #[event(type = "a.b", version = 1, keyless)]
        #[serde(rename_all = $case)]
        struct $name { some_field: Inner, #[serde(rename = "Own_Name")] other_field: u8 }

        #[derive(Schema)]
        #[schema(rename_all = $case, rename_all_fields = $case)]
        enum Inner { SomeVariant { some_field: u8 } }

        let event = $name { some_field: Inner::SomeVariant { some_field: 1 }, other_field: 2 };
        let json = format!(
            r#"{{"{}":{{"{}":{{"{}":1}}}},"Own_Name":2}}"#, $field, $variant, $variant_field
        );
        assert_eq!(written(event), json, $case);
        becomes::<$name>(1, &json, &json);
    })*};
}

#[test]
fn rename_all_writes_names_as_serde_does() {
    cases! {
        Lower "lowercase" => "some_field", "somevariant", "some_field";
        Upper "UPPERCASE" => "SOME_FIELD", "SOMEVARIANT", "SOME_FIELD";
        Pascal "PascalCase" => "SomeField", "SomeVariant", "SomeField";
        Camel "camelCase" => "someField", "someVariant", "someField";
        Snake "snake_case" => "some_field", "some_variant", "some_field";
        Screaming "SCREAMING_SNAKE_CASE" => "SOME_FIELD", "SOME_VARIANT", "SOME_FIELD";
        Kebab "kebab-case" => "some-field", "some-variant", "some-field";
        ScreamingKebab "SCREAMING-KEBAB-CASE" => "SOME-FIELD", "SOME-VARIANT", "SOME-FIELD";
    }
}

/// The same names through serde's own derive.
macro_rules! as_serde {
    ($($case:literal)*) => {$({
        #[derive(Event)]
        #[event(type = "a.b", version = 1, keyless)]
        #[serde(rename_all = $case)]
        struct Ours { a: u8, one_two_3: u8, r#type: u8, x9_y: u8, trailing_: u8, __two: u8, names: Names }
        #[derive(Schema)]
        #[serde(rename_all = $case, tag = "t", content = "c")]
        enum Names { HTTPServer(Option<Box<Names>>), A1b2, X, MyÄrger }

        #[derive(serde::Serialize)]
        #[serde(rename_all = $case)]
        struct Serdes { a: u8, one_two_3: u8, r#type: u8, x9_y: u8, trailing_: u8, __two: u8, names: Theirs }
        #[derive(serde::Serialize)]
        #[serde(rename_all = $case, tag = "t", content = "c")]
        enum Theirs { HTTPServer(Option<Box<Theirs>>), A1b2, X, MyÄrger }

        for (ours, theirs) in [
            (Names::HTTPServer(Some(Box::new(Names::X))), Theirs::HTTPServer(Some(Box::new(Theirs::X)))),
            (Names::A1b2, Theirs::A1b2),
            (Names::MyÄrger, Theirs::MyÄrger),
        ] {
            let ours = Ours { a: 1, one_two_3: 2, r#type: 3, x9_y: 4, trailing_: 5, __two: 6, names: ours };
            let theirs = Serdes { a: 1, one_two_3: 2, r#type: 3, x9_y: 4, trailing_: 5, __two: 6, names: theirs };
            assert_eq!(written(ours), serde_json::to_string(&theirs).unwrap(), $case);
        }
    })*};
}

#[test]
fn serdes_own_derive_agrees_on_strange_names() {
    as_serde! {
        "lowercase" "UPPERCASE" "PascalCase" "camelCase" "snake_case" "SCREAMING_SNAKE_CASE"
        "kebab-case" "SCREAMING-KEBAB-CASE"
    }
}

#[derive(Schema)]
#[schema(rename_all = "snake_case", rename_all_fields = "camelCase", tag = "the kind")]
enum Mixed {
    OfEnum {
        some_field: u8,
    },
    #[serde(rename_all = "UPPERCASE")]
    ByVariant {
        some_field: u8,
        #[serde(rename = "")]
        nameless: u8,
    },
    #[serde(rename = "\"quoted\" ☃")]
    ByName,
}

#[derive(Event)]
#[event(type = "a.b", version = 1, keyless)]
struct Renamed {
    #[serde(rename = "data")]
    list: Vec<Mixed>,
    #[serde(rename = "a\"b\\c\n")]
    escaped: u8,
    r#fn: bool,
}

#[test]
fn the_nearest_rename_wins() {
    let json = concat!(
        r#"{"data":[{"the kind":"of_enum","someField":1},{"the kind":"by_variant","SOME_FIELD":2,"":3},"#,
        r#"{"the kind":"\"quoted\" ☃"}],"a\"b\\c\n":4,"fn":true}"#,
    );
    becomes::<Renamed>(1, json, json);
}
