//! Time at the edges: durations as people write them, timestamps as databases keep them. Reads no clock.

mod daily;
mod duration;
mod format;
mod moment;
mod week;
mod zone;

pub(crate) use daily::next_time_of_day;
pub(crate) use duration::Duration;
pub(crate) use format::{TimestampFormat, sql_text};
pub(crate) use moment::{Moment, MomentError, instant};
pub(crate) use week::hour_of_week;
pub(crate) use zone::zone;
