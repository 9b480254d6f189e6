#![allow(dead_code)]

use garde::Validate;
use uuid::Uuid;
use versioned_events::{Event, Schema};

/// What a variant holds has rules as fields have them, where somebody checks them.
#[derive(Validate, Event)]
#[event(type = "order.paid", version = 1, key = "id", validate)]
struct OrderPaid {
    #[garde(skip)]
    id: Uuid,
    #[garde(dive)]
    coupon: Coupon,
    #[garde(dive)]
    other_coupon: OtherCoupon,
    #[garde(skip)]
    unchecked: OtherCoupon,
}

#[derive(Validate, Schema)]
enum Coupon {
    Code(#[garde(length(min = 4, max = 9))] String),
}

#[derive(Validate, Schema)]
enum OtherCoupon {
    Percent(#[garde(range(max = 50))] u8),
}
