//! `Option`, `Box`, lists, arrays, tuples and any JSON.

use std::collections::BTreeMap;

use proptest::array::{uniform2, uniform32};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use serde_json::Value;

use super::{fields_called, fields_of_any, table};
use crate::strategies::json;

table! {
    lists: "containers.lists" {
        option: Option<u8> = of(any::<u8>());
        // `Some(None)` is written as `null` and read as `None`.
        twice: Option<Option<u8>> = of(any::<u8>()).prop_map(|inner| inner.map(Some));
        boxed: Box<i16> = any::<i16>().prop_map(Box::new);
        boxed_option: Box<Option<bool>> = of(any::<bool>()).prop_map(Box::new);
        option_box: Option<Box<String>> = of(any::<String>().prop_map(Box::new));
        list: Vec<u8> = vec(any::<u8>(), 0..4);
        options: Vec<Option<char>> = vec(of(any::<char>()), 0..4);
        lists: Vec<Vec<i8>> = vec(vec(any::<i8>(), 0..3), 0..3);
        nothing: [u8; 0] = Just([]);
        array: [Option<u16>; 2] = uniform2(of(any::<u16>()));
        long: [bool; 32] = uniform32(any::<bool>());
        grid: [[i16; 2]; 2] = uniform2(uniform2(any::<i16>()));
        map: BTreeMap<String, Option<u8>> = btree_map(any::<String>(), of(any::<u8>()), 0..3);
        maps: Vec<BTreeMap<u8, Vec<bool>>> =
            vec(btree_map(any::<u8>(), vec(any::<bool>(), 0..3), 0..3), 0..3);
        any: Value = json();
        // `Some(Value::Null)` is written as `null` and read as `None`.
        perhaps_any: Option<Value> = of(json()).prop_map(|any| any.filter(|any| !any.is_null()));
    }
}

table! {
    tuples: "containers.tuples" {
        t1: (u8,) = any::<(u8,)>();
        t2: (String, u8) = any::<(String, u8)>();
        t3: (u8, Option<i8>, char) = any::<(u8, Option<i8>, char)>();
        t4: (u8, u8, u8, bool) = any::<(u8, u8, u8, bool)>();
        t5: (u8, u8, u8, u8, bool) = any::<(u8, u8, u8, u8, bool)>();
        t6: (u8, u8, u8, u8, u8, bool) = any::<(u8, u8, u8, u8, u8, bool)>();
        t7: (u8, u8, u8, u8, u8, u8, bool) = any::<(u8, u8, u8, u8, u8, u8, bool)>();
        t8: (u8, u8, u8, u8, u8, u8, u8, bool) = any::<(u8, u8, u8, u8, u8, u8, u8, bool)>();
        t9: (u8, u8, u8, u8, u8, u8, u8, u8, bool) =
            any::<(u8, u8, u8, u8, u8, u8, u8, u8, bool)>();
        t10: (u8, u8, u8, u8, u8, u8, u8, u8, u8, bool) =
            any::<(u8, u8, u8, u8, u8, u8, u8, u8, u8, bool)>();
        t11: (u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, bool) =
            any::<((u8, u8, u8, u8, u8), (u8, u8, u8, u8, u8), bool)>()
                .prop_map(|((a, b, c, d, e), (f, g, h, i, j), k)| (a, b, c, d, e, f, g, h, i, j, k));
        t12: (u8, i8, u16, i16, u32, i32, u64, i64, bool, char, String, Option<f32>) =
            any::<((u8, i8, u16, i16, u32, i32), (u64, i64, bool, char, String, Option<f32>))>()
                .prop_map(|((a, b, c, d, e, f), (g, h, i, j, k, l))| (a, b, c, d, e, f, g, h, i, j, k, l));
    }
}
