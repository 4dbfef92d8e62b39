//! Filters that templates may use beside Tera's own.

use tera::Tera;

/// Registers them.
pub(super) fn register(_tera: &mut Tera) {}
