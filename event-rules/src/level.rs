//! Compatibility levels, by the names that schema registries gave them: whom a change may not break,
//! and who is upgraded first.

use std::fmt;
use std::str::FromStr;

use crate::who::{Direction, Who};

/// What has to stay readable from one version to the next.
///
/// ```
/// use event_rules::Level;
///
/// let level: Level = "FULL_TRANSITIVE".parse().unwrap();
/// assert!(level.is_transitive());
/// assert_eq!("FULL_TRANSITIV".parse::<Level>().unwrap_err().nearest(), Some("FULL_TRANSITIVE"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Level {
    /// Nothing.
    None,
    /// Newer readers read the version before.
    Backward,
    /// Newer readers read every earlier version.
    #[default]
    BackwardTransitive,
    /// Readers of the version before read the new one.
    Forward,
    /// Readers of every earlier version read the new one.
    ForwardTransitive,
    /// Both, with the version before.
    Full,
    /// Both, with every earlier version.
    FullTransitive,
}

impl Level {
    /// All of them, from the least to the most.
    pub const ALL: [Self; 7] = [
        Self::None,
        Self::Backward,
        Self::BackwardTransitive,
        Self::Forward,
        Self::ForwardTransitive,
        Self::Full,
        Self::FullTransitive,
    ];

    /// Its name: `BACKWARD_TRANSITIVE`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "NONE",
            Self::Backward => "BACKWARD",
            Self::BackwardTransitive => "BACKWARD_TRANSITIVE",
            Self::Forward => "FORWARD",
            Self::ForwardTransitive => "FORWARD_TRANSITIVE",
            Self::Full => "FULL",
            Self::FullTransitive => "FULL_TRANSITIVE",
        }
    }

    /// Whether records that travel this way have to stay readable.
    #[must_use]
    pub const fn asks_for(self, direction: Direction) -> bool {
        match (self, direction) {
            (Self::None, _) => false,
            (Self::Full | Self::FullTransitive, _) => true,
            (Self::Backward | Self::BackwardTransitive, Direction::Backward) => true,
            (Self::Forward | Self::ForwardTransitive, Direction::Forward) => true,
            _ => false,
        }
    }

    /// Whether a reader of this kind may not break.
    #[must_use]
    pub const fn protects(self, who: Who) -> bool {
        self.asks_for(who.direction())
    }

    /// Whether all earlier versions count, and not only the one before.
    #[must_use]
    pub const fn is_transitive(self) -> bool {
        matches!(self, Self::BackwardTransitive | Self::ForwardTransitive | Self::FullTransitive)
    }

    /// The least level that asks for what either of the two asks for.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let asks = |direction| self.asks_for(direction) || other.asks_for(direction);
        let transitive = self.is_transitive() || other.is_transitive();
        match (asks(Direction::Backward), asks(Direction::Forward), transitive) {
            (false, false, _) => Self::None,
            (true, false, false) => Self::Backward,
            (true, false, true) => Self::BackwardTransitive,
            (false, true, false) => Self::Forward,
            (false, true, true) => Self::ForwardTransitive,
            (true, true, false) => Self::Full,
            (true, true, true) => Self::FullTransitive,
        }
    }

    /// Who is upgraded first, in words.
    #[must_use]
    pub const fn who_first(self) -> &'static str {
        match self {
            Self::None => {
                "nothing is promised, so agree on the order with every team that reads it"
            }
            Self::Backward | Self::BackwardTransitive => {
                "upgrade consumers first, who read what is written before and after"
            }
            Self::Forward | Self::ForwardTransitive => {
                "upgrade producers first, consumers that are not upgraded read what they write"
            }
            Self::Full | Self::FullTransitive => "upgrade in any order",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A name that is no level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLevel {
    nearest: Option<&'static str>,
}

impl UnknownLevel {
    /// The level that was probably meant.
    #[must_use]
    pub const fn nearest(&self) -> Option<&'static str> {
        self.nearest
    }
}

impl FromStr for Level {
    type Err = UnknownLevel;

    fn from_str(text: &str) -> Result<Self, UnknownLevel> {
        let found = Self::ALL.into_iter().find(|level| level.name() == text);
        found.ok_or_else(|| UnknownLevel {
            nearest: crate::nearest::nearest(&text.to_uppercase(), Self::ALL.map(Self::name)),
        })
    }
}
