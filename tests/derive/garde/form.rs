//! A form with a field for each rule, and values for each field.

use std::collections::{BTreeMap, HashMap};

use garde::Validate;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use versioned_events::Event;

const MOST: usize = 3;

fn anything<T: ?Sized>(_: &T, _: &()) -> garde::Result {
    Ok(())
}

#[derive(Validate, Event)]
#[event(type = "form.sent", version = 2, keyless, validate)]
pub(super) struct FormSent {
    #[garde(length(min = 2, max = 4))]
    bytes: String,
    #[garde(length(chars, min = 2, max = 4))]
    chars: String,
    #[garde(length(graphemes, min = 2, max = 4))]
    graphemes: String,
    #[garde(length(utf16, min = 2, max = 4))]
    utf16: String,
    #[garde(length(min = 1))]
    filled: String,
    #[garde(length(min = 1, max = 2))]
    list: Vec<u8>,
    #[garde(length(min = 1, max = 2))]
    map: BTreeMap<String, u8>,
    #[garde(length(max = 2))]
    array: [u8; 2],
    #[garde(length(max = MOST))]
    constant: String,
    #[garde(range(min = -5, max = 5))]
    integer: i64,
    #[garde(range(min = 0.5, max = 1e3))]
    float: f64,
    #[garde(range(min = 0.5))]
    single: f32,
    #[garde(range(equal = 7))]
    seven: Option<u8>,
    #[garde(range(min = Decimal::ZERO))]
    decimal: Decimal,
    #[garde(pattern("^[A-Z]{2}$"), length(max = 9))]
    pattern: String,
    #[garde(pattern("^a.b$"))]
    any: String,
    #[garde(prefix("a."), suffix("$"), contains("+"))]
    affixes: String,
    #[garde(ascii, alphanumeric)]
    ascii: Option<String>,
    #[garde(email)]
    email: String,
    #[garde(ipv4)]
    ipv4: String,
    #[garde(ipv6)]
    ipv6: String,
    #[garde(ip)]
    ip: String,
    #[garde(url)]
    url: String,
    #[garde(required, custom(anything))]
    required: Option<String>,
    #[garde(inner(length(min = 1)))]
    inner: Vec<String>,
    #[field(schema = "String")]
    #[garde(custom(anything))]
    foreign: std::net::IpAddr,
    #[field(masked, tag = "pii")]
    #[garde(length(min = 9))]
    masked: String,
    #[field(was(type = "u8", until = 1, with = in_words))]
    #[garde(length(chars, min = 4))]
    words: String,
    #[garde(skip)]
    skipped: String,
}

fn in_words(number: u8) -> String {
    format!("number {number}")
}

/// Values of each field that a rule takes, and that it refuses; those refused by the schema too come
/// before those of which the schema knows nothing.
pub(super) fn cases() -> HashMap<&'static str, [Vec<Value>; 3]> {
    let long = "x".repeat(300);
    HashMap::from([
        (
            "bytes",
            [
                vec![json!("ab"), json!("abcd"), json!("é"), json!("éé"), json!("🦀")],
                vec![json!(""), json!("abcde")],
                vec![json!("a"), json!("ééé")],
            ],
        ),
        (
            "chars",
            [
                vec![json!("ab"), json!("🦀🦀🦀🦀")],
                vec![json!("a"), json!("é"), json!("abcde")],
                vec![],
            ],
        ),
        (
            "graphemes",
            [
                vec![json!("ab"), json!("e\u{301}e\u{301}e\u{301}e\u{301}")],
                vec![json!("a")],
                vec![json!("e\u{301}"), json!("abcde")],
            ],
        ),
        (
            "utf16",
            [
                vec![json!("ab"), json!("🦀"), json!("🦀🦀")],
                vec![json!(""), json!("abcde")],
                vec![json!("a"), json!("🦀🦀🦀")],
            ],
        ),
        ("filled", [vec![json!("a"), json!(long)], vec![json!("")], vec![]]),
        ("list", [vec![json!([1]), json!([1, 2])], vec![json!([]), json!([1, 2, 3])], vec![]]),
        ("map", [vec![json!({"a": 1})], vec![json!({}), json!({"a": 1, "b": 2, "c": 3})], vec![]]),
        ("array", [vec![json!([1, 2])], vec![], vec![]]),
        ("constant", [vec![json!("abc"), json!("")], vec![json!("abcd")], vec![json!("ééé")]]),
        ("integer", [vec![json!(-5), json!(5), json!(5.0)], vec![json!(-6), json!(6)], vec![]]),
        (
            "float",
            [
                vec![json!(0.5), json!(1000), json!(1e3)],
                vec![json!(0.49), json!(1000.5), json!(-1)],
                vec![],
            ],
        ),
        ("single", [vec![json!(0.5), json!(0.499_999_999_999)], vec![], vec![json!(0.4)]]),
        ("seven", [vec![json!(7), Value::Null], vec![json!(6), json!(8)], vec![]]),
        ("decimal", [vec![json!("0"), json!("1.5"), json!(1)], vec![], vec![json!("-0.5")]]),
        (
            "pattern",
            [vec![json!("AB")], vec![json!("ab"), json!("ABC"), json!("AB\n"), json!("")], vec![]],
        ),
        ("any", [vec![json!("a\rb")], vec![], vec![json!("a\nb")]]),
        (
            "affixes",
            [
                vec![json!("a.+$"), json!("a.b+\n$")],
                vec![json!("a+$"), json!("a.$"), json!("a.+"), json!("ba.+$")],
                vec![],
            ],
        ),
        (
            "ascii",
            [
                vec![json!("ab1"), Value::Null, json!("")],
                vec![json!("é"), json!("a\u{7f}\u{80}")],
                vec![json!("a-b"), json!("\u{0}")],
            ],
        ),
        (
            "email",
            [
                vec![json!("a@b.example"), json!("a.b+c@sub.b.example")],
                vec![json!("a"), json!("@b"), json!("a@")],
                vec![],
            ],
        ),
        (
            "ipv4",
            [
                vec![json!("127.0.0.1")],
                vec![json!("127.0.0.256"), json!("::1"), json!("01.2.3.4")],
                vec![],
            ],
        ),
        (
            "ipv6",
            [
                vec![json!("::1"), json!("::ffff:1.2.3.4")],
                vec![json!("127.0.0.1"), json!(":::"), json!("fe80::1%1")],
                vec![],
            ],
        ),
        ("ip", [vec![json!("::1"), json!("127.0.0.1")], vec![], vec![json!("a")]]),
        ("url", [vec![json!("https://é.example/ä b")], vec![], vec![json!("a")]]),
        ("required", [vec![json!("a")], vec![], vec![Value::Null]]),
        ("inner", [vec![json!(["a"]), json!([])], vec![], vec![json!([""])]]),
        ("foreign", [vec![json!("::1")], vec![], vec![]]),
        ("masked", [vec![json!("***"), json!("")], vec![], vec![]]),
        ("words", [vec![json!("four"), json!("🦀🦀🦀🦀")], vec![json!("one")], vec![]]),
        ("skipped", [vec![json!(""), json!(long)], vec![], vec![]]),
    ])
}
