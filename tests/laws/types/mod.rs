//! One table of every type that a field can have. The laws run over each row.
//!
//! A row is a field: its type, how to make any value of it, and, if it is masked, its masked form.
//! The rows of a table are the fields of one event.

mod containers;
mod documented;
mod keys;
mod masked;
mod nested;
mod numbers;
mod texts;

/// Every type that has a row, as it is written there.
const TABLES: &[&[&str]] = &[
    containers::lists::TYPES,
    containers::tuples::TYPES,
    keys::sorted::TYPES,
    keys::hashed::TYPES,
    masked::texts::TYPES,
    masked::functions::TYPES,
    nested::types::TYPES,
    nested::foreign::TYPES,
    numbers::small::TYPES,
    numbers::large::TYPES,
    texts::texts::TYPES,
    texts::times::TYPES,
];

/// `mod lists: "lists.tried" { name: Type = any value of it; }`, with `=> masked form` if it is.
macro_rules! table {
    ($table:ident: $event_type:tt {
        $($(#[$attribute:meta])* $name:ident: $type:ty = $any:expr $(=> $masked:expr)?;)*
    }) => {
        pub(super) mod $table {
            use proptest::strategy::{BoxedStrategy, Just, Strategy};
            use versioned_events::{Event, EventSet, RawEvent};

            use super::*;
            use crate::events::OrderSent;

            pub(crate) const TYPES: &[&str] = &[$(stringify!($type)),*];

            #[derive(Clone, PartialEq, Event)]
            #[event(type = $event_type, version = 1, keyless, debug)]
            struct Tried {
                $($(#[$attribute])* $name: $type,)*
            }

            #[derive(Debug, PartialEq, EventSet)]
            #[allow(clippy::large_enum_variant, reason = "as in most sets")]
            enum Set {
                Sent(OrderSent),
                Tried(Tried),
                #[event(other)]
                Unknown(RawEvent),
            }

            impl crate::law::Tried for Tried {
                type Set = Set;

                fn any() -> BoxedStrategy<Self> {
                    fields_of_any!($($any;)*)
                        .prop_map(|fields_called!($($name)*)| Self { $($name,)* })
                        .boxed()
                }

                fn masked(&self) -> Self {
                    #[allow(unused_mut, reason = "most tables have nothing masked")]
                    let mut masked = self.clone();
                    $($(masked.$name = ($masked)(&self.$name);)?)*
                    masked
                }

                fn in_set(self) -> Set {
                    Set::Tried(self)
                }
            }

            try_laws!(Tried);
        }
    };
}
use table;

/// `(any, (any, ()))`: a tuple as long as it has to be.
macro_rules! fields_of_any {
    () => { Just(()) };
    ($any:expr; $($more:tt)*) => { ($any.boxed(), fields_of_any!($($more)*).boxed()) };
}
use fields_of_any;

/// `(name, (name, ()))`: the same as a pattern.
macro_rules! fields_called {
    () => { () };
    ($name:ident $($more:ident)*) => { ($name, fields_called!($($more)*)) };
}
use fields_called;
