//! Bad records. The baseline gives serde_json's error, which quotes values and has a line and a
//! column; ours has a code, a path and no value.

use std::hint::black_box;

use versioned_events::{Code, Envelope};

use crate::by_hand::{self, FROM_SLICE};
use crate::events::OrderPaid;
use crate::harness::Bench;
use crate::samples::Sample;

const NOTE: &str = ",\"note\":\"Leave it with the neighbours\"";

pub fn compare(bench: &mut Bench, sample: &Sample) {
    let good = std::str::from_utf8(&sample.current).unwrap();
    let (most, _) = good.split_at(good.len() - 8);
    let without_customer = good.replace(",\"customer\":\"c-4711\"", "");
    let wrong_early = good.replace("\"card_number\":\"4111111111111111\"", "\"card_number\":41");
    let wrong_late = good.replace(NOTE, "").replace("}}", ",\"note\":7}}");
    let of_unknown_type = good.replace("\"order.paid\"", "\"order.lost\"");
    refuse(bench, "decode/bad/missing-field", &without_customer, Code::MissingField);
    refuse(bench, "decode/bad/wrong-type-early", &wrong_early, Code::TypeMismatch);
    refuse(bench, "decode/bad/wrong-type-late", &wrong_late, Code::TypeMismatch);
    refuse(bench, "decode/bad/truncated", most, Code::Truncated);
    bench.compare(
        "decode/bad/unknown-type",
        of_unknown_type.len(),
        "Envelope<OrderPaid> by hand, which takes it",
        || refused(&of_unknown_type, Code::UnknownType),
        || by_hand::read(black_box(of_unknown_type.as_bytes())).unwrap(),
    );
}

fn refuse(bench: &mut Bench, name: &str, record: &str, code: Code) {
    bench.compare(
        name,
        record.len(),
        FROM_SLICE,
        || refused(record, code),
        || by_hand::read(black_box(record.as_bytes())).err().unwrap(),
    );
}

fn refused(record: &str, code: Code) -> impl Sized {
    let error = Envelope::<OrderPaid>::from_json(black_box(record.as_bytes())).err().unwrap();
    assert_eq!(error.code(), code);
    error
}
