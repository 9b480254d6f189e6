//! Times in UTC as text, digit by digit: an envelope has one, and chrono's formatting takes longer than
//! the rest of the header.

use chrono::{DateTime, Datelike, Timelike, Utc};

/// Room for the text of a time in UTC: `2026-05-01T10:00:00.123456789Z`.
#[derive(Default)]
pub(crate) struct UtcRoom([u8; 30]);

impl UtcRoom {
    /// RFC 3339 with as many digits of the second as there are, by threes; `None` for what cannot be
    /// read back: a year without four digits, and a leap second.
    pub(crate) fn write(&mut self, time: &DateTime<Utc>) -> Option<&str> {
        let year = u32::try_from(time.year()).ok().filter(|year| *year <= 9999)?;
        let nanos = Some(time.nanosecond()).filter(|nanos| *nanos < 1_000_000_000)?;
        let (fraction, digits) = match nanos {
            0 => (0, 0),
            nanos if nanos % 1_000_000 == 0 => (nanos / 1_000_000, 3),
            nanos if nanos % 1_000 == 0 => (nanos / 1_000, 6),
            nanos => (nanos, 9),
        };
        let mut end = 0;
        let mut put = |bytes: &[u8]| {
            if let Some(place) = self.0.get_mut(end..end + bytes.len()) {
                place.copy_from_slice(bytes);
                end += bytes.len();
            }
        };
        put(&decimals::<4>(year));
        for (separator, number) in [
            (b'-', time.month()),
            (b'-', time.day()),
            (b'T', time.hour()),
            (b':', time.minute()),
            (b':', time.second()),
        ] {
            put(&[separator]);
            put(&decimals::<2>(number));
        }
        match digits {
            3 => put(&decimals_behind_point::<4>(fraction)),
            6 => put(&decimals_behind_point::<7>(fraction)),
            9 => put(&decimals_behind_point::<10>(fraction)),
            _ => {}
        }
        put(b"Z");
        std::str::from_utf8(self.0.get(..end)?).ok()
    }
}

/// The last `N` digits of a number.
fn decimals<const N: usize>(mut number: u32) -> [u8; N] {
    let mut digits = [b'0'; N];
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + (number % 10) as u8;
        number /= 10;
    }
    digits
}

/// A point, and the last `N - 1` digits of a number.
fn decimals_behind_point<const N: usize>(number: u32) -> [u8; N] {
    let mut text = decimals::<N>(number);
    if let Some(first) = text.first_mut() {
        *first = b'.';
    }
    text
}

#[cfg(test)]
mod tests {
    use chrono::SecondsFormat;

    use super::*;

    #[test]
    fn a_time_is_written_as_chrono_writes_it() {
        let nanos = [0, 1, 999, 1_000, 120_000, 1_000_000, 123_000_000, 123_456_000, 999_999_999];
        for seconds in (-62_167_219_200i64..253_402_300_800).step_by(999_999_937) {
            for nanos in nanos {
                let time = DateTime::from_timestamp(seconds, nanos).unwrap_or_default();
                let expected = time.to_rfc3339_opts(SecondsFormat::AutoSi, true);
                assert_eq!(UtcRoom::default().write(&time), Some(expected.as_str()));
            }
        }
    }

    #[test]
    fn a_time_that_cannot_be_read_back_is_not_written() {
        for (seconds, nanos) in
            [(-62_167_219_201, 0), (253_402_300_800, 0), (59, 1_000_000_000), (59, 1_500_000_000)]
        {
            let time = DateTime::from_timestamp(seconds, nanos).unwrap_or_default();
            assert_eq!(UtcRoom::default().write(&time), None, "{time}");
        }
    }
}
