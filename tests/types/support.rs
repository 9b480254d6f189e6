//! One line a value: how it is written, what is read as it, what is refused.

use uuid::Uuid;
use versioned_events::{Code, EncodeCode, Envelope, Event, diagnose};

pub(crate) fn record(data: &str) -> String {
    format!(
        r#"{{"id":"{}","type":"a.b","source":"","occurred_at":"2026-05-01T10:00:00Z","schema_version":1,"data":{data}}}"#,
        Uuid::nil()
    )
}

pub(crate) fn read<E: Event>(data: &str) -> E {
    Envelope::from_json(record(data).as_bytes())
        .unwrap_or_else(|error| panic!("{data}: {error}"))
        .data
}

pub(crate) fn written<E: Event>(event: E) -> String {
    let record = String::from_utf8(Envelope::new(event).to_json().unwrap()).unwrap();
    record.split_once(r#","data":"#).unwrap().1.strip_suffix('}').unwrap().to_owned()
}

pub(crate) fn refused<E: Event>(data: &str) -> (Code, String) {
    let bytes = record(data).into_bytes();
    let Err(error) = Envelope::<E>::from_json(&bytes) else { panic!("was read: {data}") };
    assert_eq!(diagnose::<E>(&bytes)[0], error, "{data}");
    (error.code(), error.path().to_owned())
}

pub(crate) fn unwritable<E: Event>(event: E) -> (EncodeCode, String) {
    let error = Envelope::new(event).to_json().unwrap_err();
    (error.code(), error.path().to_owned())
}

/// An event that holds a list of the type in question.
macro_rules! lists {
    ($type:ty) => {
        #[derive(Event)]
        #[event(type = "a.b", version = 1, keyless)]
        struct Lists {
            list: Vec<$type>,
        }
    };
}

/// `value <=> json`: the value is written so, and read from it.
macro_rules! same {
    ($($type:ty { $($value:expr => $json:expr;)* })*) => {$({
        lists!($type);
        $(
            let (value, json): ($type, String) = ($value, format!(r#"{{"list":[{}]}}"#, $json));
            assert_eq!(read::<Lists>(&json).list[0], value, "{json} as {}", stringify!($type));
            assert_eq!(written(Lists { list: vec![value] }), json, "{}", stringify!($type));
        )*
    })*};
}

/// `json => value`: also read so, though written in another way.
macro_rules! reads {
    ($($type:ty { $($json:expr => $value:expr;)* })*) => {$({
        lists!($type);
        $(
            let (json, value): (_, $type) = (format!(r#"{{"list":[{}]}}"#, $json), $value);
            assert_eq!(read::<Lists>(&json).list[0], value, "{json} as {}", stringify!($type));
        )*
    })*};
}

/// Each of these texts is refused with that code, with the path of the third item.
macro_rules! refuses {
    ($($type:ty, $good:expr => $code:ident: $($json:expr),+;)*) => {$({
        lists!($type);
        $(
            let data = format!(r#"{{"list":[{good},{good},{},{good}]}}"#, $json, good = $good);
            let expected = (Code::$code, "$.data.list[2]".to_owned());
            assert_eq!(refused::<Lists>(&data), expected, "{data} as {}", stringify!($type));
        )*
    })*};
}

/// Each of these values cannot be written, with the path of the third item.
macro_rules! unwritable {
    ($($type:ty, $good:expr => $code:ident: $($value:expr),+;)*) => {$({
        lists!($type);
        $(
            let list = vec![$good, $good, $value, $good];
            let expected = (EncodeCode::$code, "$.data.list[2]".to_owned());
            assert_eq!(unwritable(Lists { list }), expected, "{}", stringify!($value));
        )*
    })*};
}
