//! How the command is linked.

use std::env::var;

/// A position-independent program has its addresses written into it at every start: in the
/// tables of the typesetter they are 130,000, which takes three milliseconds, longer than
/// the README and the text together. So on Linux it is linked to a fixed address; and a
/// release without the names of its functions, which are 13 MB.
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| var(name).is_ok_and(|found| found == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
        if is("PROFILE", "release") {
            println!("cargo::rustc-link-arg-bins=-s");
        }
    }
}
