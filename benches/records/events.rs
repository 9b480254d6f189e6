//! Ours: an order with three versions, two masked fields and a list.

use rust_decimal::Decimal;
use uuid::Uuid;
use versioned_events::{Event, Schema};

#[derive(Clone, PartialEq, Event)]
#[event(type = "order.paid", version = 3, key = "order_id", source = "shop/billing")]
pub struct OrderPaid {
    pub order_id: Uuid,
    #[field(renamed(from = "total", until = 1))]
    pub amount: Decimal,
    #[field(since = 2, default = "EUR")]
    pub currency: Currency,
    pub customer: String,
    #[field(masked)]
    pub email: Option<String>,
    #[field(masked(last = 4))]
    pub card_number: String,
    pub line_items: Vec<LineItem>,
    #[field(since = 3)]
    pub note: Option<String>,
}

#[derive(Clone, PartialEq, Schema)]
pub struct LineItem {
    pub product_id: Uuid,
    pub name: String,
    pub quantity: u32,
    pub price: Decimal,
}

#[derive(Clone, Copy, PartialEq, Schema)]
#[schema(rename_all = "UPPERCASE")]
pub enum Currency {
    Eur,
    Usd,
}

/// What a shop sells: titles of 59 to 126 bytes, some with more than ASCII in them.
const TITLES: [&str; 7] = [
    "Cordless drill driver, 18 V, two speeds, with two batteries and case",
    "Café crème cups, set of six, hand-made, dishwasher-safe, 180 ml each, light grey",
    "Rain jacket for children, recycled polyester, reflective, size 128",
    "Mechanical keyboard, 87 keys, aluminium frame, German layout (QWERTZ), black",
    "Fjällräven backpack, 16 l, navy, with a padded seat and a laptop sleeve",
    "Desk lamp with dimmer, warm white, 480 lm, clamp and cable of 2 m, energy class F, bulb included, spare parts for seven years",
    "Garden hose, 25 m, 13 mm (1/2 inch), frost-proof, with connectors, spray gun and wall bracket, 12 years of warranty, made in Ulm",
];

/// An order with that many line items.
pub fn order(items: usize) -> OrderPaid {
    let line_items = (0..items).zip(TITLES.iter().cycle()).map(|(at, title)| LineItem {
        product_id: Uuid::from_u128(0x0198_0000_0003_7000_8000_0000_0000_0000 + 77 * at as u128),
        name: (*title).to_owned(),
        quantity: 1 + at as u32 % 7,
        price: Decimal::new(1050 + 37 * at as i64, 2),
    });
    OrderPaid {
        order_id: Uuid::from_u128(0x0198_0000_0002_7000_8000_0000_0000_0001),
        amount: Decimal::new(12_345, 2),
        currency: Currency::Usd,
        customer: "c-4711".to_owned(),
        email: (items > 0).then(|| "ann@example.org".to_owned()),
        card_number: "4111111111111111".to_owned(),
        line_items: line_items.collect(),
        note: (items > 0).then(|| "Leave it with the neighbours".to_owned()),
    }
}
