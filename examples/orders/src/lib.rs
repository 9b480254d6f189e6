//! The events of a shop: what its services publish, and how that changed.

use std::fmt;

use rust_decimal::Decimal;
use uuid::Uuid;
use versioned_events::{Event, EventSet, Mask, Schema};

/// A customer opened an account.
#[derive(Clone, PartialEq, Event)]
#[event(type = "user.created", version = 2, key = "user_id", source = "shop/accounts", debug)]
pub struct UserCreated {
    pub user_id: Uuid,
    #[field(masked)]
    pub email: String,
    #[field(masked)]
    pub name: String,
    /// Where the customer lives.
    #[field(since = 2)]
    pub country: Option<Country>,
    #[field(deprecated = "ask the newsletter service")]
    pub newsletter: Option<bool>,
}

/// An order was paid in full.
#[derive(Clone, PartialEq, Event)]
#[event(type = "order.paid", version = 3, key = "order_id", source = "shop/billing", debug)]
#[event(alias = "order.payed", removed(name = "coupon", type = "Option<String>", until = 2))]
pub struct OrderPaid {
    pub order_id: Uuid,
    pub customer_id: Uuid,
    /// What was paid, taxes included.
    #[field(renamed(from = "total", until = 1))]
    pub amount: Decimal,
    #[field(since = 2, default = "EUR")]
    pub currency: Currency,
    #[field(holds(1, until = 2))]
    pub line_items: Vec<LineItem>,
    pub ship_to: Option<Address>,
    #[field(masked(last = 4))]
    pub card_number: String,
    #[field(since = 3)]
    pub paid_with: Option<PaymentMethod>,
}

/// Some pieces of one product.
#[derive(Clone, PartialEq, Schema)]
#[schema(version = 2, debug)]
pub struct LineItem {
    pub product_id: Uuid,
    pub name: String,
    pub quantity: u32,
    /// Of one piece.
    pub price: Decimal,
    /// What was taken off the price of one piece.
    #[field(since = 2, default)]
    pub discount: Decimal,
}

/// Where a parcel goes.
#[derive(Clone, PartialEq, Schema)]
#[schema(debug)]
pub struct Address {
    #[field(masked)]
    pub street: String,
    pub city: String,
    pub country: Country,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Schema)]
#[schema(rename_all = "UPPERCASE")]
pub enum Country {
    De,
    Fr,
    It,
    Pl,
    Pt,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Schema)]
#[schema(rename_all = "UPPERCASE")]
pub enum Currency {
    Eur,
    Pln,
    Usd,
}

#[derive(Clone, PartialEq, Schema)]
#[schema(tag = "kind", rename_all = "snake_case", debug)]
pub enum PaymentMethod {
    Card {
        #[field(masked)]
        holder: String,
    },
    Voucher {
        #[field(masked(last = 4))]
        code: String,
    },
    Invoice,
}

/// Everything that this consumer understands.
#[derive(Clone, Debug, PartialEq, EventSet)]
pub enum ShopEvent {
    UserCreated(UserCreated),
    OrderPaid(OrderPaid),
}

impl fmt::Display for ShopEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UserCreated(user) => {
                write!(f, "{} <{}>", user.name.mask(None), user.email.mask(None))?;
                user.country.map_or(Ok(()), |country| write!(f, " in {country:?}"))
            }
            Self::OrderPaid(order) => {
                let pieces: u32 = order.line_items.iter().map(|item| item.quantity).sum();
                let currency = format!("{:?}", order.currency).to_uppercase();
                write!(f, "{} {currency}, pieces: {pieces}", order.amount)?;
                if let Some(address) = &order.ship_to {
                    write!(f, ", to {}", address.city)?;
                }
                write!(f, ", card {}", order.card_number.mask(Some(4)))
            }
        }
    }
}
