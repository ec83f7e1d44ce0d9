//! Versions of one profile: what filters and audiences leave out, and that they never add.

mod cuts;
mod facts;
mod never_adds;
