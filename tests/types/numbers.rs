//! Integers, floats and decimals.

use rust_decimal::Decimal;
use versioned_events::{Code, EncodeCode, Event};

use crate::support::{read, refused, unwritable, written};

#[test]
fn integers_keep_every_digit() {
    same! {
        bool { true => "true"; false => "false"; }
        u8 { 0 => "0"; u8::MAX => "255"; }
        u16 { u16::MAX => "65535"; }
        u32 { u32::MAX => "4294967295"; }
        u64 { u64::MAX => "18446744073709551615"; (1 << 53) + 1 => "9007199254740993"; }
        usize { usize::MAX => "18446744073709551615"; }
        i8 { i8::MIN => "-128"; }
        i16 { i16::MIN => "-32768"; }
        i32 { i32::MIN => "-2147483648"; }
        i64 { i64::MIN => "-9223372036854775808"; i64::MAX => "9223372036854775807"; }
        isize { isize::MIN => "-9223372036854775808"; }
        u128 { u128::MAX => r#""340282366920938463463374607431768211455""#; 0 => r#""0""#; }
        i128 { i128::MIN => r#""-170141183460469231731687303715884105728""#; 0 => r#""0""#; }
    }
    reads! {
        u8 { "7.0" => 7; "0.7e1" => 7; "-0" => 0; "2.55E+2" => 255; }
        i64 { "-9007199254740991.0" => -(1 << 53) + 1; }
    }
    refuses! {
        u8, 1 => OutOfRange: "256", "-1", "7.5", "1e3", "18446744073709551616";
        u64, 1 => OutOfRange: "18446744073709551616", "-1", "9007199254740994.0", "1e300";
        i64, 1 => OutOfRange: "9223372036854775808", "-9223372036854775809", "-0.5";
        u8, 1 => TypeMismatch: "\"1\"", "true", "null", "[]", "{}";
        bool, true => TypeMismatch: "1", "\"true\"", "null";
        u128, r#""1""# => TypeMismatch: "1", "1.5";
        u128, r#""1""# => BadFormat: r#""-1""#, r#""01""#, r#""+1""#, r#""""#, r#"" 1""#,
            r#""340282366920938463463374607431768211456""#;
        i128, r#""1""# => BadFormat: r#""-0""#, r#""1e3""#, r#""170141183460469231731687303715884105728""#;
    }
}

#[test]
fn floats_are_the_shortest_text_and_finite() {
    same! {
        f64 {
            f64::MAX => "1.7976931348623157e+308";
            f64::MIN => "-1.7976931348623157e+308";
            f64::MIN_POSITIVE => "2.2250738585072014e-308";
            5e-324 => "5e-324";
            0.1 => "0.1";
            1.0 => "1.0";
            1e16 => "1e+16";
        }
        f32 { f32::MAX => "3.4028235e+38"; f32::MIN_POSITIVE => "1.1754944e-38"; 0.1 => "0.1"; 16_777_217.0 => "16777216.0"; }
    }
    lists!(f64);
    assert_eq!(written(Lists { list: vec![-0.0] }), r#"{"list":[-0.0]}"#);
    for zero in ["-0.0", "-0", "-0e9", "-1e-999"] {
        let list = read::<Lists>(&format!(r#"{{"list":[{zero}]}}"#)).list;
        assert!(list[0] == 0.0 && list[0].is_sign_negative(), "{zero}");
    }
    reads! {
        f64 { "1" => 1.0; "18446744073709551615" => 18_446_744_073_709_551_615.0; "1E-7" => 1e-7; }
        f32 { "3" => 3.0; "1e-60" => 0.0; }
    }
    refuses! {
        f64, 1 => OutOfRange: "1e309", "-1e999";
        f32, 1 => OutOfRange: "3.5e38", "-1e39";
        f64, 1 => TypeMismatch: r#""NaN""#, "null", r#""1""#;
    }
    unwritable! {
        f64, 1.0 => NotFinite: f64::NAN, f64::INFINITY, f64::NEG_INFINITY;
        f32, 1.0 => NotFinite: f32::NAN, f32::INFINITY, f32::NEG_INFINITY;
    }
}

#[test]
fn decimals_are_text_and_exact() {
    let text = |text: &str| text.parse::<Decimal>().unwrap();
    same! {
        Decimal {
            Decimal::MAX => r#""79228162514264337593543950335""#;
            Decimal::MIN => r#""-79228162514264337593543950335""#;
            Decimal::new(1, 28) => r#""0.0000000000000000000000000001""#;
            text("7.9228162514264337593543950335") => r#""7.9228162514264337593543950335""#;
            Decimal::ZERO => r#""0""#;
        }
    }
    lists!(Decimal);
    // Equal decimals differ in their scale, so their text is compared.
    for (json, exact) in [
        ("1e2", "100"),
        ("10.50", "10.50"),
        ("-0.10", "-0.10"),
        ("1.500e3", "1500"),
        ("1e-28", "0.0000000000000000000000000001"),
        ("0.1234567890123456789012345678", "0.1234567890123456789012345678"),
        ("9007199254740993", "9007199254740993"),
        ("79228162514264337593543950335", "79228162514264337593543950335"),
        (r#""10.500""#, "10.500"),
        (r#""-1""#, "-1"),
    ] {
        let decimals = read::<Lists>(&format!(r#"{{"list":[ {json} ]}}"#));
        assert_eq!(written(decimals), format!(r#"{{"list":["{exact}"]}}"#), "{json}");
    }
    refuses! {
        Decimal, 1 => OutOfRange: "79228162514264337593543950336", "1e29", "1e-29", "1e999999999999";
        Decimal, 1 => BadFormat: r#""""#, r#""1e2""#, r#""1,5""#, r#""NaN""#, r#"" 1""#, r#""1.""#, r#""79228162514264337593543950336""#;
        Decimal, 1 => TypeMismatch: "null", "true", "[1]", "{}";
    }
}
