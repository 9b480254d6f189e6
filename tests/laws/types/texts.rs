//! Everything that is text on the wire.

use std::borrow::Cow;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use uuid::Uuid;
use versioned_events::Bytes;

use super::{fields_called, fields_of_any, table};
use crate::strategies::{date, length, local_time, time, uuid};

table! {
    texts: "texts.tried" {
        string: String = any::<String>();
        cow: Cow<'static, str> = any::<String>().prop_map(Cow::Owned);
        boxed: Box<str> = any::<String>().prop_map(Into::into);
        char: char = any::<char>();
        uuid: Uuid = uuid();
        bytes: Bytes = vec(any::<u8>(), 0..9).prop_map(Bytes::from);
    }
}

table! {
    times: "times.tried" {
        time: DateTime<Utc> = time();
        local: DateTime<FixedOffset> = local_time();
        date: NaiveDate = date();
        length: TimeDelta = length();
        unsigned: Duration = length().prop_map(|length| length.abs().to_std().unwrap());
    }
}
