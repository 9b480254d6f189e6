//! How a value is put together: how much of it, and where it ends.

use event_contract::Ty;
use serde_json::Value;

use crate::text::LONGEST;
use crate::value_rules::At;

/// How many named types may be inside each other.
const DEEPEST: usize = 64;

/// How much of a value is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fill {
    Least,
    Full,
}

/// A value while it is put together.
pub(crate) struct Making<'a> {
    pub(crate) fill: Fill,
    /// The named types around: inside themselves they come to an end.
    around: Vec<&'a str>,
    /// How many more parts a full value may have.
    pub(crate) left: usize,
}

impl<'a> Making<'a> {
    pub(crate) const fn least() -> Self {
        Self { fill: Fill::Least, around: Vec::new(), left: 0 }
    }

    pub(crate) const fn full() -> Self {
        Self { fill: Fill::Full, around: Vec::new(), left: 2_000 }
    }

    /// Whether a value ends before what is optional or a list.
    pub(crate) fn ends_at(&self, inner: &Ty) -> bool {
        self.fill == Fill::Least || self.left == 0 || self.leads_back(inner)
    }

    /// Whether a type around is directly in this one.
    pub(crate) fn leads_back(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Named(name) | Ty::Recursive(name) => self.around.contains(&name.as_str()),
            _ => ty.parts().any(|part| self.leads_back(part)),
        }
    }

    /// As many items as the rules ask for, and one at least for a full value.
    pub(crate) fn several(
        &mut self,
        is_at_end: bool,
        at: At<'_>,
        mut item: impl FnMut(&mut Self) -> Option<Value>,
    ) -> Vec<Value> {
        let (least, most) = at.lengths();
        let count = least.max(usize::from(!is_at_end)).min(most).min(LONGEST);
        match count {
            0 => Vec::new(),
            // All of them are alike.
            _ => item(self).map_or_else(Vec::new, |item| vec![item; count]),
        }
    }

    /// Goes into a named type; inside itself it is as small as it can be.
    pub(crate) fn inside<T>(
        &mut self,
        name: &'a str,
        make: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        if self.around.len() > DEEPEST {
            return None;
        }
        let fill = self.fill;
        if self.around.contains(&name) || self.left == 0 {
            self.fill = Fill::Least;
        }
        self.around.push(name);
        let made = make(self);
        self.around.pop();
        self.fill = fill;
        made
    }
}
