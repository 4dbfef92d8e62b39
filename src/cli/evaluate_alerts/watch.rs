//! What `evaluate-alerts` lets others know of itself.

use std::path::Path;

use crate::app::{App, Exit, Failure, Verdict};
use crate::config::Config;
use crate::db::Database;
use crate::metric::exposition;
use crate::net::io_reason;
use crate::notify::Delivery;
use crate::watchdog;

/// Lets the dead man's switch know of a run that did all its work.
///
/// One that cannot be reached is a failure of its own: whoever watches over it is about to be told that tillwatch is dead.
pub(super) fn tell_the_switch(app: &App, config: &Config, delivery: &Delivery, verdict: Verdict) -> Verdict {
    let Some(url) = &config.watchdog.url else { return verdict };
    if verdict.exit == Exit::Incomplete || delivery.failing > 0 {
        app.ui.status("the dead man's switch is not told: not all was done");
        return verdict;
    }
    match watchdog::ping(url, config.watchdog.timeout, &config.folder) {
        Ok(()) => verdict,
        Err(error) => incomplete(app, verdict, &format!("dead man's switch: {error}")),
    }
}

/// Writes the metrics of this run and those before it.
pub(super) fn write_metrics(
    app: &App,
    config: &Config,
    database: &Database,
    file: &Path,
    verdict: Verdict,
) -> Result<Verdict, Failure> {
    let families = watchdog::families(database, config, app.now())?;
    Ok(match watchdog::write_textfile(file, &exposition(&families)) {
        Ok(()) => verdict,
        Err(error) => incomplete(app, verdict, &format!("{}: {}", file.display(), io_reason(&error))),
    })
}

fn incomplete(app: &App, verdict: Verdict, why: &str) -> Verdict {
    app.ui.warn(why);
    Verdict { exit: Exit::Incomplete, summary: format!("{}, {why}", verdict.summary), ..verdict }
}
