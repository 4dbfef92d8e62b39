//! The ways in for `fuzz/`: each takes any bytes, reads them as the program would, and panics where what must hold does not.

pub use crate::ingest::fuzz::bodies;
pub use crate::logs::fuzz::{lines, text};
pub use crate::metric::fuzz::exposition;
