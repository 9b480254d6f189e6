//! Asks in const evaluation whether a type has a trait that would show masked values.
//!
//! An inherent const wins over a trait's const of the same name, but only where its bounds hold.

use std::fmt::Debug;
use std::marker::PhantomData;

/// Has `DEBUG` and `SERIALIZE` if `T` implements the trait.
pub struct Probe<T: ?Sized>(PhantomData<T>);

impl<T: ?Sized + Debug> Probe<T> {
    /// `T` implements `Debug`.
    pub const DEBUG: bool = true;
}

impl<T: ?Sized + serde::Serialize> Probe<T> {
    /// `T` implements `Serialize`.
    pub const SERIALIZE: bool = true;
}

/// What [`Probe`] says where `T` does not implement the trait.
pub trait NotFound {
    /// `T` does not implement `Debug`.
    const DEBUG: bool = false;
    /// `T` does not implement `Serialize`.
    const SERIALIZE: bool = false;
}

impl<T: ?Sized> NotFound for Probe<T> {}
