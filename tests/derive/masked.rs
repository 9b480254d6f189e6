//! `masked`, `masked(last = 4)`, `masked(with = path)`

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use versioned_events::{Envelope, Event, EventSet, Mask, Schema};

use crate::support::{becomes, payload_of, read, written};

#[derive(Clone, Debug, PartialEq, Schema)]
struct Pin {
    digits: String,
}

impl Mask for Pin {
    fn mask(&self, last: Option<usize>) -> Self {
        Self { digits: format!("{:?}", last.map(|_| ())) }
    }
}

#[derive(Clone, PartialEq, Event)]
#[event(type = "card.added", version = 2, keyless, debug)]
struct CardAdded {
    #[field(masked)]
    whole: String,
    #[field(masked(last = 4))]
    last: Cow<'static, str>,
    #[field(masked(with = thousands))]
    with: Option<u32>,
    #[field(masked)]
    option: Option<String>,
    #[field(masked(last = 2))]
    list: Vec<String>,
    #[field(masked)]
    gaps: Vec<Option<String>>,
    #[field(masked)]
    sorted: BTreeMap<u8, String>,
    #[field(masked(last = 1))]
    hashed: HashMap<String, Option<String>>,
    #[field(masked)]
    boxed: Box<String>,
    #[field(masked(last = 4))]
    array: [String; 2],
    #[field(masked(last = 3))]
    own: Pin,
    #[field(since = 2, default, masked)]
    later: String,
    nested: Vec<Nested>,
    plain: String,
}

#[derive(Clone, PartialEq, Schema)]
#[schema(tag = "kind", debug)]
enum Nested {
    Open {
        text: String,
    },
    Hidden {
        #[field(masked(last = 4))]
        text: String,
    },
    Inside(Inside),
}

#[derive(Clone, PartialEq, Schema)]
#[schema(debug)]
struct Inside {
    #[field(masked)]
    text: Option<String>,
}

fn thousands(number: &Option<u32>) -> Option<u32> {
    number.map(|number| number / 1000 * 1000)
}

#[derive(Clone, PartialEq, EventSet, Debug)]
enum Cards {
    Added(CardAdded),
}

fn card() -> CardAdded {
    let text = |text: &str| text.to_owned();
    CardAdded {
        whole: text("SECRET"),
        last: "4111111111111111".into(),
        with: Some(1234),
        option: Some(text("SECRET")),
        list: vec![text("SECRETab"), text("abc"), text("SEcd"), text("")],
        gaps: vec![None, Some(text("SECRET")), None],
        sorted: BTreeMap::from([(1, text("SECRET")), (2, text(""))]),
        hashed: HashMap::from([(text("key"), Some(text("SECRETx")))]),
        boxed: Box::new(text("SECRET")),
        array: [text("SECRET12"), text("größe€𝄞!?")],
        own: Pin { digits: text("SECRET") },
        later: text("SECRET"),
        nested: vec![
            Nested::Open { text: text("open") },
            Nested::Hidden { text: text("SECRET78") },
            Nested::Inside(Inside { text: Some(text("SECRET")) }),
            Nested::Inside(Inside { text: None }),
        ],
        plain: text("plain"),
    }
}

const MASKED: &str = concat!(
    r#"{"whole":"***","last":"****1111","with":1000,"option":"***","list":["****ab","***","****cd","***"],"#,
    r#""gaps":[null,"***",null],"sorted":{"1":"***","2":"***"},"hashed":{"key":"****x"},"boxed":"***","#,
    r#""array":["****ET12","****€𝄞!?"],"own":{"digits":"Some(())"},"later":"***","#,
    r#""nested":[{"kind":"Open","text":"open"},{"kind":"Hidden","text":"****ET78"},"#,
    r#"{"kind":"Inside","text":"***"},{"kind":"Inside"}],"plain":"plain"}"#,
);

#[test]
fn only_the_masked_form_is_written() {
    assert_eq!(written(card()), MASKED);
    assert_eq!(written(Cards::Added(card())), MASKED);
    let batch = [Envelope::new(Cards::Added(card()))];
    let written = Envelope::encode_batch(&batch).next().unwrap().unwrap();
    assert_eq!(payload_of(&written), MASKED);
}

#[test]
fn the_full_value_leaves_by_a_function_that_says_so() {
    let full = payload_of(&Envelope::new(card()).to_json_unmasked().unwrap());
    for secret in [
        r#""whole":"SECRET""#,
        r#""last":"4111111111111111""#,
        r#""with":1234"#,
        r#""own":{"digits":"SECRET"}"#,
        r#"{"kind":"Hidden","text":"SECRET78"}"#,
        r#"{"kind":"Inside","text":"SECRET"}"#,
    ] {
        assert!(full.contains(secret), "{secret} in {full}");
    }
    assert!(read::<CardAdded>(2, &full) == card());
}

#[test]
fn what_is_written_decodes_to_the_masked_value_and_is_written_the_same_again() {
    let decoded = read::<CardAdded>(2, MASKED);
    assert_eq!(decoded.last, "****1111");
    assert_eq!(decoded.gaps, [None, Some("***".to_owned()), None]);
    assert_eq!((decoded.with, decoded.plain.as_str()), (Some(1000), "plain"));
    assert_eq!(written(decoded), MASKED);
}

#[test]
fn nothing_masked_is_left_out() {
    let empty = CardAdded { option: None, with: None, gaps: vec![], ..card() };
    let json = written(empty);
    assert!(!json.contains("option") && !json.contains("with"), "{json}");
    assert!(json.contains(r#""gaps":[]"#), "{json}");
}

#[test]
fn what_stands_in_for_a_masked_field_is_masked_too() {
    let data = MASKED.replace(r#""later":"***","#, "");
    assert_eq!(read::<CardAdded>(1, &data).later, "");
    becomes::<CardAdded>(1, &data, MASKED);
}

#[test]
fn masking_shows_half_of_the_text_at_most() {
    #[derive(Event)]
    #[event(type = "a.b", version = 1, keyless)]
    struct One {
        #[field(masked(last = 1))]
        one: String,
        #[field(masked(last = 6))]
        six: String,
    }
    for (text, one, six) in [
        ("", "***", "***"),
        ("a", "***", "***"),
        ("ab", "****b", "***"),
        ("abcdefghijk", "****k", "***"),
        ("abcdefghijkl", "****l", "******ghijkl"),
        ("***", "***", "***"),
    ] {
        let json = written(One { one: text.to_owned(), six: text.to_owned() });
        assert_eq!(json, format!(r#"{{"one":"{one}","six":"{six}"}}"#), "{text}");
        becomes::<One>(1, &json, &json);
    }
}

#[test]
fn a_masked_value_of_the_wrong_kind_is_not_quoted() {
    for data in [
        MASKED.replace(r#""whole":"***""#, r#""whole":["SECRET"]"#),
        MASKED.replace(r#""with":1000"#, r#""with":"SECRET""#),
        MASKED.replace(r#""gaps":[null"#, r#""gaps":[{"SECRET":1}"#),
        MASKED.replace(r#"{"1":"#, r#"{"SECRET":"#),
        MASKED.replace(r#""kind":"Hidden""#, r#""kind":"SECRET""#),
    ] {
        let error = crate::support::error::<CardAdded>(2, &data);
        let shown = format!("{error} {error:?} {:?} {:?}", error.path(), error.expected());
        assert!(!shown.contains("SECRET"), "{shown}");
    }
}
