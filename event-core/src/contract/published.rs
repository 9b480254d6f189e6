//! Events that register themselves when `cargo event` builds a package.

use event_contract::Outcome;
use uuid::Uuid;

use crate::encode::{Encode, In, View};
use crate::envelope::Envelope;
use crate::event::Event;
use crate::schema::EventSchema;

/// An event of a package, with what `cargo event` has to know of it.
#[derive(Clone, Copy, Debug)]
pub struct Published {
    /// What the code says of it.
    pub schema: &'static EventSchema,
    /// The first version that its own struct describes.
    pub described_from: u32,
    /// The Rust name of the type.
    pub name: &'static str,
    /// The directory of the package.
    pub package: &'static str,
    /// The source file of the type, as the compiler was told of it.
    pub file: &'static str,
    /// The directory of its contracts inside the package.
    pub contracts: &'static str,
    /// What today's code makes of a payload of a version.
    pub(crate) remake: fn(&[u8], u32) -> Outcome,
}

impl Published {
    /// An event.
    #[must_use]
    pub const fn new<E: Event>(
        name: &'static str,
        package: &'static str,
        file: &'static str,
        contracts: &'static str,
    ) -> Self {
        let schema = E::SCHEMA;
        let described_from = schema.described_from;
        Self { schema, described_from, name, package, file, contracts, remake: remake::<E> }
    }
}

inventory::collect!(Published);

/// What ids of unmasked text are named under (RFC 9562, section 5.5). Never changes.
const UNMASKED: Uuid = Uuid::from_u128(0x0b6f_4d0e_9a53_4c27_8f7e_61d2_c5a9_1e84);

/// Reads a payload and writes it again. What is masked is compared by the id of its text alone.
fn remake<E: Event>(payload: &[u8], version: u32) -> Outcome {
    let event = match Envelope::<E>::from_payload(payload, version) {
        Ok(envelope) => envelope.data,
        Err(error) => return Outcome::Refused(format!("{} at {}", error.code(), error.path())),
    };
    let masked = json(&event, View::MASKED);
    let unmasked = json(&event, View::UNMASKED);
    match (masked.as_deref().map(serde_json::from_str), masked == unmasked, unmasked) {
        (Some(Ok(value)), true, _) => Outcome::Value(value, None),
        (Some(Ok(value)), false, Some(unmasked)) => {
            let id = Uuid::new_v5(&UNMASKED, unmasked.as_bytes());
            Outcome::Value(value, Some(id.as_hyphenated().to_string()))
        }
        _ => Outcome::Refused("it cannot be written again".to_owned()),
    }
}

fn json<E: Encode>(event: &E, view: View) -> Option<String> {
    serde_json::to_string(&In(event, view)).ok()
}

/// Registers an event. The derives write it when `cargo event` builds.
#[doc(hidden)]
#[macro_export]
macro_rules! __published {
    ($event:ty, $contracts:literal) => {
        $crate::__private::inventory::submit! {
            $crate::contract::Published::new::<$event>(
                ::core::stringify!($event),
                ::core::env!("CARGO_MANIFEST_DIR"),
                ::core::file!(),
                $contracts,
            )
        }
    };
}
