//! Which earlier versions a type can be written as, as trait bounds: so that writing one which would
//! lose something fails in `cargo check`.

/// A type that can be written as version `VERSION` without losing what is not marked as `lossy`.
///
/// The derives implement it for today's version and the 64 before it;
/// [`Envelope::to_json_as`](crate::Envelope::to_json_as) asks for it.
/// Containers have it if what they hold has it, and types without versions always have it.
pub trait WritesAs<const VERSION: u32> {}

/// The same, as methods ask for it: with its own words, and without rustc's list of the versions that
/// a type would have, which does not look at what is in the way of each.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as version {VERSION}",
    label = "cannot be written as version {VERSION}",
    note = "`to_json_as` takes a version that the struct or a step before it describes",
    note = "a set of events has no versions of its own: ask one event, or `to_json_as_version(version)`"
)]
pub trait Writable<const VERSION: u32> {}

impl<T: WritesAs<VERSION>, const VERSION: u32> Writable<VERSION> for T {}

/// What an earlier version has no place for. Nothing implements it: `lossy` takes the bound away.
#[diagnostic::on_unimplemented(
    message = "`{Self}` would be lost: the earlier version does not have it",
    label = "would lose `{Self}`",
    note = "if its value may be dropped then, write `lossy` on the field",
    note = "`to_json_as_version` writes events that lose nothing, and gives an error for the others"
)]
pub trait MayBeLost {}

/// What had another form in an earlier version. Nothing implements it: `back` takes the bound away.
#[diagnostic::on_unimplemented(
    message = "`{Self}` was something else in the earlier version, and there is no way back",
    label = "no way back for `{Self}`",
    note = "name the function that makes the old form: `back = path`"
)]
pub trait WayBack {}

/// A variant that an earlier version does not know. Nothing implements it.
#[diagnostic::on_unimplemented(
    message = "the earlier version does not know the variant `{Self}`",
    label = "may hold `{Self}`",
    note = "`to_json_as_version` writes every other variant, and gives an error for this one"
)]
pub trait KnownThen {}
