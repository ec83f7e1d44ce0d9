//! How large a picture says that it is, before it is unpacked: a file of some hundred bytes
//! may say fifty thousand pixels each way, which take ten gigabytes.

use crate::bounds::{Bound, Bounds};

/// Refuses a picture with more pixels than there may be. What is no picture passes: whoever
/// reads it will say so.
///
/// # Errors
/// How large it is, and how to allow it.
pub(super) fn check(bytes: &[u8], bounds: &Bounds) -> Result<(), String> {
    let Ok(size) = imagesize::blob_size(bytes) else {
        return Ok(());
    };
    let pixels = (size.width as u64).saturating_mul(size.height as u64);
    if pixels <= bounds.of(Bound::Pixels) {
        return Ok(());
    }
    let most = Bound::Pixels.amount(bounds.of(Bound::Pixels));
    Err(format!(
        "it has {} × {} pixels, and may have {most} in all; make it smaller, or allow \
         `--limit pixels={pixels}`",
        size.width, size.height
    ))
}
