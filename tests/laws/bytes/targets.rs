//! The properties, one for each way in.

use std::collections::BTreeSet;
use std::fmt::Debug;

use serde_json::Value;
use serde_json::value::RawValue;
use versioned_events::registry::SchemaId;
use versioned_events::{Code, DecodeError, Envelope, EventSet, Limits, Registry, Trace, diagnose};

use super::errors::is_silent;
use super::reading::{holds, reads};
use super::twin;
use crate::events::{self, Shop};
use crate::shop::{AnyEvent, OrderPaid, ShopEvent, UserCreated};

/// A single event, of which there are several versions, or types of every kind.
pub fn event(bytes: &[u8]) {
    let _ = reads::<OrderPaid>(bytes);
    let _ = reads::<events::OrderPaid>(bytes);
    let _ = reads::<events::Pushed>(bytes);
}

/// A set gives what one of its events gives alone, be it a value or an error.
pub fn set(bytes: &[u8]) {
    let shop = reads::<ShopEvent>(bytes);
    let paid = reads::<OrderPaid>(bytes).map(|event| event.map(ShopEvent::OrderPaid));
    let created = reads::<UserCreated>(bytes).map(|event| event.map(ShopEvent::UserCreated));
    assert!(shop == paid || shop == created, "{shop:?} {paid:?} {created:?}");
    let any = reads::<AnyEvent>(bytes);
    match (&any, paid) {
        (Ok(Envelope { data: AnyEvent::Unknown(raw), .. }), paid) => {
            assert_eq!(paid.err().map(|error| error.code()), Some(Code::UnknownType));
            assert!(serde_json::from_str::<&RawValue>(raw.unmasked_json()).is_ok());
        }
        (Ok(Envelope { data: AnyEvent::OrderPaid(order), .. }), paid) => {
            assert_eq!(paid.unwrap().data, ShopEvent::OrderPaid(order.clone()));
        }
        // Another type is no problem of this set, which has others then.
        (Err(_), Err(error)) if error.code() == Code::UnknownType => {}
        (Err(error), paid) => assert_eq!(paid.as_ref(), Err(error)),
    }
    let _ = reads::<Shop>(bytes);
}

/// Every line of a batch gives what it gives alone.
pub fn batch(bytes: &[u8]) {
    let limits = Limits::DEFAULT.bytes(300).depth(4);
    let records = || bytes.split(|byte| *byte == b'\n');
    let all = Envelope::<ShopEvent>::decode_batch(records());
    let within = Envelope::<ShopEvent>::decode_batch_within(records(), limits);
    let mut count = 0;
    for (index, ((record, of_batch), of_batch_within)) in records().zip(all).zip(within).enumerate()
    {
        for (alone, of_batch) in [
            (Envelope::from_json(record), of_batch),
            (Envelope::from_json_within(record, &limits), of_batch_within),
        ] {
            assert!(of_batch.as_ref().err().is_none_or(|bad| bad.index == index));
            assert_eq!(of_batch.map_err(|bad| bad.error), alone);
        }
        count += 1;
    }
    assert_eq!(count, records().count());
}

/// Within lower limits a record gives the same, or the error that says which limit it is beyond.
pub fn limits(bytes: &[u8]) {
    let deepest = depth(bytes);
    for limits in [
        Limits::DEFAULT.bytes(bytes.len()).depth(deepest),
        Limits::DEFAULT.bytes(bytes.len().saturating_sub(1)),
        Limits::DEFAULT.depth(deepest.saturating_sub(1)),
        Limits::DEFAULT.bytes(0).depth(0),
    ] {
        let within = Envelope::<ShopEvent>::from_json_within(bytes, &limits);
        holds(&within, bytes);
        let same = Envelope::<ShopEvent>::from_json(bytes);
        if bytes.len() > limits.bytes {
            assert_eq!(within.unwrap_err().code(), Code::TooLarge);
        } else if same.is_ok() && limits.depth < deepest.min(Limits::DEEPEST) {
            // From there on the reader counts by itself, and not in what it steps over.
            assert_eq!(within.unwrap_err().code(), Code::TooDeep);
        } else if within.as_ref().err().is_none_or(|error| error.code() != Code::TooDeep) {
            assert_eq!(within, same);
        }
    }
}

/// How deep lists and objects lie inside each other, in a text that is JSON.
fn depth(bytes: &[u8]) -> usize {
    let (mut depth, mut deepest, mut in_text, mut escaped) = (0usize, 0, false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_text,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => depth += 1,
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// `diagnose` finds nothing exactly in what is read. Else it finds at most twenty problems, in the
/// order of the record, and first the one that reading reports.
pub fn problems(bytes: &[u8]) {
    are_problems_of::<ShopEvent>(bytes);
    are_problems_of::<AnyEvent>(bytes);
    are_problems_of::<Shop>(bytes);
    are_problems_of::<OrderPaid>(bytes);
}

fn are_problems_of<S: EventSet + Debug>(bytes: &[u8]) {
    let problems = diagnose::<S>(bytes);
    let error = Envelope::<S>::from_json(bytes).err();
    assert_eq!(problems.first(), error.as_ref(), "{problems:?}");
    assert!(problems.len() <= 20);
    assert!(problems.is_sorted_by_key(DecodeError::offset), "{problems:?}");
    problems.iter().for_each(|problem| is_silent(problem, bytes));
}

/// The reader and serde's derives on a struct written by hand take the same records for the same
/// values.
pub fn against_serde_json(bytes: &[u8]) {
    let ours = Envelope::<OrderPaid>::from_json(bytes);
    match (twin::read(bytes), ours) {
        (Some(theirs), Ok(ours)) => assert_eq!(theirs, ours),
        (None, Err(_)) => {}
        (theirs, ours) => panic!("{theirs:?} {ours:?} {}", String::from_utf8_lossy(bytes)),
    }
}

/// Two schemas on two lines: the registry takes both for one version exactly if they are the same.
pub fn registry(bytes: &[u8]) {
    let mut lines = bytes.splitn(2, |byte| *byte == b'\n');
    let mut schema = || serde_json::from_slice::<Value>(lines.next()?).ok();
    let Some(first) = schema() else { return };
    let second = schema().unwrap_or(Value::Bool(true));
    let mut registry = Registry::new();
    let is_schema = |value: &Value| value.is_object() || value.is_boolean();
    let taken = registry.register_schema("a.b", 1, first.clone());
    assert_eq!(taken.is_ok(), is_schema(&first));
    if taken.is_err() {
        return;
    }
    registry.register_schema("a.b", 1, first.clone()).unwrap();
    assert_eq!(registry.schema("a.b", 1).unwrap().schema, first);
    let same = SchemaId::of(&first) == SchemaId::of(&second);
    let again = registry.register_schema("a.b", 1, second.clone());
    assert_eq!(again.is_ok(), is_schema(&second) && same, "{first} {second}");
    if let Err(error) = again {
        assert!(!format!("{error} {}", error.help()).is_empty());
    }
    let known: BTreeSet<_> = registry.iter().map(|schema| schema.id).collect();
    assert_eq!(known, BTreeSet::from([SchemaId::of(&first)]));
}

/// The ids of a trace header are those that stand in it.
pub fn traceparent(bytes: &[u8]) {
    let Ok(header) = std::str::from_utf8(bytes) else { return };
    let Some(trace) = Trace::from_traceparent(header) else { return };
    let span = trace.span_id.map(|span| span.to_string()).unwrap_or_default();
    let ids = format!("{}-{span}", trace.trace_id);
    assert_eq!(header.get(3..52), Some(&*ids));
    assert_eq!(Trace::from_traceparent(&format!("00-{ids}-01")), Some(trace));
}
