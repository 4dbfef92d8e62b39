//! Jobs as a crontab.

use std::fmt::Write as _;

use super::{Installation, Scheduled, words};

/// Why a job is no crontab line.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum CrontabError {
    #[error("job {0} runs by the second, and a crontab counts minutes")]
    Seconds(String),
}

/// The crontab's text: a line a job, under its zone.
pub(crate) fn crontab(jobs: &[Scheduled], installation: &Installation) -> Result<String, CrontabError> {
    let mut text = format!(
        "# Made by `tillwatch schedule print --as crontab` from {}: change it there.\n\
         # CRON_TZ is cronie's; Debian's cron ignores it and runs every line by the machine's own zone.\n\
         # Variables that the configuration names by env: must be set in here, above the lines.\n",
        installation.config.display()
    );
    let mut zone = None;
    for job in jobs {
        if job.cron.has_seconds() {
            return Err(CrontabError::Seconds(job.name.clone()));
        }
        // Writing to a string cannot fail.
        if zone.replace(&job.zone) != Some(&job.zone) {
            let _ = writeln!(text, "\nCRON_TZ={}", job.zone);
        }
        let command: Vec<_> = installation.words(job).iter().map(|word| words::for_crontab(word)).collect();
        let _ = writeln!(text, "# {}\n{} {}", job.name, fields(job), command.join(" "));
    }
    Ok(text)
}

/// The five fields as written, but for names, which not every cron takes in ranges and lists.
fn fields(job: &Scheduled) -> String {
    let fields = job.cron.text.split(' ').zip(&job.cron.fields[1..]).map(|(text, field)| {
        if text.contains(|char: char| char.is_ascii_alphabetic()) { field.list(0) } else { text.to_owned() }
    });
    fields.collect::<Vec<_>>().join(" ")
}
