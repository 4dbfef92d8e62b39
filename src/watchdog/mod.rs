//! Watching tillwatch itself: the dead man's switch, and what it measures of its own work. Tells nobody anything.

mod metrics;
mod ping;
mod statements;
mod textfile;

pub(crate) use metrics::families;
pub(crate) use ping::ping;
pub(crate) use textfile::write_textfile;
