//! Every error that a user can meet, as they see it. Our words stand in `ui/ours`, rustc's in
//! `ui/rustc`; the folder `ui/pass` holds what must compile.
//!
//! `TRYBUILD=overwrite cargo test --test ui` writes the `.stderr` files anew: read each change.

#[test]
fn every_mistake_gets_its_error_and_nothing_else() {
    let tests = trybuild::TestCases::new();
    tests.pass("tests/ui/pass/*.rs");
    tests.compile_fail("tests/ui/ours/*.rs");
    tests.compile_fail("tests/ui/rustc/*.rs");
}
