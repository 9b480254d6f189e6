//! Trace ids, after the W3C Trace Context recommendation.

use std::fmt;

/// Where an event stands in a distributed trace.
///
/// ```
/// use event_core::Trace;
/// let trace = Trace::from_traceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
/// assert_eq!(trace.unwrap().trace_id.to_string(), "0af7651916cd43dd8448eb211c80319c");
/// assert_eq!(Trace::from_traceparent("00-00000000000000000000000000000000-b7ad6b7169203331-01"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Trace {
    /// The whole trace.
    pub trace_id: TraceId,
    /// The step of it that produced the event.
    pub span_id: Option<SpanId>,
}

impl Trace {
    /// A trace and the step of it that produces the event.
    #[must_use]
    pub const fn new(trace_id: TraceId, span_id: SpanId) -> Self {
        Self { trace_id, span_id: Some(span_id) }
    }

    /// Reads a `traceparent` header; `None` if it is not a valid one.
    ///
    /// Follows <https://www.w3.org/TR/trace-context/#traceparent-header>: of later versions than 00,
    /// the fields of version 00 are read and what follows them is ignored.
    #[must_use]
    pub fn from_traceparent(header: &str) -> Option<Self> {
        let mut parts = header.split('-');
        let (version, trace_id) = (parts.next()?, parts.next()?);
        let (span_id, flags) = (parts.next()?, parts.next()?);
        let known_length = version != "00" || parts.next().is_none();
        let valid = hex::<1>(version)? != [0xff] && hex::<1>(flags).is_some() && known_length;
        let span_id = SpanId::from_hex(span_id)?;
        valid.then_some(Self::new(TraceId::from_hex(trace_id)?, span_id))
    }
}

/// Identifies a trace: 16 bytes, not all zero.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TraceId([u8; 16]);

/// Identifies a step of a trace: 8 bytes, not all zero.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct SpanId([u8; 8]);

macro_rules! ids {
    ($($id:ident: $bytes:literal bytes;)*) => {$(
        impl $id {
            #[doc = concat!("An id of ", $bytes, " bytes; `None` if all are zero.")]
            #[must_use]
            pub fn from_bytes(bytes: [u8; $bytes]) -> Option<Self> {
                (bytes != [0; $bytes]).then_some(Self(bytes))
            }

            /// Writes 32 or 16 digits of lower-case hex.
            pub(crate) fn write_hex(self, buffer: &mut Vec<u8>) {
                buffer.extend_from_slice(self.0.map(hex_digits).as_flattened());
            }

            /// An id in lower-case hex; `None` if it is anything else, or all zero.
            #[must_use]
            pub fn from_hex(text: &str) -> Option<Self> {
                Self::from_bytes(hex(text)?)
            }
        }

        impl fmt::Display for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
    )*};
}
ids! {
    TraceId: 16 bytes;
    SpanId: 8 bytes;
}

fn hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    let nibble = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let mut bytes = [0; N];
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = nibble(*high)? << 4 | nibble(*low)?;
    }
    Some(bytes)
}

fn hex_digits(byte: u8) -> [u8; 2] {
    [byte >> 4, byte & 15].map(|nibble| match nibble {
        0..=9 => b'0' + nibble,
        _ => b'a' - 10 + nibble,
    })
}
