//! Generated code compiles where nothing has its usual meaning.

#![no_implicit_prelude]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests")]

/// Names that generated code must not mean.
#[allow(dead_code, non_camel_case_types, reason = "they are here to be in the way")]
mod shadows {
    pub struct Result;
    pub struct Option;
    pub struct Some;
    pub struct None;
    pub struct Ok;
    pub struct Err;
    pub struct String;
    pub struct Vec;
    pub struct Box;
    pub struct Default;
    pub struct str;
    pub struct bool;
    pub struct u32;
    pub struct usize;
    pub struct Event;
    pub struct Schema;
    pub struct Decode;
    pub struct Encode;
    pub struct Version;
    pub struct Key;
    pub mod core {}
    pub mod std {}
    pub mod serde {}
    pub mod alloc {}
    pub mod versioned_events {}
    pub mod event_core {}
}

mod shadowed {
    #[allow(unused_imports, reason = "they are here to be in the way")]
    use super::shadows::*;

    type Text = ::std::string::String;
    type Maybe<T> = ::std::option::Option<T>;
    type List<T> = ::std::vec::Vec<T>;

    #[derive(::versioned_events::Event)]
    #[event(type = "shadow.cast", version = 3, key("r#type", "at"), debug, serde, validate)]
    #[event(removed(name = "hue", type = "Text", until = 1))]
    pub struct ShadowCast {
        pub r#type: Text,
        pub at: ::std::primitive::u64,
        #[field(since = 2, default)]
        pub length: ::std::primitive::f64,
        #[field(since = 3, default = "grey")]
        pub shade: Shade,
        #[field(masked)]
        pub owner: Maybe<Text>,
        #[field(was(type = "::std::primitive::u64", until = 1, with = shorten))]
        pub map: ::std::primitive::u8,
        pub view: List<Light>,
        #[field(schema = "Text")]
        #[serde(with = "char_text")]
        pub name: ::std::primitive::char,
    }

    impl ::garde::Validate for ShadowCast {
        type Context = ();

        fn validate_into(
            &self,
            _: &(),
            _: &mut dyn ::std::ops::FnMut() -> ::garde::Path,
            _: &mut ::garde::Report,
        ) {
        }
    }

    fn shorten(long: ::std::primitive::u64) -> ::std::primitive::u8 {
        long.to_le_bytes()[0]
    }

    mod char_text {
        use ::std::prelude::v1::*;
        use ::versioned_events::__private::serde::{Deserialize, Deserializer, Serializer};

        pub fn serialize<S: Serializer>(value: &char, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_char(*value)
        }

        pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<char, D::Error> {
            char::deserialize(deserializer)
        }
    }

    #[derive(Clone, Copy, ::versioned_events::Schema)]
    #[schema(rename_all = "snake_case", debug, serde)]
    pub enum Shade {
        Grey,
        Black,
    }

    #[derive(::versioned_events::Schema)]
    #[schema(tag = "kind", debug)]
    pub enum Light {
        Sun,
        Lamp { watts: ::std::primitive::u16, serializer: Maybe<Text>, map: Maybe<Text> },
    }

    #[derive(::versioned_events::EventSet)]
    pub enum Shadows {
        Cast(ShadowCast),
        #[event(other)]
        Other(::versioned_events::RawEvent),
    }

    // `derive(Clone)` itself needs these two names.
    use ::std::{clone::Clone, marker::Copy};
}

mod checks {
    use ::std::prelude::v1::*;
    use ::std::{assert_eq, format};

    use super::shadowed::{Light, Shade, ShadowCast, Shadows};
    use ::versioned_events::Envelope;

    #[test]
    fn shadowed_names_do_not_change_what_is_generated() {
        let old =
            br#"{"type":"tree","at":7,"hue":"green","map":258,"view":[{"kind":"Sun"}],"name":"x"}"#;
        let envelope = Envelope::<ShadowCast>::from_payload(old, 1).expect("version 1 is readable");
        let cast = &envelope.data;
        assert_eq!((cast.length, cast.map, cast.name), (0.0, 2, 'x'));
        assert_eq!(format!("{:?} {:?}", cast.shade, cast.view), "Grey [Sun]");
        let key = envelope.key().expect("the key is not empty").map(|key| key.to_string());
        assert_eq!(key.as_deref(), Some("tree/7"));
        let bytes = envelope.to_json().expect("it can be written");
        let again = Envelope::<Shadows>::from_json(&bytes).expect("it can be read back");
        assert_eq!(again.to_json().expect("it can be written"), bytes);
        let _ = (Shade::Black, Light::Lamp { watts: 1, serializer: None, map: None });
    }
}

mod without_the_facade {
    use ::std::prelude::v1::*;

    use ::event_derive::{Event, EventSet, Schema};

    #[derive(Event)]
    #[event(type = "bare.event", version = 1, keyless, crate = "event_core")]
    pub struct Bare {
        pub inner: Inner,
    }

    #[derive(Schema)]
    #[schema(crate = "event_core")]
    pub struct Inner {
        pub value: u8,
    }

    #[derive(EventSet)]
    #[event(crate = "::event_core")]
    pub enum Bares {
        Bare(Bare),
    }

    #[test]
    fn core_and_derive_work_without_the_facade() {
        let bare = Bare { inner: Inner { value: 3 } };
        let bytes = ::event_core::Envelope::new(bare).to_json().expect("it can be written");
        let set = ::event_core::Envelope::<Bares>::from_json(&bytes).expect("it can be read");
        let Bares::Bare(bare) = set.data;
        ::std::assert_eq!(bare.inner.value, 3);
    }
}

/// The facade under another name, here a module of the user's own.
mod renamed {
    use ::std::prelude::v1::*;

    pub mod our_events {
        pub use ::versioned_events::*;
    }
    use our_events::Event;

    #[derive(Event)]
    #[event(type = "renamed.event", version = 1, keyless, crate = "crate::renamed::our_events")]
    pub struct Renamed {
        pub value: u8,
    }

    #[test]
    fn the_facade_can_have_another_name() {
        let event = our_events::Envelope::new(Renamed { value: 3 });
        ::std::assert_eq!(event.event_type(), "renamed.event");
    }
}

/// Events made by somebody's macro: tokens arrive in invisible groups.
mod made_by_macros {
    use ::std::prelude::v1::*;

    use ::versioned_events::{Envelope, Event, Schema};

    macro_rules! events {
        ($($name:ident $text:literal $version:literal { $($field:ident: $type:ty = $default:expr),* })*) => {$(
            #[derive(Event)]
            #[event(type = $text, version = $version, keyless)]
            pub struct $name {
                $(#[field(default = $default)] pub $field: $type,)*
            }
        )*};
    }
    events! {
        First "made.first" 1 { size: u8 = 3, name: Option<String> = None }
        Second "made.second" 2 { size: Vec<u8> = Vec::new() }
    }

    macro_rules! nested {
        ($name:ident, $inner:ty) => {
            #[derive(Schema)]
            pub struct $name {
                pub value: $inner,
            }
        };
    }
    nested!(Nested, Option<u8>);

    #[test]
    fn structs_can_be_made_by_macro_rules() {
        let first = Envelope::<First>::from_payload(b"{}", 1).expect("all fields have defaults");
        ::std::assert_eq!((first.data.size, first.data.name), (3, None));
        let second = Envelope::<Second>::from_payload(b"{}", 2).expect("all fields have defaults");
        ::std::assert!(second.data.size.is_empty());
        let _ = Nested { value: None };
    }
}
