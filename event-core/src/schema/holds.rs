//! Which version of a nested type is inside which version of what holds it.

/// Which version of a nested type a field or a variant holds.
///
/// ```
/// use event_core::schema::Holds;
/// const HOLDS: Holds = Holds::Earlier(&[(1, 2)]); // version 1, up to version 2
/// assert_eq!((HOLDS.at(2), HOLDS.at(3)), (1, u32::MAX));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// The newest version of the nested type, always.
    Newest,
    /// The version of what is around: a type that contains itself.
    Same,
    /// Earlier versions first, each with the last version of what is around that held it; then the
    /// newest.
    Earlier(&'static [(u32, u32)]),
}

impl Holds {
    /// The version of the nested type inside version `around`; `u32::MAX` for its newest.
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; i < len")]
    pub const fn at(self, around: u32) -> u32 {
        match self {
            Self::Newest => u32::MAX,
            Self::Same => around,
            Self::Earlier(held) => {
                let mut i = 0;
                while i < held.len() {
                    let (version, until) = held[i];
                    if around <= until {
                        return version;
                    }
                    i += 1;
                }
                u32::MAX
            }
        }
    }

    /// The last version of what is around that this speaks of; 0 if of none.
    #[allow(clippy::indexing_slicing, reason = "const evaluation has no iterators; len > 0")]
    pub(crate) const fn last_mentioned(self) -> u32 {
        match self {
            Self::Earlier(held) if !held.is_empty() => held[held.len() - 1].1,
            _ => 0,
        }
    }
}
