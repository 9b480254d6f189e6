//! Where ids and times come from.

use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use uuid::{Builder, Uuid};

/// Where the ids and times of new envelopes come from.
pub trait Clock {
    /// Now.
    fn now(&self) -> DateTime<Utc>;

    /// An id that nobody else has.
    fn new_id(&self) -> Uuid;
}

/// The machine's clock, and ids of UUID version 7, which sort by time.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }
}

/// A clock for tests: the same times and ids in every run.
///
/// Every reading is a millisecond later than the one before; ids count up, so that they sort.
///
/// ```
/// use event_core::{Clock, TestClock};
/// let (one, other) = (TestClock::new(), TestClock::new());
/// assert_eq!(one.new_id(), other.new_id());
/// assert_eq!(one.now(), other.now());
/// ```
#[derive(Debug, Default)]
pub struct TestClock {
    start: DateTime<Utc>,
    readings: AtomicU64,
    ids: AtomicU64,
}

impl TestClock {
    /// A clock that starts at 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A clock that starts at a time of your choice.
    #[must_use]
    pub fn starting(start: DateTime<Utc>) -> Self {
        Self { start, ..Self::default() }
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        let passed = self.readings.fetch_add(1, Ordering::Relaxed);
        let passed = TimeDelta::milliseconds(i64::try_from(passed).unwrap_or(i64::MAX));
        self.start.checked_add_signed(passed).unwrap_or(self.start)
    }

    fn new_id(&self) -> Uuid {
        let count = self.ids.fetch_add(1, Ordering::Relaxed) + 1;
        let milliseconds = u64::try_from(self.start.timestamp_millis()).unwrap_or(0);
        let mut bytes = [0; 10];
        bytes[2..].copy_from_slice(&count.to_be_bytes());
        Builder::from_unix_timestamp_millis(milliseconds, &bytes).into_uuid()
    }
}
