//! The properties that every target holds its input to: those of the tests.

#[allow(dead_code, reason = "the tests use more of it")]
#[path = "../../tests/outputs/extract/mod.rs"]
mod extract;
#[path = "../../tests/properties/html.rs"]
pub mod html;
#[path = "../../tests/properties/outputs.rs"]
pub mod outputs;
#[path = "../../tests/properties/page.rs"]
pub mod page;
#[path = "../../tests/properties/read.rs"]
pub mod read;
#[path = "../../tests/properties/richtext.rs"]
pub mod richtext;

/// Ends the run where a property does not hold.
pub fn held(result: Result<(), String>) {
    if let Err(why) = result {
        panic!("{why}");
    }
}
