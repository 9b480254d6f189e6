//! cloudevents-sdk: the same order in a CloudEvents 1.0 envelope in structured mode, whose attributes
//! hold what our header holds.

use std::hint::black_box;

use cloudevents::{AttributesReader, Data, Event, EventBuilder, EventBuilderV10};
use serde_json::Value;

use crate::by_hand::{self, FROM_SLICE, OrderPaid, TO_VEC};
use crate::harness::Bench;
use crate::samples::Sample;

pub fn compare(bench: &mut Bench, sample: &Sample) {
    let order = by_hand::read(&sample.current).unwrap();
    let record = serde_json::to_vec(&wrap(&order)).unwrap();
    let decode = || read(black_box(&record));
    let baseline = || by_hand::read(black_box(&sample.current)).unwrap();
    bench.compare("peer/cloudevents-sdk/decode", record.len(), FROM_SLICE, decode, baseline);

    // From the order, because its payload has to become a `Value` first.
    let masked = by_hand::read(&sample.masked).unwrap();
    let encode = || serde_json::to_vec(&wrap(black_box(&masked))).unwrap();
    let baseline = || serde_json::to_vec(black_box(&masked)).unwrap();
    bench.compare("peer/cloudevents-sdk/encode", record.len(), TO_VEC, encode, baseline);
}

fn read(record: &[u8]) -> (Event, OrderPaid) {
    let mut event: Event = serde_json::from_slice(record).unwrap();
    assert_eq!(event.ty(), "order.paid");
    let (_, _, data) = event.take_data();
    let Some(Data::Json(data)) = data else { panic!("the payload is JSON") };
    (event, serde_json::from_value(data).unwrap())
}

fn wrap(order: &by_hand::Envelope<OrderPaid>) -> Event {
    let data: Value = serde_json::to_value(&order.data).unwrap();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    EventBuilderV10::new()
        .id(order.id.to_string())
        .ty(order.r#type.as_str())
        .source(order.source.as_str())
        .time(order.occurred_at)
        .extension("schemaversion", i64::from(order.schema_version))
        .extension("traceid", text(&order.trace_id))
        .extension("spanid", text(&order.span_id))
        .extension("correlationid", order.correlation_id.unwrap_or_default().to_string())
        .data("application/json", data)
        .build()
        .unwrap()
}
