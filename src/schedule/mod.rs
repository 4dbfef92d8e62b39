//! Jobs of the configuration as crontab lines, systemd units and next times. Runs nothing.

mod calendar;
mod cron;
mod crontab;
mod field;
mod job;
mod systemd;
mod words;

pub(crate) use crontab::crontab;
pub(crate) use job::{Scheduled, jobs};
pub(crate) use systemd::units;

use std::path::{Path, PathBuf};

/// What stands in front of every job's words, and where it works: absolute paths all.
#[derive(Clone, Debug)]
pub(crate) struct Installation {
    pub program: PathBuf,
    pub config: PathBuf,
    /// The folders that tillwatch writes to; the first is the project's own.
    pub folders: Vec<PathBuf>,
    /// Whom the systemd units run as.
    pub user: Option<String>,
}

impl Installation {
    /// The words of a job's whole command line.
    fn words(&self, job: &Scheduled) -> Vec<String> {
        let path = |path: &Path| path.to_string_lossy().into_owned();
        let head = [path(&self.program), "--config".into(), path(&self.config)];
        head.into_iter().chain(job.words.iter().cloned()).collect()
    }
}
