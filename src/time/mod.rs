//! Time at the edges: durations as people write them, timestamps as databases keep them. Reads no clock.

mod duration;
mod format;
mod zone;

pub(crate) use duration::Duration;
pub(crate) use format::{TimestampFormat, sql_text};
pub(crate) use zone::zone;
