//! Sets of 2 and of 20 events, with the order as the first of them and as the last.

use uuid::Uuid;
use versioned_events::{Event, EventSet};

use crate::events::OrderPaid;

macro_rules! events {
    ($($name:ident $type:literal)*) => {$(
        #[derive(Clone, PartialEq, Event)]
        #[event(type = $type, version = 1, key = "order_id", source = "shop/orders")]
        pub struct $name {
            pub order_id: Uuid,
            pub by: String,
            pub because: Option<String>,
            pub pieces: Vec<u32>,
        }
    )*};
}

macro_rules! sets {
    ($($set:ident: $($name:ident)*;)*) => {$(
        #[allow(clippy::enum_variant_names, reason = "the events are called so")]
        #[derive(Clone, PartialEq, EventSet)]
        pub enum $set {
            $($name($name)),*
        }
    )*};
}

events! {
    OrderOpened "order.opened" OrderPriced "order.priced" OrderHeld "order.held"
    OrderFreed "order.freed" OrderPicked "order.picked" OrderPacked "order.packed"
    OrderSent "order.sent" OrderDelayed "order.delayed" OrderLost "order.lost"
    OrderFound "order.found" OrderHanded "order.handed" OrderReturned "order.returned"
    OrderChecked "order.checked" OrderRefunded "order.refunded" OrderRated "order.rated"
    OrderClosed "order.closed" OrderMerged "order.merged" OrderSplit "order.split"
    OrderErased "order.erased"
}

sets! {
    FirstOf2: OrderPaid OrderOpened;
    LastOf2: OrderOpened OrderPaid;
    FirstOf20: OrderPaid OrderOpened OrderPriced OrderHeld OrderFreed OrderPicked OrderPacked
        OrderSent OrderDelayed OrderLost OrderFound OrderHanded OrderReturned OrderChecked
        OrderRefunded OrderRated OrderClosed OrderMerged OrderSplit OrderErased;
    LastOf20: OrderOpened OrderPriced OrderHeld OrderFreed OrderPicked OrderPacked
        OrderSent OrderDelayed OrderLost OrderFound OrderHanded OrderReturned OrderChecked
        OrderRefunded OrderRated OrderClosed OrderMerged OrderSplit OrderErased OrderPaid;
}
