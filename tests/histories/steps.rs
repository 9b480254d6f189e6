//! Steps between types: `upcast_from`, `try_upcast_from`, `oldest`, and chains of them.

use serde_json::json;
use versioned_events::{Code, Envelope, Event, EventSet, Openness};

use crate::support::{read, refused, taken, written};

/// Versions 1 and 2: one text with everything in it.
#[derive(Clone, Debug, PartialEq, Event)]
#[event(type = "order.paid", version = 2, key = "id")]
struct OrderPaidV2 {
    id: u32,
    #[field(renamed(from = "sum", until = 1))]
    total: String,
}

/// Versions 3 and 4: two numbers; `coupon` came and went in between.
#[derive(Clone, Debug, PartialEq, Event)]
#[event(type = "order.paid", version = 4, key = "id", oldest = 3)]
#[event(try_upcast_from(OrderPaidV2, back = before))]
#[event(removed(name = "coupon", type = "Option<String>", since = 3, until = 3, lossy))]
struct OrderPaidV4 {
    id: u32,
    euros: u32,
    #[field(since = 4, default)]
    cents: u32,
}

/// Versions 5 and 6: one number again.
#[derive(Clone, Debug, PartialEq, Event)]
#[event(type = "order.paid", version = 6, key = "order_id", oldest = 5)]
#[event(upcast_from = OrderPaidV4)]
struct OrderPaid {
    #[field(renamed(from = "id", until = 5))]
    order_id: u32,
    cents: u32,
}

/// What is wrong with a total.
#[derive(Debug)]
struct NoTotal(String);

impl std::fmt::Display for NoTotal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}` is no total", self.0)
    }
}

impl TryFrom<OrderPaidV2> for OrderPaidV4 {
    type Error = NoTotal;

    fn try_from(order: OrderPaidV2) -> Result<Self, NoTotal> {
        match order.total.parse() {
            Ok(euros) => Ok(Self { id: order.id, euros, cents: 0 }),
            Err(_) => Err(NoTotal(order.total)),
        }
    }
}

fn before(order: &OrderPaidV4) -> OrderPaidV2 {
    OrderPaidV2 { id: order.id, total: order.euros.to_string() }
}

impl From<OrderPaidV4> for OrderPaid {
    fn from(order: OrderPaidV4) -> Self {
        Self { order_id: order.id, cents: order.euros * 100 + order.cents }
    }
}

#[test]
fn a_chain_of_types_reads_every_version_of_each() {
    assert_eq!((OrderPaid::OLDEST, OrderPaid::VERSION), (1, 6));
    assert_eq!((OrderPaidV4::OLDEST, OrderPaidV4::VERSION), (1, 4));
    let order = |cents| OrderPaid { order_id: 7, cents };
    for (payload, version, expected) in [
        (json!({"id": 7, "sum": "12"}), 1, order(1200)),
        (json!({"id": 7, "total": "12"}), 2, order(1200)),
        (json!({"id": 7, "euros": 12, "coupon": "X"}), 3, order(1200)),
        (json!({"id": 7, "euros": 12, "cents": 34}), 4, order(1234)),
        (json!({"id": 7, "cents": 1234}), 5, order(1234)),
        (json!({"order_id": 7, "cents": 1234}), 6, order(1234)),
    ] {
        assert_eq!(taken::<OrderPaid>(&payload, version), expected, "version {version}");
    }
}

#[test]
fn each_version_is_refused_along_the_type_that_describes_it() {
    for (payload, version, problem) in [
        (json!({"id": 7, "total": "12"}), 1, "missing_field at $.sum"),
        (json!({"id": 7, "euros": 12, "coupon": 5}), 3, "type_mismatch at $.coupon"),
        (json!({"id": 7, "euros": 12}), 4, "missing_field at $.cents"),
        (json!({"id": 7, "cents": 12}), 6, "missing_field at $.order_id"),
    ] {
        assert_eq!(refused::<OrderPaid>(&payload, version), problem);
    }
    let zero = Envelope::<OrderPaid>::from_payload(b"{}", 0).unwrap_err();
    assert_eq!(zero.code(), Code::UnknownVersion);
}

#[test]
fn a_failing_step_is_an_error_of_its_own_that_shows_no_value() {
    let payload = br#"{"id": 7, "sum": "secret twelve"}"#;
    for (error, path) in [
        (Envelope::<OrderPaid>::from_payload(payload, 1).unwrap_err(), "$"),
        (
            Envelope::<OrderPaid>::from_json(
                br#"{"id": "01980000-0001-7000-8000-000000000001", "type": "order.paid", "source": "s",
                    "occurred_at": "2026-05-01T10:00:00Z", "data": {"id": 7, "sum": "secret twelve"}}"#,
            )
            .unwrap_err(),
            "$.data",
        ),
        (
            Envelope::<OrderPaid>::from_json(
                br#"{"id": "01980000-0001-7000-8000-000000000001", "type": "order.paid", "source": "s",
                    "schema_version": 1, "occurred_at": "2026-05-01T10:00:00Z",
                    "data": {"id": 7, "sum": "secret twelve"}, "more": {"after": [1, 2]}}"#,
            )
            .unwrap_err(),
            "$.data",
        ),
    ] {
        assert_eq!((error.code(), error.path()), (Code::UpcastFailed, path));
        let shown = format!("{error} {error:?} {}", error.help());
        assert!(!shown.contains("secret") && shown.contains("NoTotal"), "{shown}");
        assert_eq!(error.unmasked_conversion_text(), Some("`secret twelve` is no total"));
    }
}

#[test]
fn each_version_has_the_schema_of_its_own_type() {
    let schema = |version| OrderPaid::SCHEMA.json_schema(version, Openness::Closed).unwrap();
    assert_eq!(schema(1)["title"], "OrderPaidV2");
    assert_eq!(schema(1)["$id"], "urn:event:order.paid:1");
    assert_eq!(schema(3)["title"], "OrderPaidV4");
    assert_eq!(schema(6)["x-key"], json!(["order_id"]));
    assert_eq!(schema(4)["x-key"], json!(["id"]));
    assert_eq!(schema(1), OrderPaidV2::SCHEMA.json_schema(1, Openness::Closed).unwrap());
}

#[test]
fn older_readers_end_where_the_struct_begins() {
    assert_eq!(OrderPaidV4::SCHEMA.min_reader, 3);
    assert_eq!(OrderPaid::SCHEMA.min_reader, 6);
    assert_eq!(OrderPaid::SCHEMA.min_reader_of(5), 5);
    assert_eq!(OrderPaid::SCHEMA.min_reader_of(4), 3);
    assert_eq!(OrderPaid::SCHEMA.min_reader_of(2), 2);
}

#[test]
fn a_step_is_written_back_where_there_is_a_way_back() {
    let order = OrderPaidV4 { id: 7, euros: 12, cents: 0 };
    assert_eq!(written(order.clone(), 1).unwrap(), json!({"id": 7, "sum": "12"}));
    assert_eq!(written(order.clone(), 2).unwrap(), json!({"id": 7, "total": "12"}));
    assert_eq!(written(order.clone(), 3).unwrap(), json!({"id": 7, "euros": 12}));
    // Cents have no place in a text of euros, and nobody said that they may be dropped.
    let odd = OrderPaidV4 { cents: 34, ..order.clone() };
    assert_eq!(written(odd, 2).unwrap_err(), "would_be_lost at $.data");
    let typed = Envelope::new(order).to_json_as::<1>().unwrap();
    let typed: serde_json::Value = serde_json::from_slice(&typed).unwrap();
    assert_eq!((&typed["schema_version"], typed.get("min_reader_version")), (&json!(1), None));

    let order = OrderPaid { order_id: 7, cents: 1234 };
    assert_eq!(written(order.clone(), 5).unwrap(), json!({"id": 7, "cents": 1234}));
    assert_eq!(written(order.clone(), 4).unwrap_err(), "not_writable at $.data");
    for unknown in [0, 7, u32::MAX] {
        let error = written(order.clone(), unknown).unwrap_err();
        assert_eq!(error, "unknown_version at $.schema_version");
    }
}

/// `oldest` alone: what was before is no longer read.
#[derive(Debug, PartialEq, Event)]
#[event(type = "stock.moved", version = 4, keyless, oldest = 3)]
struct StockMoved {
    quantity: u32,
    #[field(since = 4, default = 1)]
    shelf: u32,
}

#[test]
fn versions_before_the_oldest_are_refused_by_name() {
    assert_eq!(
        taken::<StockMoved>(&json!({"quantity": 2}), 3),
        StockMoved { quantity: 2, shelf: 1 }
    );
    let error = Envelope::<StockMoved>::from_payload(br#"{"quantity": 2}"#, 2).unwrap_err();
    assert_eq!(error.code(), Code::UnknownVersion);
    assert_eq!(error.expected(), Some("version 3 to 4"));
    assert_eq!(StockMoved::SCHEMA.json_schema(2, Openness::Open), None);
    assert_eq!(StockMoved::SCHEMA.min_reader, 3);
}

#[derive(Debug, PartialEq, EventSet)]
enum Shop {
    Order(OrderPaid),
    Stock(StockMoved),
}

#[test]
fn a_set_reads_through_steps_like_the_event_alone() {
    let read_in_set = |version, payload: &[u8]| {
        Envelope::<Shop>::from_payload_of("order.paid", payload, version).map(|read| read.data)
    };
    let payload = json!({"id": 7, "sum": "12"});
    let alone = read::<OrderPaid>(&payload, 1).unwrap();
    let in_set = read_in_set(1, payload.to_string().as_bytes()).unwrap();
    assert_eq!(in_set, Shop::Order(alone));
}

/// The same step as a lossy one.
#[derive(Clone, Debug, PartialEq, Event)]
#[event(type = "order.paid", version = 3, key = "id")]
#[event(try_upcast_from(OrderPaidV2, back = in_euros, lossy))]
struct OrderPaidV3 {
    id: u32,
    cents: u32,
}

fn in_euros(order: &OrderPaidV3) -> OrderPaidV2 {
    OrderPaidV2 { id: order.id, total: (order.cents / 100).to_string() }
}

impl TryFrom<OrderPaidV2> for OrderPaidV3 {
    type Error = NoTotal;

    fn try_from(order: OrderPaidV2) -> Result<Self, NoTotal> {
        OrderPaidV4::try_from(order).map(|order| Self { id: order.id, cents: order.euros * 100 })
    }
}

#[test]
fn a_lossy_step_drops_what_the_earlier_event_has_no_place_for() {
    let odd = OrderPaidV3 { id: 7, cents: 1234 };
    assert_eq!(written(odd, 2).unwrap(), json!({"id": 7, "total": "12"}));
}
