//! Tuples of up to twelve: lists with one shape per place.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, IgnoredAny, SeqAccess, Visitor};
use serde::ser::{SerializeTuple, Serializer};

use crate::decode::{At, Decode, Version};
use crate::derived::located;
use crate::encode::{Encode, In, View};
use crate::schema::{Schema, Shape};
use crate::writes_as::WritesAs;

struct Tuple<T>(Version, PhantomData<T>);

macro_rules! tuples {
    ($($length:literal: $($item:ident $place:tt),+;)*) => {$(
        impl<$($item: WritesAs<VERSION>,)+ const VERSION: u32> WritesAs<VERSION> for ($($item,)+) {}

        impl<$($item: Schema),+> Schema for ($($item,)+) {
            const SHAPE: &'static Shape = &Shape::Tuple(&[$($item::SHAPE),+]);
        }

        impl<'de, $($item: Decode),+> Visitor<'de> for Tuple<($($item,)+)> {
            type Value = ($($item,)+);

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<Items: SeqAccess<'de>>(self, mut items: Items) -> Result<Self::Value, Items::Error> {
                let short = || Items::Error::custom("bad length");
                let tuple =
                    ($(items.next_element_seed(At::<$item>::new(self.0))?.ok_or_else(short)?,)+);
                match items.next_element::<IgnoredAny>()? {
                    None => Ok(tuple),
                    Some(_) => Err(short()),
                }
            }
        }

        impl<$($item: Decode),+> Decode for ($($item,)+) {
            fn decode<'de, De: Deserializer<'de>>(
                deserializer: De,
                at: Version,
            ) -> Result<Self, De::Error> {
                deserializer.deserialize_seq(Tuple::<Self>(at, PhantomData))
            }
        }

        impl<$($item: Encode),+> Encode for ($($item,)+) {
            fn encode<Se: Serializer>(
                &self,
                serializer: Se,
                view: View,
            ) -> Result<Se::Ok, Se::Error> {
                let mut list = serializer.serialize_tuple($length)?;
                $(
                    let written = list.serialize_element(&In(&self.$place, view));
                    written.map_err(|error| located(error, format_args!("[{}]", $place)))?;
                )+
                list.end()
            }
        }
    )*};
}
tuples! {
    1: A 0;
    2: A 0, B 1;
    3: A 0, B 1, C 2;
    4: A 0, B 1, C 2, D 3;
    5: A 0, B 1, C 2, D 3, E 4;
    6: A 0, B 1, C 2, D 3, E 4, F 5;
    7: A 0, B 1, C 2, D 3, E 4, F 5, G 6;
    8: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7;
    9: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8;
    10: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9;
    11: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10;
    12: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11;
}
