//! Collects mistakes, so that all of them are shown in one run.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

use crate::message::Message;

/// The mistakes of one item. Must be looked at: dropping some unseen is a bug of this crate.
pub(crate) struct Errors {
    found: Vec<syn::Error>,
    seen: bool,
}

impl Errors {
    pub(crate) fn new() -> Self {
        Self { found: Vec::new(), seen: false }
    }

    /// Whether there was no mistake so far.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Underlines one place.
    pub(crate) fn push(&mut self, span: Span, message: Message) {
        self.found.push(syn::Error::new(span, message));
    }

    /// Underlines all of some tokens.
    pub(crate) fn push_on(&mut self, tokens: impl ToTokens, message: Message) {
        self.found.push(syn::Error::new_spanned(tokens, message));
    }

    /// `Ok` if there was no mistake.
    pub(crate) fn or<T>(mut self, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if self.found.is_empty() => {
                self.seen = true;
                Ok(value)
            }
            _ => Err(self),
        }
    }

    /// Drops them: somebody else has reported the same.
    pub(crate) fn forget(mut self) {
        self.seen = true;
    }

    /// The `compile_error!` calls.
    pub(crate) fn into_tokens(mut self) -> TokenStream {
        self.seen = true;
        self.found.iter().map(syn::Error::to_compile_error).collect()
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        debug_assert!(
            self.seen || std::thread::panicking(),
            "{} mistakes were dropped unseen",
            self.found.len()
        );
    }
}
