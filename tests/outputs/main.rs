//! What the outputs of a profile say, and that they say the same: one program, because the
//! typesetter takes long to link.

#[cfg(feature = "pdf")]
mod agreement;
mod cases;
mod contributor;
mod extract;
#[cfg(feature = "pdf")]
mod hostile;
#[cfg(feature = "pdf")]
mod schema;
