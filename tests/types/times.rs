//! Times, dates and durations.

use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, TimeZone, Utc};
use versioned_events::{Code, EncodeCode, Event};

use crate::support::{read, refused, unwritable, written};

fn utc(year: i32, month: u32, day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(year, month, day, 23, 59, 59).unwrap()
}

#[test]
fn times_have_four_digits_of_year_an_offset_and_no_leap_second() {
    let offset = |seconds| FixedOffset::east_opt(seconds).unwrap();
    let nanosecond = TimeDelta::nanoseconds(1);
    let leap = DateTime::from_timestamp(1_483_228_799, 1_500_000_000).unwrap();
    same! {
        DateTime<Utc> {
            utc(0, 1, 1) => r#""0000-01-01T23:59:59Z""#;
            utc(9999, 12, 31) + TimeDelta::nanoseconds(999_999_999) => r#""9999-12-31T23:59:59.999999999Z""#;
            utc(2026, 2, 28) - nanosecond => r#""2026-02-28T23:59:58.999999999Z""#;
            utc(1969, 12, 31) + TimeDelta::milliseconds(5) => r#""1969-12-31T23:59:59.005Z""#;
        }
        DateTime<FixedOffset> {
            utc(2026, 5, 1).with_timezone(&offset(5 * 3600 + 1800)) => r#""2026-05-02T05:29:59+05:30""#;
            utc(2026, 5, 1).with_timezone(&offset(-86_340)) => r#""2026-05-01T00:00:59-23:59""#;
            utc(2026, 5, 1).with_timezone(&offset(0)) => r#""2026-05-01T23:59:59+00:00""#;
        }
        NaiveDate {
            NaiveDate::from_ymd_opt(0, 1, 1).unwrap() => r#""0000-01-01""#;
            NaiveDate::from_ymd_opt(9999, 12, 31).unwrap() => r#""9999-12-31""#;
            NaiveDate::from_ymd_opt(2024, 2, 29).unwrap() => r#""2024-02-29""#;
        }
    }
    reads! { DateTime<Utc> { r#""2026-05-02T01:29:59.000+01:30""# => utc(2026, 5, 1); r#""2026-05-01T23:59:59-00:00""# => utc(2026, 5, 1); } }
    const GOOD: &str = r#""2026-05-01T10:00:00Z""#;
    refuses! {
        DateTime<Utc>, GOOD => TimeWithoutOffset: r#""2026-05-01T10:00:00""#, r#""2026-05-01T10:00:00.5""#;
        DateTime<Utc>, GOOD => BadFormat: r#""2016-12-31T23:59:60Z""#, r#""2026-02-29T10:00:00Z""#, r#""""#,
            r#""2026-05-01""#, r#""2026-05-01 10:00:00Z""#, r#""+12026-05-01T10:00:00Z""#, r#""2026-05-01T24:00:00Z""#;
        DateTime<FixedOffset>, GOOD => TypeMismatch: "1777629600", "null";
        NaiveDate, r#""2026-05-01""# => BadFormat: r#""2026-02-29""#, r#""2026-5-1""#, r#""10000-01-01""#, r#""-001-01-01""#;
    }
    unwritable! {
        DateTime<Utc>, utc(1, 1, 1) => OutOfRange: utc(10_000, 1, 1), utc(-1, 12, 31), leap,
            DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC;
        // Written with minutes, such an offset would be another time.
        DateTime<FixedOffset>, utc(1, 1, 1).into() => OutOfRange: leap.into(),
            utc(9999, 12, 31).with_timezone(&offset(3600)), utc(2026, 5, 1).with_timezone(&offset(3601));
        NaiveDate, NaiveDate::default() => OutOfRange: NaiveDate::MAX, NaiveDate::MIN,
            NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap(), NaiveDate::from_ymd_opt(-1, 12, 31).unwrap();
    }
}

#[test]
fn durations_are_seconds() {
    let longest = TimeDelta::new(999_999_999_999, 999_999_999).unwrap();
    same! {
        TimeDelta {
            TimeDelta::zero() => r#""PT0S""#;
            TimeDelta::nanoseconds(-1) => r#""-PT0.000000001S""#;
            TimeDelta::milliseconds(-1500) => r#""-PT1.5S""#;
            longest => r#""PT999999999999.999999999S""#;
            -longest => r#""-PT999999999999.999999999S""#;
        }
        Duration { Duration::ZERO => r#""PT0S""#; Duration::new(86_400, 5) => r#""PT86400.000000005S""#; }
    }
    reads! {
        TimeDelta { r#""P1DT2H3M4.50S""# => TimeDelta::milliseconds(93_784_500); r#""-P1D""# => TimeDelta::days(-1); }
        Duration { r#""PT1M""# => Duration::from_secs(60); }
    }
    refuses! {
        TimeDelta, r#""PT0S""# => BadFormat: r#""""#, r#""P""#, r#""PT""#, r#""P1Y""#, r#""P1M""#, r#""P1W""#, r#""PT1""#,
            r#""PT1.0000000001S""#, r#""PT1000000000000S""#, r#""PT1,5S""#, r#""--PT1S""#, r#""pt1s""#;
        Duration, r#""PT0S""# => BadFormat: r#""-PT1S""#, r#""-PT0S""#;
        Duration, r#""PT0S""# => TypeMismatch: "1", "null", r#"{"secs":1,"nanos":0}"#;
    }
    unwritable! {
        TimeDelta, TimeDelta::zero() => OutOfRange: TimeDelta::MIN, TimeDelta::MAX, TimeDelta::new(1_000_000_000_000, 0).unwrap();
        Duration, Duration::ZERO => OutOfRange: Duration::MAX, Duration::from_secs(1_000_000_000_000);
    }
}
