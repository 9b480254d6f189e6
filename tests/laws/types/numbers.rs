//! Booleans, numbers and decimals.

use proptest::prelude::any;
use rust_decimal::Decimal;

use super::{fields_called, fields_of_any, table};
use crate::strategies::decimal;

table! {
    small: "numbers.small" {
        flag: bool = any::<bool>();
        u8: u8 = any::<u8>();
        u16: u16 = any::<u16>();
        u32: u32 = any::<u32>();
        i8: i8 = any::<i8>();
        i16: i16 = any::<i16>();
        i32: i32 = any::<i32>();
        f32: f32 = any::<f32>();
    }
}

table! {
    large: "numbers.large" {
        u64: u64 = any::<u64>();
        usize: usize = any::<usize>();
        i64: i64 = any::<i64>();
        isize: isize = any::<isize>();
        u128: u128 = any::<u128>();
        i128: i128 = any::<i128>();
        f64: f64 = any::<f64>();
        decimal: Decimal = decimal();
    }
}
