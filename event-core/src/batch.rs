//! Batches: the same decode path, once per item.
//!
//! Decoding holds no state, so there is no pool to size and nothing to share: hand slices of the
//! batch to as many threads as there are cores.

use crate::envelope::Envelope;
use crate::error::BatchError;
use crate::json::{Limits, read_envelope};
use crate::set::EventSet;

pub(crate) fn decode_batch<S: EventSet, I>(
    records: I,
    limits: Limits,
) -> impl Iterator<Item = Result<Envelope<S>, BatchError>>
where
    I: IntoIterator<Item: AsRef<[u8]>>,
{
    records.into_iter().enumerate().map(move |(index, record)| {
        read_envelope(record.as_ref(), &limits).map_err(|error| BatchError { index, error })
    })
}
