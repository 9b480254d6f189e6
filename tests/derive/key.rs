//! `key = "order_id"`, `key("tenant_id", "order_id")`, `key = "repository.id"`

use std::borrow::Cow;

use uuid::Uuid;
use versioned_events::{EncodeCode, Envelope, Event, Key, KeyPart, RecordKey, Schema};

fn key_of<E: Event>(event: &E) -> String {
    let key = event.key().unwrap();
    assert_eq!(key.to_bytes(), key.to_string().as_bytes());
    key.to_string()
}

macro_rules! keyed {
    ($($value:expr => $type:ty, $text:expr;)*) => {$({
        #[derive(Event)]
        #[event(type = "thing.happened", version = 1, key = "id")]
        struct Thing { id: $type }
        assert_eq!(key_of(&Thing { id: $value }), $text, stringify!($type));
        assert_eq!(Thing::SCHEMA.key, ["id"]);
    })*};
}

#[test]
fn every_key_type_has_one_text() {
    keyed! {
        "Über/50%".to_owned() => String, "Über/50%";
        Cow::Borrowed("a") => Cow<'static, str>, "a";
        Box::new("boxed".to_owned()) => Box<String>, "boxed";
        Uuid::from_u128(0xABC) => Uuid, "00000000-0000-0000-0000-000000000abc";
        u8::MAX => u8, "255";
        u16::MAX => u16, "65535";
        u32::MAX => u32, "4294967295";
        u64::MAX => u64, "18446744073709551615";
        usize::MAX => usize, usize::MAX.to_string();
        u128::MAX => u128, "340282366920938463463374607431768211455";
        i8::MIN => i8, "-128";
        i16::MIN => i16, "-32768";
        i32::MIN => i32, "-2147483648";
        i64::MIN => i64, "-9223372036854775808";
        isize::MIN => isize, isize::MIN.to_string();
        i128::MIN => i128, "-170141183460469231731687303715884105728";
        i128::MAX => i128, "170141183460469231731687303715884105727";
        0 => i64, "0";
    }
}

#[test]
fn a_type_of_ones_own_can_be_a_key() {
    #[derive(Schema)]
    enum Shard {
        North,
    }
    impl Key for Shard {
        fn part(&self) -> KeyPart<'_> {
            KeyPart::Text("north".into())
        }
    }
    keyed! { Shard::North => Shard, "north"; }
}

#[derive(Event)]
#[event(type = "order.paid", version = 1, key("tenant", "number", "id"))]
struct OrderPaid {
    id: Uuid,
    number: i64,
    tenant: String,
}

#[test]
fn several_parts_are_joined_in_the_order_of_the_attribute_with_escapes() {
    for (tenant, key) in [
        ("acme", "acme/-4/00000000-0000-0000-0000-000000000007"),
        ("a/b", "a%2Fb/-4/00000000-0000-0000-0000-000000000007"),
        ("50%", "50%25/-4/00000000-0000-0000-0000-000000000007"),
        ("%2F", "%252F/-4/00000000-0000-0000-0000-000000000007"),
        ("//", "%2F%2F/-4/00000000-0000-0000-0000-000000000007"),
    ] {
        let paid = OrderPaid { id: Uuid::from_u128(7), number: -4, tenant: tenant.to_owned() };
        assert_eq!(key_of(&paid), key);
    }
    assert_eq!(OrderPaid::SCHEMA.key, ["tenant", "number", "id"]);
}

#[derive(Schema)]
struct Repository {
    owner: Box<Owner>,
    r#type: String,
}

#[derive(Schema)]
struct Owner {
    id: u64,
    name: Cow<'static, str>,
}

#[derive(Event)]
#[event(
    type = "push.received",
    version = 1,
    key("repository.owner.id", "repository.type", "r#match")
)]
struct PushReceived {
    repository: Box<Repository>,
    r#match: String,
}

#[derive(Event)]
#[event(type = "star.given", version = 1, key = "owner.name")]
struct StarGiven {
    owner: Owner,
}

#[test]
fn a_path_goes_through_structs_boxes_and_raw_identifiers() {
    let owner = || Owner { id: u64::MAX, name: "me".into() };
    let repository = Repository { owner: Box::new(owner()), r#type: "git".to_owned() };
    let push = PushReceived { repository: Box::new(repository), r#match: "x".to_owned() };
    assert_eq!(key_of(&push), "18446744073709551615/git/x");
    assert_eq!(key_of(&StarGiven { owner: owner() }), "me");
}

#[test]
fn the_key_of_an_envelope_is_the_key_of_its_event() {
    let key = RecordKey::new("me".part());
    let envelope = Envelope::new(StarGiven { owner: Owner { id: 1, name: "me".into() } });
    assert_eq!(envelope.key().unwrap(), Some(key));
}

#[test]
fn an_empty_key_is_an_error_that_names_its_path() {
    let paid = OrderPaid { id: Uuid::nil(), number: 0, tenant: String::new() };
    let star = StarGiven { owner: Owner { id: 1, name: "".into() } };
    for (error, path, event) in [
        (Envelope::new(paid).to_json().unwrap_err(), "tenant", "order.paid"),
        (Envelope::new(star).to_json().unwrap_err(), "owner.name", "star.given"),
    ] {
        assert_eq!((error.code(), error.path()), (EncodeCode::EmptyKey, path));
        assert_eq!(
            error.to_string(),
            format!("the key `{path}` is empty (empty_key, {event} version 1)")
        );
    }
}

#[test]
fn an_empty_key_leaves_the_buffer_as_it_was() {
    let envelope = Envelope::new(StarGiven { owner: Owner { id: 1, name: "".into() } });
    let mut buffer = b"before".to_vec();
    assert_eq!(envelope.key().unwrap_err(), envelope.write_json(&mut buffer).unwrap_err());
    assert_eq!(buffer, b"before");
}
