//! `[[jobs]]`, read into what cannot be wrong.

use std::fmt::Display;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::cron::Cron;
use super::words;
use crate::config::{Config, Job, Problem};

/// A job whose expression, zone and words are known to be good.
#[derive(Clone, Debug)]
pub(crate) struct Scheduled {
    pub name: String,
    /// The command line behind `tillwatch`.
    pub words: Vec<String>,
    /// The zone's IANA name.
    pub zone: String,
    pub(super) cron: Cron,
    time_zone: TimeZone,
}

impl Scheduled {
    /// The next `count` times after `now`.
    pub(crate) fn next(&self, now: Timestamp, count: usize) -> Vec<jiff::Zoned> {
        let times = self.cron.times(&self.time_zone, now);
        times.take(count).map(|at| at.to_zoned(self.time_zone.clone())).collect()
    }
}

/// All jobs, or everything that is wrong with them.
pub(crate) fn jobs(config: &Config) -> Result<Vec<Scheduled>, Vec<Problem>> {
    let (mut good, mut problems) = (Vec::<Scheduled>::new(), Vec::new());
    for (index, job) in config.jobs.iter().enumerate() {
        match scheduled(config, index, job) {
            Ok(job) if good.iter().any(|other| other.name == job.name) => {
                let message = format!("two jobs are called {}", job.name);
                problems.push(config.problem(&["jobs", &index.to_string(), "name"], message));
            }
            Ok(job) => good.push(job),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(good) } else { Err(problems) }
}

fn scheduled(config: &Config, index: usize, job: &Job) -> Result<Scheduled, Problem> {
    let index = index.to_string();
    let wrong = |key: &str, message: &dyn Display| config.problem(&["jobs", &index, key], message);
    Scheduled::new(job, &config.project.time_zone, &wrong)
}

impl Scheduled {
    /// Reads a job whose zone is `zone` where it names none. `wrong` places what is wrong with a key.
    pub(crate) fn new(
        job: &Job,
        zone: &str,
        wrong: &dyn Fn(&str, &dyn Display) -> Problem,
    ) -> Result<Self, Problem> {
        let in_name = |char: char| char.is_ascii_alphanumeric() || "-_.".contains(char);
        if job.name.is_empty() || !job.name.chars().all(in_name) {
            return Err(wrong("name", &"write letters, digits, -, _ and . alone: it names systemd units"));
        }
        let zone = job.time_zone.as_deref().unwrap_or(zone);
        Ok(Self {
            name: job.name.clone(),
            words: words::split(&job.run)
                .ok_or_else(|| wrong("run", &"a quote stays open, or a control character"))?,
            zone: zone.to_owned(),
            cron: Cron::parse(&job.cron).map_err(|error| wrong("cron", &error))?,
            time_zone: crate::time::zone(zone).ok_or_else(|| {
                wrong("time_zone", &format!("{zone:?} is no IANA time zone, such as Europe/Moscow"))
            })?,
        })
    }
}
