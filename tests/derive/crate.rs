//! `crate = "path"`: what generated code names

use versioned_events::Envelope;

/// Somebody who re-exports the facade.
mod prelude {
    pub(crate) use versioned_events::__private;
}

mod without_the_facade {
    use event_derive::{Event, EventSet, Schema};

    #[derive(Clone, Copy, Schema)]
    #[schema(crate = "event_core", debug, serde)]
    pub(crate) enum Kind {
        A,
    }

    #[derive(Event)]
    #[event(type = "a.b", version = 2, keyless, crate = "event_core", debug, serde)]
    pub(crate) struct Core {
        #[field(since = 2, default = "A")]
        pub(crate) kind: Kind,
        #[field(since = 2, default, masked)]
        pub(crate) secret: String,
    }

    #[derive(EventSet)]
    #[event(crate = "event_core")]
    pub(crate) enum Set {
        Core(Core),
    }
}

mod through_a_module {
    use versioned_events::Event;

    #[derive(Event)]
    #[event(type = "a.c", version = 1, keyless, crate = "crate::krate::prelude")]
    pub(crate) struct Reexported {
        pub(crate) n: u8,
    }
}

#[test]
fn event_core_and_the_derives_work_without_the_facade() {
    let record = crate::support::record("a.b", 1, "{}");
    let set = Envelope::<without_the_facade::Set>::from_json(record.as_bytes()).unwrap();
    let without_the_facade::Set::Core(core) = &set.data;
    assert_eq!(format!("{core:?}"), r#"Core { kind: A, secret: "***" }"#);
    assert!(matches!(core.kind, without_the_facade::Kind::A) && core.secret.is_empty());
    let json = crate::support::payload_of(&set.to_json().unwrap());
    assert_eq!(json, r#"{"kind":"A","secret":"***"}"#);
}

#[test]
fn a_module_that_re_exports_works_too() {
    let json = crate::support::written(through_a_module::Reexported { n: 1 });
    assert_eq!(json, r#"{"n":1}"#);
}
