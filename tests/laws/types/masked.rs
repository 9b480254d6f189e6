//! Masked fields, of every type that can be masked.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use proptest::array::uniform2;
use proptest::collection::{btree_map, hash_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use versioned_events::{Mask, Schema};

use super::{fields_called, fields_of_any, table};

fn whole<T: Mask>(value: &T) -> T {
    value.mask(None)
}

fn last<T: Mask>(value: &T) -> T {
    value.mask(Some(4))
}

table! {
    texts: "masked.texts" {
        #[field(masked)]
        string: String = any::<String>() => whole;
        #[field(masked(last = 4))]
        last: String = ".{0,12}" => last;
        #[field(masked)]
        cow: Cow<'static, str> = any::<String>().prop_map(Cow::Owned) => whole;
        #[field(masked(last = 4))]
        option: Option<String> = of(".{6,12}") => last;
        #[field(masked)]
        boxed: Box<String> = any::<String>().prop_map(Box::new) => whole;
        #[field(masked(last = 4))]
        list: Vec<String> = vec(".{6,12}", 0..3) => last;
        #[field(masked)]
        array: [String; 2] = uniform2(any::<String>()) => whole;
        #[field(masked)]
        sorted: BTreeMap<u8, String> = btree_map(any::<u8>(), any::<String>(), 0..3) => whole;
        #[field(masked(last = 4))]
        hashed: HashMap<String, String> = hash_map(any::<String>(), ".{6,12}", 0..3) => last;
        #[field(masked)]
        deep: Option<Vec<BTreeMap<String, Option<Box<String>>>>> = of(vec(
            btree_map(any::<String>(), of(any::<String>().prop_map(Box::new)), 0..3),
            0..3,
        )) => whole;
    }
}

/// How many digits a number has, in ones.
fn digits(number: &u64) -> u64 {
    number.to_string().bytes().fold(0, |ones, _| ones * 10 + 1)
}

/// Empty text stays empty: masking twice has to be masking once.
fn first_letter(text: &str) -> String {
    text.chars().next().map_or_else(String::new, |first| format!("{first}*"))
}

/// A type of a user's own that says what its masked form is.
#[derive(Clone, Debug, PartialEq, Schema)]
pub(crate) enum Health {
    Unsaid,
    Well,
    Ill { since: u16 },
}

impl Mask for Health {
    fn mask(&self, _: Option<usize>) -> Self {
        Self::Unsaid
    }
}

fn health() -> impl Strategy<Value = Health> {
    let ill = any::<u16>().prop_map(|since| Health::Ill { since });
    prop_oneof![Just(Health::Unsaid), Just(Health::Well), ill]
}

table! {
    functions: "masked.functions" {
        #[field(masked(with = digits))]
        number: u64 = any::<u64>() => digits;
        #[field(masked(with = first_letter))]
        letter: String = any::<String>() => |text: &String| first_letter(text);
        #[field(masked)]
        own: Health = health() => whole;
        #[field(masked(last = 4))]
        own_list: Vec<Health> = vec(health(), 0..3) => last;
    }
}
